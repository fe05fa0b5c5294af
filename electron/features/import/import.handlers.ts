import type { importContract } from '#shared/features/import/import.contract.ts';
import type { ActionContext, Actor, HandlersOf } from '#electron/kernel/handler.ts';
import { importKindRights, type ImportKind } from '#shared/features/import/import.kinds.ts';
import { DeskError, notFound } from '#shared/rpc/desk-error.ts';
import { may } from '#shared/rpc/rights.ts';
import type { Jobs } from '#electron/kernel/jobs.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import type { Imports } from './import-service.ts';
import { importKindOf, listImports } from './import.repository.ts';
import type { WatchFolder } from './watch-folder.ts';

function actorOf(context: ActionContext): Actor {
  if (!context.actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
  return context.actor;
}

/** What only some may write by hand, only they import and take back. Error: `forbidden`. */
function assertMay(actor: Actor, kind: ImportKind | null | undefined): void {
  const right = kind ? importKindRights[kind] : undefined;
  if (right && !may(actor.roles, right)) throw new DeskError({ code: 'forbidden', right });
}

export const importHandlers = (
  imports: Imports,
  jobs: Jobs,
  watch: WatchFolder,
): HandlersOf<typeof importContract> => ({
  waiting: async (_input, { reader }) => ({
    folder: (await readSetting(reader, 'watchFolder')) ?? '',
    files: watch.waiting(),
  }),
  async takeWaiting({ fileName }) {
    const path = watch.pathOf(fileName);
    if (!path) throw notFound('upload', fileName);
    const taken = await imports.takePath(path);
    return { fileId: taken.fileId, fileName: taken.fileName };
  },
  async upload({ file }) {
    const { fileId, fileName } = await imports.take(file);
    return { fileId, fileName };
  },
  async look({ fileId, reading }) {
    const { shape: _shape, ...look } = await imports.look(fileId, reading);
    return look;
  },
  async preview({ fileId, reading }, context) {
    const actor = actorOf(context);
    const { fileName } = await imports.look(fileId, reading);
    const { id } = await jobs.start({
      kind: 'import_preview',
      subject: fileName,
      personId: actor.personId,
      run: async (job) => ({
        result: { ...(await imports.run(fileId, reading, 'preview', actor, job)).result },
      }),
    });
    return { jobId: id };
  },
  async previewRows({ fileId, page, pageSize, verdict, problemsOnly }) {
    return imports.stage(fileId, (stage) => ({
      ...stage.rows({ page, pageSize, ...(verdict ? { verdict } : {}), problemsOnly }),
      byVerdict: stage.countByVerdict(),
    }));
  },
  async correct({ fileId, row, cell, excluded, decision }) {
    await imports.stage(fileId, (stage) => {
      if (cell) stage.correct(row, cell.column, cell.text);
      if (excluded !== undefined) stage.exclude(row, excluded);
      if (decision) stage.decide(row, decision.feature, decision.id);
    });
    return {};
  },
  async run({ fileId, reading, agreed }, context) {
    const actor = actorOf(context);
    const { fileName, kind } = await imports.look(fileId, reading);
    assertMay(actor, kind);
    const { id } = await jobs.start({
      kind: 'import_run',
      subject: fileName,
      personId: actor.personId,
      async run(job) {
        const { result, file } = await imports.run(fileId, reading, 'run', actor, job, agreed);
        return file ? { result: { ...result }, file } : { result: { ...result } };
      },
    });
    return { jobId: id };
  },
  async drop({ fileId }) {
    await imports.drop(fileId);
    return {};
  },
  list: async ({ page }, { reader }) => listImports(reader, page),
  async undo({ id }, context) {
    const actor = actorOf(context);
    assertMay(actor, await importKindOf(context.reader, id));
    const started = await jobs.start({
      kind: 'import_undo',
      subject: String(id),
      personId: actor.personId,
      run: async (job) => ({ result: { ...(await imports.undo(id, actor, job)) } }),
    });
    return { jobId: started.id };
  },
});
