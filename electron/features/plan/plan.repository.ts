import type { MeasureAction, PlanEdition, PlanState, PlanView } from '#shared/features/plan/plan.contract.ts';
import { emptyParts, type PlanPart, type PlanPartContents } from '#shared/features/plan/plan.content.ts';
import type { ActionState } from '#shared/features/action/action.fields.ts';
import { DeskError, notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** The head row of one edition with the names of its people. */
export type PlanHead = {
  readonly id: number;
  readonly year: number;
  readonly edition: number;
  readonly state: PlanState;
  readonly reason: string | null;
  readonly submittedAt: string | null;
  readonly submittedBy: string | null;
  readonly returned: string | null;
  readonly approvedAt: string | null;
  readonly approvedBy: string | null;
  readonly updatedAt: string;
};

const heads = (reader: Reader | Writer) =>
  reader
    .selectFrom('plan')
    .leftJoin('person as submitter', 'submitter.id', 'plan.submittedById')
    .leftJoin('person as approver', 'approver.id', 'plan.approvedById')
    .select([
      'plan.id',
      'plan.year',
      'plan.edition',
      'plan.state',
      'plan.reason',
      'plan.submittedAt',
      'submitter.name as submittedBy',
      'plan.returned',
      'plan.approvedAt',
      'approver.name as approvedBy',
      'plan.updatedAt',
    ]);

/** Error: not-found. */
export async function readPlan(reader: Reader | Writer, id: number): Promise<PlanHead> {
  const row = await heads(reader).where('plan.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('plan', id);
  return row;
}

/** Editions of all years or of one, newest first. */
export async function listEditions(reader: Reader | Writer, year?: number): Promise<PlanEdition[]> {
  const rows = await heads(reader)
    .$if(year !== undefined, (query) => query.where('plan.year', '=', year ?? 0))
    .orderBy('plan.year', 'desc')
    .orderBy('plan.edition', 'desc')
    .execute();
  return rows.map(({ id, edition, state, reason, updatedAt, approvedAt, approvedBy, ...row }) => ({
    id,
    year: row.year,
    edition,
    state,
    reason,
    updatedAt,
    approvedAt,
    approvedBy,
  }));
}

/** The parts of an edition; those that nobody saved are empty. */
export async function readParts(
  reader: Reader | Writer,
  planId: number,
): Promise<{ readonly parts: PlanPartContents; readonly edits: PlanView['edits'] }> {
  const rows = await reader
    .selectFrom('planPart')
    .select(['part', 'version', 'updatedAt', 'personName', 'content'])
    .where('planId', '=', planId)
    .execute();
  const parts: Partial<Record<PlanPart, unknown>> = {};
  const edits: Partial<Record<PlanPart, { version: number; by: string; at: string }>> = {};
  for (const row of rows) {
    parts[row.part] = JSON.parse(row.content); // written by savePart
    edits[row.part] = { version: row.version, by: row.personName, at: row.updatedAt };
  }
  return { parts: { ...emptyParts, ...parts } as PlanPartContents, edits };
}

/**
 * Writes one part and counts its change. `expected` is the version that the person saw (0: never saved); null skips the
 * check. Error: conflict with who saved the part meanwhile.
 */
export async function writePart(
  writer: Writer,
  by: { readonly name: string; readonly at: string },
  change: { readonly planId: number; readonly part: PlanPart; readonly content: unknown },
  expected: number | null,
): Promise<number> {
  const { planId, part } = change;
  const present = await writer
    .selectFrom('planPart')
    .select(['version', 'personName', 'updatedAt'])
    .where('planId', '=', planId)
    .where('part', '=', part)
    .executeTakeFirst();
  if (expected !== null && expected !== (present?.version ?? 0))
    throw new DeskError({
      code: 'conflict',
      feature: 'plan',
      id: planId,
      ...(present ? { by: present.personName, at: present.updatedAt } : {}),
    });
  const next = {
    version: (present?.version ?? 0) + 1,
    updatedAt: by.at,
    personName: by.name,
    content: JSON.stringify(change.content),
  };
  await writer
    .insertInto('planPart')
    .values({ planId, part, ...next })
    .onConflict((conflict) => conflict.columns(['planId', 'part']).doUpdateSet(next))
    .execute();
  return next.version;
}

/** Removes a draft with its parts; the database itself refuses an approved edition. */
export async function removePlan(writer: Writer, id: number): Promise<void> {
  await writer.deleteFrom('planPart').where('planId', '=', id).execute();
  await writer.deleteFrom('plan').where('id', '=', id).execute();
}

/** The action items that measures of a year became. */
export async function listMeasureActions(reader: Reader | Writer, year: number): Promise<MeasureAction[]> {
  const rows = await reader
    .selectFrom('planAction')
    .innerJoin('action', 'action.id', 'planAction.actionId')
    .select(['planAction.measure', 'action.id as actionId', 'action.number', 'action.state'])
    .where('planAction.year', '=', year)
    .orderBy('action.id')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as ActionState })); // written through the field table only
}
