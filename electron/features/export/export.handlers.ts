import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { exportContract } from '#shared/features/export/export.contract.ts';
import { DeskError, notFound } from '#shared/rpc/desk-error.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import type { Jobs } from '#electron/kernel/jobs.ts';
import { countRows } from '#electron/kernel/record/record-list.ts';
import { assertVisibleFields } from '#electron/kernel/record/record-rights.ts';
import { recordDefinitions } from '#electron/kernel/record/record-registry.ts';
import type { ImportWorkerCalls } from '#electron/workers/import-worker.ts';
import type { WorkerHost } from '#electron/workers/worker-host.ts';

export type ExportParts = {
  readonly database: DeskDatabase;
  readonly jobs: Jobs;
  readonly worker: WorkerHost<ImportWorkerCalls>;
  readonly folder: string;
};

export const exportHandlers = ({
  database,
  jobs,
  worker,
  folder,
}: ExportParts): HandlersOf<typeof exportContract> => ({
  async start({ feature, list, columns, format }, context) {
    const { actor, clock } = context;
    const definition = recordDefinitions().find((known) => known.feature === feature);
    if (!definition) throw notFound('feature', feature);
    const scope = actor ? scopeOf(actor.roles, definition.readRight) : undefined;
    if (!actor || !scope) throw new DeskError({ code: 'forbidden', right: definition.readRight });
    assertVisibleFields(definition, list, actor);
    const rows = await countRows(context.reader, definition, list, { actor, scope });
    // Taking data out is logged before it happens.
    await context.write(async ({ tell }) => {
      tell('rows', rows);
      tell('feature', feature);
      tell('list', list);
      tell('columns', columns);
    });
    await mkdir(folder, { recursive: true });
    const path = join(folder, `${randomUUID()}.${format}`);
    const name = `${feature}-${clock.today()}.${format}`;
    const { id } = await jobs.start({
      kind: 'export',
      subject: name,
      personId: actor.personId,
      async run(job) {
        const { rows } = await worker.call(
          'export',
          {
            feature,
            list,
            columns,
            format,
            sight: { actor, scope },
            language: actor.language,
            path,
            at: clock.now(),
            databasePath: database.path,
          },
          {
            signal: job.signal,
            onProgress: ({ done, total }) => job.progress(total === 0 ? 0 : (done * 100) / total, 'writing'),
          },
        );
        return { result: { rows }, file: { path, name } };
      },
    });
    return { jobId: id };
  },
});
