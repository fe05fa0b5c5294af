import { chooseChecklist } from '#shared/features/checklist/checklist.rules.ts';
import { itemsOf } from '#shared/features/checklist/checklist.content.ts';
import type { inspectionContract } from '#shared/features/inspection/inspection.contract.ts';
import { latestOf } from '#shared/features/inspection/inspection.rules.ts';
import { yearOf } from '#shared/kernel/period.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { nextOfYear } from '#electron/kernel/number-series.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { listPublished, readEdition } from '../checklist/checklist.repository.ts';
import { carryOver } from './inspection.carrying.ts';
import type { Asked, CheckedThing } from './inspection.gate.ts';
import { gates } from './inspection.gates.ts';
import { inspectionRecord } from './inspection.record.ts';
import { listDone, listNgItems, readCheck, type Check } from './inspection.repository.ts';

/** Which edition of which list a new check follows. */
type Chosen = { readonly checklistId: number; readonly edition: number; readonly items: number };

/** The list of a new check: the asked one, or the one that fits closest. Error: `checklist-missing`. */
async function chooseList(
  { writer }: CommandContext,
  { vehicleKind, repairClass }: CheckedThing,
  { purpose, checklistId }: Asked & { readonly checklistId?: number | undefined },
): Promise<Chosen> {
  const published = await listPublished(writer, purpose);
  const list =
    checklistId === undefined
      ? chooseChecklist(published, { purpose, vehicleKind, repairClass })
      : published.find(({ id }) => id === checklistId);
  if (!list) throw ruleViolated('checklist-missing');
  return { checklistId: list.id, edition: list.edition, items: itemsOf(list.content).length };
}

/** Throws the gate's refusal, if there is one. */
async function mustBeAllowed(
  { writer, actor, clock }: Pick<CommandContext, 'writer' | 'actor' | 'clock'>,
  { purpose, stockId, repairId }: Pick<Check, 'purpose' | 'stockId' | 'repairId'>,
): Promise<void> {
  const refusal = await gates[purpose].refusal(writer, { purpose, stockId, repairId }, actor, clock.today());
  if (refusal) throw ruleViolated(refusal);
}

async function createCheck(
  context: CommandContext,
  asked: Asked,
  thing: CheckedThing,
  { checklistId, edition, items }: Chosen,
  previousId: number | null,
): Promise<number> {
  const { writer, actor, clock } = context;
  const today = clock.today();
  return createRecord(context, inspectionRecord, {
    number: await nextOfYear(writer, yearOf(today), 'Q'),
    purpose: asked.purpose,
    state: 'open',
    vin: thing.vin,
    plate: thing.plate,
    stockId: thing.stockId,
    repairId: thing.repairId,
    checklistId,
    edition,
    round: thing.round,
    previousId,
    startedOn: today,
    startedById: actor.personId,
    finishedOn: null,
    finishedAt: null,
    finishedById: null,
    odometerKm: thing.odometerKm,
    itemCount: items,
    ngCount: 0,
    note: null,
    voidReason: null,
  });
}

/** 复检: a new check by the same edition, with what passed carried over. */
async function startAgain(context: CommandContext, failed: Check): Promise<number> {
  await mustBeAllowed(context, failed);
  const thing = await gates[failed.purpose].thing(context.writer, failed);
  const { content } = await readEdition(context.writer, failed.checklistId, failed.edition);
  const chosen = { checklistId: failed.checklistId, edition: failed.edition, items: itemsOf(content).length };
  const id = await createCheck(context, failed, thing, chosen, failed.id);
  await carryOver(context, failed, id, await listNgItems(context.writer, failed.id));
  return id;
}

type Starting = Pick<HandlersOf<typeof inspectionContract>, 'start' | 'reinspect'>;

/** Beginning checks. Two people who begin the same one at once get the same one: commands come one after the other. */
export const startingHandlers: Starting = {
  async start({ purpose, stockId, repairId, checklistId }, context) {
    const { writer } = context;
    const asked: Asked = { purpose, stockId: stockId ?? null, repairId: repairId ?? null };
    const thing = await gates[purpose].thing(writer, asked);
    const checks = await listDone(writer, thing);
    const latest = latestOf(checks, purpose);
    // A level that was left open when its round failed is not the one of the new round.
    const isOfRound = thing.repairId === null || latest?.round === thing.round;
    if (latest?.state === 'open' && isOfRound) return { id: latest.id, isNew: false };
    if (latest?.state === 'failed' && latest.round === thing.round - 1 && thing.stockId !== null)
      return { id: await startAgain(context, await readCheck(writer, latest.id)), isNew: true };
    await mustBeAllowed(context, { purpose, stockId: thing.stockId, repairId: thing.repairId });
    const chosen = await chooseList(context, thing, { ...asked, checklistId });
    return { id: await createCheck(context, asked, thing, chosen, null), isNew: true };
  },

  async reinspect({ id }, context) {
    const failed = await readCheck(context.writer, id);
    if (failed.state !== 'failed') throw ruleViolated('inspection-not-failed');
    const latest = latestOf(await listDone(context.writer, failed), failed.purpose);
    // Somebody began it already: one re-inspection of each failed check.
    if (latest && latest.id !== id) {
      if (latest.state === 'open') return { id: latest.id };
      throw ruleViolated('inspection-not-failed');
    }
    return { id: await startAgain(context, failed) };
  },
};
