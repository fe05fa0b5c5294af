import { designIssues } from '#shared/features/membership/membership-design.rules.ts';
import type { simulationContract, SimulationView } from '#shared/features/simulation/simulation.contract.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import type { Jobs } from '#electron/kernel/jobs.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { ImportWorkerCalls } from '#electron/workers/import-worker.ts';
import type { WorkerHost } from '#electron/workers/worker-host.ts';
import { designOn, saveEdition } from '../membership/membership.design.ts';
import type { Printer } from '#electron/reports/sheet-file.ts';
import { readMargins } from './simulation.margins.ts';
import { simulationPrinting } from './simulation.print.ts';
import { listSimulations, mustFindSimulation, type Simulation } from './simulation.repository.ts';

export type SimulationParts = Printer & {
  readonly jobs: Jobs;
  /** The thread that reads the history and reckons. */
  readonly worker: WorkerHost<ImportWorkerCalls>;
  readonly databasePath: string;
};

/** Error: `simulation-live`. */
function assertDraft({ edition }: Pick<Simulation, 'edition'>): void {
  if (edition !== null) throw ruleViolated('simulation-live', { edition });
}

async function viewOf(reader: Reader, id: number): Promise<SimulationView> {
  const { updatedAt: _updatedAt, ranOn: _ranOn, ...found } = await mustFindSimulation(reader, id);
  const movers = [...(found.result?.topWinners ?? []), ...(found.result?.topLosers ?? [])];
  const names =
    movers.length === 0
      ? []
      : await reader
          .selectFrom('customer')
          .select(['id', 'name'])
          .where(
            'id',
            'in',
            movers.map(({ customerId }) => customerId),
          )
          .execute();
  const design =
    found.edition === null
      ? undefined
      : await reader
          .selectFrom('membershipDesign')
          .select('fromDay')
          .where('edition', '=', found.edition)
          .executeTakeFirst();
  return {
    ...found,
    fromDay: design?.fromDay ?? null,
    names: Object.fromEntries(names.map(({ id: customerId, name }) => [customerId, name])),
  };
}

/** 会员制度试算 drafts, their runs and how one of them becomes an edition. */
export const simulationHandlers = (parts: SimulationParts): HandlersOf<typeof simulationContract> => ({
  ...simulationPrinting(parts, viewOf),
  list: (_input, { reader }) => listSimulations(reader),
  view: ({ id }, { reader }) => viewOf(reader, id),
  margins: (_input, { reader, clock }) => readMargins(reader, clock.today()),

  async save({ id, version, name, content, assumptions }, { writer, clock, actor, changed }) {
    const issues = designIssues(content);
    if (issues.length > 0)
      throw new DeskError({
        code: 'invalid-input',
        issues: issues.map((one) => ({ ...one, field: `content.${one.field}` })),
      });
    const now = clock.now();
    const values = {
      name,
      content: JSON.stringify(content),
      assumptions: JSON.stringify(assumptions),
      updatedAt: now,
    };
    if (id === null) {
      const { insertId } = await writer
        .insertInto('simulation')
        .values({ ...values, createdAt: now, createdById: actor.personId })
        .executeTakeFirstOrThrow();
      const made = Number(insertId);
      changed({
        feature: 'simulation',
        id: made,
        changes: [{ field: 'name', before: null, after: name }],
      });
      return { id: made, version: 1 };
    }
    const before = await mustFindSimulation(writer, id);
    assertDraft(before);
    if (before.version !== version) throw ruleViolated('simulation-changed', {});
    const isSame =
      JSON.stringify(before.content) === values.content &&
      JSON.stringify(before.assumptions) === values.assumptions;
    await writer
      .updateTable('simulation')
      .set({ ...values, version: before.version + 1, ...(isSame ? {} : { result: null, ranOn: null }) })
      .where('id', '=', id)
      .execute();
    changed({
      feature: 'simulation',
      id,
      changes: [
        { field: 'name', before: before.name, after: name },
        ...(isSame ? [] : [{ field: 'content', before: null, after: values.content }]),
      ],
    });
    return { id, version: before.version + 1 };
  },

  async remove({ id }, { writer, changed }) {
    const before = await mustFindSimulation(writer, id);
    assertDraft(before);
    await writer.deleteFrom('simulation').where('id', '=', id).execute();
    changed({
      feature: 'simulation',
      id,
      changes: [{ field: 'name', before: before.name, after: null }],
    });
    return {};
  },

  async run({ id }, context) {
    const { reader, clock, actor } = context;
    const { content, assumptions, version, edition, name } = await mustFindSimulation(reader, id);
    assertDraft({ edition });
    const ranOn = clock.today();
    const base = assumptions.against === 'present' ? await designOn(reader, ranOn) : null;
    const { id: jobId } = await parts.jobs.start({
      kind: 'simulation',
      subject: name,
      personId: actor?.personId ?? null,
      async run({ signal, progress }) {
        const result = await parts.worker.call(
          'simulate',
          {
            databasePath: parts.databasePath,
            design: content,
            base: base?.content ?? null,
            baseEdition: base?.edition ?? null,
            assumptions,
            ranOn,
          },
          {
            signal,
            onProgress: ({ done, total, step }) => progress(total === 0 ? 5 : 10 + (done * 85) / total, step),
          },
        );
        signal.throwIfAborted();
        await context.write(async ({ writer, changed, tell }) => {
          const { numUpdatedRows } = await writer
            .updateTable('simulation')
            .set({ result: JSON.stringify(result), ranOn })
            .where('id', '=', id)
            .where('version', '=', version)
            .where('edition', 'is', null)
            .executeTakeFirstOrThrow();
          if (numUpdatedRows === 0n) throw ruleViolated('simulation-changed', {});
          tell('costFen', result.draft.costFen);
          changed({
            feature: 'simulation',
            id,
            changes: [{ field: 'ranOn', before: null, after: ranOn }],
          });
        });
        return { result: { simulation: id } };
      },
    });
    return { jobId };
  },

  async goLive({ id, fromDay }, context) {
    const { writer, changed } = context;
    const found = await mustFindSimulation(writer, id);
    assertDraft(found);
    if (!found.result) throw ruleViolated('simulation-not-run', {});
    const { edition } = await saveEdition(context, { fromDay, content: found.content, note: found.name });
    await writer.updateTable('simulation').set({ edition }).where('id', '=', id).execute();
    changed({
      feature: 'simulation',
      id,
      changes: [{ field: 'edition', before: null, after: edition }],
    });
    return { edition };
  },
});
