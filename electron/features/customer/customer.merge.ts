import type { customerContract, MergePreview } from '#shared/features/customer/customer.contract.ts';
import { invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { fieldEntries, type RecordValues } from '#electron/kernel/record/record-definition.ts';
import { setRemoved, updateRecord } from '#electron/kernel/record/record-handlers.ts';
import { recordDefinitions } from '#electron/kernel/record/record-registry.ts';
import { maskRow } from '#electron/kernel/record/record-mask.ts';
import { fromStored, readLabels, readRow } from '#electron/kernel/record/record-repository.ts';
import { customerRecord } from './customer.record.ts';
import { readDuplicates } from './customer.duplicates.ts';
import { introducersOf } from './customer.introduced.ts';
import { giveBack, giveBackIntroduced, moveAll, moveIntroduced, type Moved } from './customer.moved-rows.ts';
import { referringIds } from './customer.references.ts';

type Values = Record<string, string | number | boolean | null>;
type Taken = Readonly<Record<string, { readonly before: Values[string]; readonly after: Values[string] }>>;

/** Fields that a person chooses between; the rest is the core's. */
const chosen = fieldEntries(customerRecord)
  .filter(([, field]) => !field.computed)
  .map(([name]) => name);

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';

/** Both customers, living. Errors: `customer-merge-same`, `not-found`, `in-bin`, `customer-merge-kinds`. */
async function readPair(
  reader: Reader | Writer,
  { keptId, goneId }: { readonly keptId: number; readonly goneId: number },
): Promise<{ kept: Values; gone: Values }> {
  if (keptId === goneId) throw ruleViolated('customer-merge-same');
  const living = async (id: number): Promise<Values> => {
    const row = await readRow(reader, customerRecord, id);
    if (!row) throw notFound('customer', id);
    if (row['removedAt']) throw ruleViolated('in-bin');
    return { ...fromStored(customerRecord, row) };
  };
  const [kept, gone] = [await living(keptId), await living(goneId)];
  if (kept['kind'] !== gone['kind']) throw ruleViolated('customer-merge-kinds');
  return { kept, gone };
}

const hasRoomForPhone = (kept: RecordValues, gone: RecordValues): boolean =>
  isNothing(kept['secondPhone']) &&
  !isNothing(gone['phone']) &&
  gone['phone'] !== kept['phone'] &&
  !isNothing(kept['phone']);

/** A refusal is never lost: neither of calls nor of consent. */
const refusals = (kept: RecordValues, gone: RecordValues): Values => ({
  ...(gone['doNotCall'] === true && kept['doNotCall'] !== true ? { doNotCall: true } : {}),
  ...(gone['consent'] === 'refused' && kept['consent'] !== 'refused' ? { consent: 'refused' } : {}),
});

const counts = (rows: Awaited<ReturnType<typeof referringIds>>): MergePreview['moves'] =>
  rows
    // Lists of a feature's own (members of a campaign, what was said of consent) move along unnamed.
    .filter(({ feature }) => recordDefinitions().some((definition) => definition.feature === feature))
    .map(({ feature, ids }) => ({ feature, count: ids.length }));

type MergeCalls = Pick<
  HandlersOf<typeof customerContract>,
  'duplicates' | 'tellApart' | 'mergePreview' | 'merge' | 'merges' | 'unmerge'
>;

const pageSize = 20;

export const mergeHandlers: MergeCalls = {
  duplicates: async (input, { reader }) => readDuplicates(reader, input),

  async tellApart({ firstId, secondId }, { writer, clock, actor, changed }) {
    if (firstId === secondId) throw ruleViolated('customer-merge-same');
    const [low, high] = firstId < secondId ? [firstId, secondId] : [secondId, firstId];
    for (const id of [low, high])
      if (!(await writer.selectFrom('customer').select('id').where('id', '=', id).executeTakeFirst()))
        throw notFound('customer', id);
    await writer
      .insertInto('customerDistinct')
      .values({ firstId: low, secondId: high, at: clock.now(), personId: actor.personId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    changed({ feature: 'customer', id: low, changes: [] });
    changed({ feature: 'customer', id: high, changes: [] });
    return {};
  },

  async mergePreview(pair, { reader, actor }) {
    const { kept, gone } = await readPair(reader, pair);
    const [shownKept, shownGone] = [kept, gone].map((row) => maskRow(customerRecord, row, actor));
    return {
      fields: chosen.flatMap((field) => {
        const [mine, other] = [shownKept?.[field] ?? null, shownGone?.[field] ?? null];
        return isNothing(mine) && isNothing(other)
          ? []
          : [{ field, kept: mine, gone: other, take: isNothing(mine) && !isNothing(other) }];
      }),
      labels: await readLabels(reader, customerRecord, [kept, gone], actor),
      mayKeepPhone: hasRoomForPhone(kept, gone),
      moves: counts(await referringIds(reader, pair.goneId, false)),
      stays: counts(await referringIds(reader, pair.goneId, true)),
    };
  },

  async merge({ take, keepPhone, ...pair }, context) {
    const { writer, clock, actor } = context;
    const { kept, gone } = await readPair(writer, pair);
    const unknown = take.find((field) => !chosen.includes(field));
    if (unknown !== undefined) throw invalidField('take', 'unknown-field');
    const phone = keepPhone && !take.includes('secondPhone') && hasRoomForPhone(kept, gone);
    const changes: Values = {
      ...Object.fromEntries(take.map((field) => [field, gone[field] ?? null])),
      ...(phone
        ? { secondPhone: take.includes('phone') ? (kept['phone'] ?? null) : (gone['phone'] ?? null) }
        : {}),
      ...refusals(kept, gone),
    };
    const moved = { ...(await moveAll(context, pair)), ...(await moveIntroduced(context, pair)) };
    // Who was brought by the one that goes, through whomever, is brought by nobody once the two are one.
    const by = changes['introducedById'] ?? kept['introducedById'];
    if (typeof by === 'number') {
      const chain = await introducersOf(writer, by);
      if (chain.includes(pair.keptId) || chain.includes(pair.goneId)) changes['introducedById'] = null;
    }
    await putAway(context, pair);
    await updateRecord({ ...context, scope: 'all' }, customerRecord, pair.keptId, null, {
      ...formOf(kept),
      ...changes,
    });
    const taken: Taken = Object.fromEntries(
      Object.entries(changes)
        .filter(([field, after]) => (kept[field] ?? null) !== after)
        .map(([field, after]) => [field, { before: kept[field] ?? null, after }]),
    );
    const { id } = await writer
      .insertInto('customerMerge')
      .values({
        ...pair,
        at: clock.now(),
        personId: actor.personId,
        personName: actor.name,
        moved: JSON.stringify(moved),
        taken: JSON.stringify(taken),
        undoneAt: null,
        undoneBy: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const count = Object.values(moved).reduce((sum, ids) => sum + ids.length, 0);
    context.tell('moved', count);
    return { id, moved: count };
  },

  async merges({ page }, { reader }) {
    const { total } = await reader
      .selectFrom('customerMerge')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await reader
      .selectFrom('customerMerge')
      .innerJoin('customer as kept', 'kept.id', 'customerMerge.keptId')
      .innerJoin('customer as gone', 'gone.id', 'customerMerge.goneId')
      .select([
        'customerMerge.id',
        'customerMerge.keptId',
        'kept.name as keptName',
        'customerMerge.goneId',
        'gone.name as goneName',
        'customerMerge.at',
        'customerMerge.personName',
        'customerMerge.moved',
        'customerMerge.undoneAt',
        'customerMerge.undoneBy',
      ])
      .orderBy('customerMerge.id', 'desc')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute();
    return {
      total,
      lines: rows.map(({ moved, ...row }) => ({
        ...row,
        moved: Object.values(JSON.parse(moved) as Moved).reduce((sum, ids) => sum + ids.length, 0), // written by merge
      })),
    };
  },

  async unmerge({ id }, context) {
    const { writer, clock, actor } = context;
    const merge = await writer
      .selectFrom('customerMerge')
      .select(['keptId', 'goneId', 'moved', 'taken', 'undoneAt'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (!merge) throw notFound('customerMerge', id);
    if (merge.undoneAt !== null) throw ruleViolated('customer-merge-undone');
    const row = await readRow(writer, customerRecord, merge.keptId);
    if (!row || row['removedAt']) throw ruleViolated('in-bin');
    const kept = fromStored(customerRecord, row);
    const taken = JSON.parse(merge.taken) as Taken; // written by merge
    const back = Object.entries(taken).filter(([field, { after }]) => (kept[field] ?? null) === after);
    const moved = JSON.parse(merge.moved) as Moved; // written by merge
    // First of all: while these are the other one's, what is given back could be a circle.
    const introduced = await giveBackIntroduced(context, moved, merge);
    await updateRecord({ ...context, scope: 'all' }, customerRecord, merge.keptId, null, {
      ...formOf(kept),
      ...Object.fromEntries(back.map(([field, { before }]) => [field, before])),
    });
    await writer.updateTable('customer').set({ mergedIntoId: null }).where('id', '=', merge.goneId).execute();
    await setRemoved({ ...context, scope: 'all' }, customerRecord, [merge.goneId], false);
    const returned = introduced + (await giveBack(context, moved, merge));
    await writer
      .updateTable('customerMerge')
      .set({ undoneAt: clock.now(), undoneBy: actor.name })
      .where('id', '=', id)
      .execute();
    const all = Object.values(moved).reduce((sum, ids) => sum + ids.length, 0);
    return {
      returned,
      stayed: all - returned,
      fieldsBack: back.map(([field]) => field),
      fieldsEdited: Object.keys(taken).filter((field) => !back.some(([name]) => name === field)),
    };
  },
};

/** Values that a form sends: computed ones are the core's. */
const formOf = (values: RecordValues): Values =>
  Object.fromEntries(chosen.map((field) => [field, values[field] ?? null]));

/** The one that is merged goes to the bin and says into whom. */
async function putAway(
  context: CommandContext,
  { keptId, goneId }: { readonly keptId: number; readonly goneId: number },
): Promise<void> {
  await context.writer
    .updateTable('customer')
    .set({ mergedIntoId: keptId })
    .where('id', '=', goneId)
    .execute();
  await setRemoved({ ...context, scope: 'all' }, customerRecord, [goneId], true);
  context.changed({
    feature: 'customer',
    id: goneId,
    changes: [{ field: 'mergedIntoId', before: null, after: keptId }],
  });
}
