import { copyFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type {
  ImportCounts,
  ImportProblem,
  ImportResult,
  Unfinished,
} from '#shared/features/import/import.contract.ts';
import { importKinds, type ImportKind } from '#shared/features/import/import.kinds.ts';
import { anyImportSize } from '#shared/features/import/import-size.rules.ts';
import { importRank } from '#shared/features/import/import-order.rules.ts';
import { exportFormats } from '#shared/features/export/export.contract.ts';
import { createTexts } from '#shared/text/texts.ts';
import { DeskError, ruleViolated, type DeskErrorData } from '#shared/rpc/desk-error.ts';
import type { JobOutcome } from '#electron/kernel/jobs.ts';
import { definitionOf } from '../kernel/record/record-registry.ts';
import type { Core } from '../core.ts';
import { commandLineActor, wanted, type Command, type CommandContext } from './command.ts';
import { dataOf, sentenceOf } from './output.ts';

type FileResult = ImportCounts & {
  readonly file: string;
  readonly kind: ImportKind | null;
  readonly importId: number | null;
  readonly refusedFile: string | null;
  /** What was left undone after the rows were written. */
  readonly unfinished: readonly Unfinished[];
};

const isTooLarge = (data: DeskErrorData): boolean =>
  data.code === 'rule-violated' && data.reason === 'import-large';

function kindOption(context: CommandContext): ImportKind | undefined {
  const as = context.options['as'];
  if (as === undefined || as === 'auto') return undefined;
  const kind = importKinds.find((known) => known === as);
  if (!kind) throw ruleViolated('unknown-import-kind', { kind: String(as), kinds: importKinds.join(' ') });
  return kind;
}

type Work = {
  result: ImportResult;
  file?: JobOutcome['file'];
};

async function importOne(
  core: Core,
  file: { fileId: string; fileName: string },
  kind: ImportKind | undefined,
  options: { readonly dryRun: boolean; readonly agreed: boolean },
): Promise<Work> {
  const actor = await commandLineActor(core);
  const job = { signal: new AbortController().signal, progress: () => undefined };
  const mode = options.dryRun ? 'preview' : 'run';
  const agreed = options.agreed ? anyImportSize : undefined;
  return core.imports.run(file.fileId, kind ? { kind } : {}, mode, actor, job, agreed);
}

/** Copies the rows kept out beside their file. That it cannot be written there does not undo the import. */
async function refusedFileBeside(
  path: string,
  { file, result }: Work,
): Promise<Pick<FileResult, 'refusedFile' | 'unfinished'>> {
  const { unfinished } = result;
  if (!file) return { refusedFile: null, unfinished };
  const refusedFile = `${resolve(path)}-refused.xlsx`;
  try {
    await copyFile(file.path, refusedFile);
    return { refusedFile, unfinished };
  } catch {
    return { refusedFile: null, unfinished: [...unfinished, 'refusedFile'] };
  }
}

/** Imports the files of other systems. Several files are put in order of what refers to what. */
export const importCommand: Command = {
  usage: `import FILE… [--as ${importKinds.join('|')}|auto] [--dry-run] [--yes]`,
  options: { as: { type: 'string' }, 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' } },
  async run(context) {
    if (context.arguments.length === 0) throw ruleViolated('argument-missing', { argument: 'FILE' });
    const kind = kindOption(context);
    const core = await context.open();
    const { language } = await commandLineActor(core);
    const how = { dryRun: context.options['dry-run'] === true, agreed: context.options['yes'] === true };
    const files: FileResult[] = [];
    const problems: ImportProblem[] = [];
    const unread: { file: string; error: string }[] = [];

    const looked = [];
    for (const path of context.arguments) {
      try {
        const taken = await core.imports.takePath(resolve(path));
        const look = await core.imports.look(taken.fileId, kind ? { kind } : {});
        looked.push({ path, taken, kind: look.kind });
      } catch (error) {
        unread.push({ file: basename(path), error: sentenceOf(dataOf(error), language) });
      }
    }
    looked.sort((a, b) => importRank(a.kind) - importRank(b.kind));

    for (const { path, taken, kind: found } of looked) {
      try {
        const done = await importOne(core, taken, kind, how);
        problems.push(...done.result.problems);
        const { refusedFile, unfinished } = await refusedFileBeside(path, done);
        files.push({
          file: basename(path),
          kind: found,
          importId: done.result.importId,
          refusedFile,
          unfinished,
          ...done.result.counts,
        });
      } catch (error) {
        if (!(error instanceof DeskError)) throw error;
        // Alone, it is answered with its numbers, for programs too.
        if (looked.length === 1 && unread.length === 0 && isTooLarge(error.data)) throw error;
        unread.push({ file: basename(path), error: sentenceOf(error.data, language) });
      } finally {
        await core.imports.drop(taken.fileId).catch(() => undefined);
      }
    }

    const sum = (name: 'read' | 'create' | 'update' | 'unchanged' | 'refused'): number =>
      files.reduce((total, file) => total + file[name], 0);
    const value = {
      read: sum('read'),
      create: sum('create'),
      update: sum('update'),
      unchanged: sum('unchanged'),
      refused: sum('refused'),
      problems,
      files,
      unread,
    };
    if (files.length === 0) {
      throw ruleViolated('nothing-imported', {
        text: unread.map((one) => `${one.file}: ${one.error}`).join(' '),
      });
    }
    const text = [
      ...files.map(
        (one) =>
          `${one.file} (${one.kind}): read ${one.read}, create ${one.create}, update ${one.update}, unchanged ${one.unchanged}, refused ${one.refused}`,
      ),
      ...problems
        .filter((one) => !one.warning)
        .slice(0, 20)
        .map((one) => `  ${one.file} ${one.row} ${one.column ?? ''} ${one.value ?? ''}: ${one.message}`),
      ...files.flatMap((one) =>
        one.unfinished.map((part) => `${one.file}: ${createTexts(language).t(`job.unfinished.${part}`)}`),
      ),
      ...unread.map((one) => `${one.file}: ${one.error}`),
    ].join('\n');
    const inPart = value.refused > 0 || unread.length > 0 || files.some((one) => one.unfinished.length > 0);
    return { status: inPart ? 3 : 0, value, text };
  },
};

/** Takes an import back. */
export const undoImportCommand: Command = {
  usage: 'undo-import ID',
  options: {},
  async run(context) {
    const id = Number(context.arguments[0]);
    if (!Number.isSafeInteger(id) || id <= 0) throw ruleViolated('argument-missing', { argument: 'ID' });
    const core = await context.open();
    const counts = await core.imports.undo(id, await commandLineActor(core), {
      signal: new AbortController().signal,
      progress: () => undefined,
    });
    return { status: counts.keptBecauseEdited + counts.failed > 0 ? 3 : 0, value: counts };
  },
};

/** Exports all living records of a kind. */
export const exportCommand: Command = {
  usage: 'export KIND --out FILE.xlsx|csv',
  options: { out: { type: 'string' } },
  async run(context) {
    const feature = context.arguments[0];
    if (!feature) throw ruleViolated('argument-missing', { argument: 'KIND' });
    const out = resolve(wanted(context, 'out'));
    const format = exportFormats.find((known) => out.endsWith(`.${known}`));
    if (!format) throw ruleViolated('export-format', { formats: exportFormats.join(', ') });
    const core = await context.open();
    const actor = await commandLineActor(core);
    const columns = featureColumns(feature);
    const list = { page: 1, pageSize: 1, sort: [], search: '', filters: [], bin: false };
    const { jobId } = (await core.call('export.start', { feature, list, columns, format }, { actor })) as {
      jobId: number;
    };
    const job = await core.jobs.ended(jobId);
    const file = await core.jobs.filePath(jobId);
    if (job?.state !== 'done' || !file)
      throw new DeskError(job?.error ?? { code: 'unavailable', reason: 'worker-failed' });
    await copyFile(file.path, out);
    return { status: 0, value: { ...job.result, file: out } };
  },
};

function featureColumns(feature: string): string[] {
  try {
    return Object.keys(definitionOf(feature).fields);
  } catch {
    throw ruleViolated('unknown-export-kind', { kind: feature });
  }
}
