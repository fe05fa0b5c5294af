import { languages } from '#shared/kernel/language.ts';
import type { ImportKind } from '#shared/features/import/import.kinds.ts';
import type { ImportMapping } from '#shared/features/import/import-mapping.rules.ts';
import { createTexts, textAt } from '#shared/text/texts.ts';
import type { WrittenChoices } from './feed/row-feed.ts';
import { mappedColumns } from './feed/row-reader.ts';

/** What the program's languages call the choices of mapped columns. Told to the reading thread, which then needs no texts. */
export function writtenChoices(kind: ImportKind, mapping: ImportMapping): WrittenChoices {
  const texts = languages.map(createTexts);
  return new Map(
    mappedColumns(kind, mapping).flatMap(({ address, field: { choices = [] } }) => {
      const [feature, field] = address.split('.');
      const named = (choice: string): readonly string[] =>
        texts.map((language) => textAt(language, `record.${feature}.choices.${field}.${choice}`));
      return choices.length === 0
        ? []
        : [[address, new Map(choices.map((choice) => [choice, named(choice)]))] as const];
    }),
  );
}
