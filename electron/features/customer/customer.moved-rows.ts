import type { CommandContext } from '#electron/kernel/handler.ts';
import { giveRows } from '#electron/kernel/record/give-rows.ts';
import { introducedBy } from './customer.introduced.ts';
import { customerReferences, referringIds } from './customer.references.ts';

type Pair = { readonly keptId: number; readonly goneId: number };

/** Rows that a merge gave to the customer who stays: `table column` → ids. */
export type Moved = Readonly<Record<string, readonly number[]>>;

/** Gives rows from one customer to the other and tells it of each; returns the ids that moved. Error: as `giveRows`. */
async function give(
  { writer, clock, changed }: CommandContext,
  reference: Awaited<ReturnType<typeof customerReferences>>[number],
  ids: readonly number[],
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly number[]> {
  const given = await giveRows(writer, reference, ids, { from, to, now: clock.now() });
  for (const id of given)
    changed({
      feature: reference.feature,
      id,
      changes: [
        {
          field: reference.feature === 'customer' ? 'introducedById' : 'customerId',
          before: from,
          after: to,
        },
      ],
    });
  return given;
}

/** Gives every row that names the one that goes to the one that stays. */
export async function moveAll(context: CommandContext, { keptId, goneId }: Pair): Promise<Moved> {
  const moved: Record<string, readonly number[]> = {};
  for (const { ids, ...reference } of await referringIds(context.writer, goneId, false))
    moved[`${reference.table} ${reference.column}`] = await give(context, reference, ids, {
      from: goneId,
      to: keptId,
    });
  return moved;
}

/** Gives back what is still with the one that stayed; how many rows. */
export async function giveBack(
  context: CommandContext,
  moved: Moved,
  { keptId, goneId }: Pair,
): Promise<number> {
  let returned = 0;
  for (const reference of await customerReferences(context.writer)) {
    const ids = moved[`${reference.table} ${reference.column}`] ?? [];
    const given = await give(context, reference, ids, { from: keptId, to: goneId });
    returned += given.length;
  }
  return returned;
}

const introductions = { table: 'customer', column: 'introduced_by_id', feature: 'customer' };
const introducedKey = `${introductions.table} ${introductions.column}`;

/** Whom the one that goes brought was brought by the one that stays; not that one itself. */
export async function moveIntroduced(context: CommandContext, { keptId, goneId }: Pair): Promise<Moved> {
  const ids = (await introducedBy(context.writer, goneId)).filter((id) => id !== keptId);
  if (ids.length === 0) return {};
  return { [introducedKey]: await give(context, introductions, ids, { from: goneId, to: keptId }) };
}

/** Whom the other one brought before the merge was brought by that one again; how many. */
export async function giveBackIntroduced(
  context: CommandContext,
  moved: Moved,
  { keptId, goneId }: Pair,
): Promise<number> {
  const ids = moved[introducedKey] ?? [];
  return (await give(context, introductions, ids, { from: keptId, to: goneId })).length;
}
