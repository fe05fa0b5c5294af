import type { ImportResult } from '#shared/features/import/import.contract.ts';
import type { ImportMapping } from '#shared/features/import/import-mapping.rules.ts';
import type { ImportSize } from '#shared/features/import/import-size.rules.ts';
import type { ImportKind } from '#shared/features/import/import.kinds.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { TextEncoding } from './read/table-file.ts';

export type ImportOrder = {
  readonly databasePath: string;
  readonly filePath: string;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly mapping: ImportMapping;
  readonly encoding?: TextEncoding;
  readonly sheet?: string;
  readonly headerRow?: number;
  /** `preview` runs everything and takes it back, so that it tells what will truly happen. */
  readonly mode: 'preview' | 'run';
  /** What may be made and changed without asking again; of no matter for a preview. */
  readonly agreed: ImportSize;
  readonly stagePath: string;
  readonly by: { readonly personId: number | null; readonly name: string };
  readonly at: string;
  readonly today: string;
  readonly language: Language;
  /** Rows of an earlier preview, for the progress; 0 when unknown. */
  readonly expectedRows: number;
};

/** What the worker tells of its run. */
export type ImportReport = Omit<ImportResult, 'unfinished'>;
