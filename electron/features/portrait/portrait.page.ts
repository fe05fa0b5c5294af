import { customerFields } from '#shared/features/customer/customer.fields.ts';
import { place, rowLength } from '#shared/features/portrait/portrait-facts.ts';
import { risks } from '#shared/features/portrait/portrait.content.ts';
import type { portraitContract } from '#shared/features/portrait/portrait.contract.ts';
import {
  matrixOf,
  measureOf,
  reasonBitsAt,
  reasonsOf,
  type CustomerPortrait,
} from '#shared/features/portrait/portrait.rules.ts';
import type { MatrixCell, SegmentLine, SegmentPage } from '#shared/features/portrait/portrait-views.ts';
import { dayNumber } from '#shared/kernel/day.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { ruleOn } from './portrait.edition.ts';
import { sightOf, type PortraitSight } from './portrait.sight.ts';
import type { Portraits } from './portrait.store.ts';

export type Chosen = Omit<Parameters<HandlersOf<typeof portraitContract>['page']>[0], 'page' | 'pageSize'>;

const isOf = ({ consultantId, adviserId }: CustomerPortrait, personId: number): boolean =>
  consultantId === personId || adviserId === personId;

/** The matrix as a person may see it. */
export const shownMatrix = (
  portraits: readonly CustomerPortrait[],
  { visits, orders }: PortraitSight,
): MatrixCell[] =>
  matrixOf(portraits).map((cell) => ({ ...cell, moneyFen: visits && orders ? cell.moneyFen : null }));

const riskRank = Object.fromEntries(risks.map((risk, index) => [risk, index]));
/** No date is longer ago than any. */
const away = ({ recencyDays }: CustomerPortrait): number => recencyDays ?? Number.MAX_SAFE_INTEGER;

/** By name: who may be lost first comes first, then in the order of the file. */
const compare: Readonly<Record<Chosen['sort'], (a: CustomerPortrait, b: CustomerPortrait) => number>> = {
  money: (a, b) => a.moneyFen - b.moneyFen,
  recency: (a, b) => away(a) - away(b),
  visits: (a, b) => a.visitsInYear - b.visitsInYear,
  name: (a, b) => (riskRank[b.risk] ?? 0) - (riskRank[a.risk] ?? 0) || a.segment.localeCompare(b.segment),
};

/** Portraits that are asked for, in their order. Error: `hidden-field`. */
export function chosenOf(
  all: readonly CustomerPortrait[],
  { segment, risk, personId, sort, descending }: Chosen,
  sight: PortraitSight,
): { readonly mine: readonly CustomerPortrait[]; readonly chosen: readonly CustomerPortrait[] } {
  if ((sort === 'money' && !(sight.visits && sight.orders)) || (sort !== 'name' && !sight.visits))
    throw ruleViolated('hidden-field', { field: sort });
  const mine = personId === null ? all : all.filter((one) => isOf(one, personId));
  const sign = descending ? -1 : 1;
  const chosen = mine
    .filter((one) => (segment === null || one.segment === segment) && (risk === null || one.risk === risk))
    .sort((a, b) => sign * compare[sort](a, b) || a.customerId - b.customerId);
  return { mine, chosen };
}

/** Names of those on a page alone. */
export async function linesOf(
  { reader, actor, clock }: QueryContext,
  portraits: Portraits,
  shown: readonly CustomerPortrait[],
): Promise<SegmentLine[]> {
  if (shown.length === 0) return [];
  const today = clock.today();
  const sight = sightOf(actor);
  const base = await portraits.base(today);
  const measure = measureOf((await ruleOn(reader, today)).content, dayNumber(today));
  const wanted = new Set(shown.map(({ customerId }) => customerId));
  const at = new Map<number, number>();
  for (let index = 0; index < base.count; index += 1) {
    const id = base.rows[index * rowLength + place.customerId] ?? 0;
    if (wanted.has(id)) at.set(id, index);
  }
  const customers = await reader
    .selectFrom('customer')
    .select(['id', 'name', 'phone'])
    .where('id', 'in', (select) =>
      select
        .selectFrom(
          select.fn<{ value: number }>('json_each', [select.val(JSON.stringify([...wanted]))]).as('ids'),
        )
        .select('ids.value'),
    )
    .execute();
  const people = new Map(
    (await reader.selectFrom('person').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  return shown.map((one) => {
    const customer = byId.get(one.customerId);
    return {
      customerId: one.customerId,
      name: customer?.name ?? '',
      phone: shownTo(actor, customerFields.phone, customer?.phone ?? null),
      segment: one.segment,
      risk: one.risk,
      reasons: reasonsOf(reasonBitsAt(base, at.get(one.customerId) ?? 0, measure)),
      recencyDays: sight.visits ? one.recencyDays : null,
      visitsInYear: sight.visits ? one.visitsInYear : null,
      moneyFen: sight.visits && sight.orders ? one.moneyFen : null,
      consultantName: people.get(one.consultantId) ?? null,
      adviserName: sight.visits ? (people.get(one.adviserId) ?? null) : null,
    };
  });
}

/** One page of 客户分层. */
export async function readSegmentPage(
  context: QueryContext,
  portraits: Portraits,
  { page, pageSize, ...asked }: Parameters<HandlersOf<typeof portraitContract>['page']>[0],
): Promise<SegmentPage> {
  const { reader, actor, clock } = context;
  const sight = sightOf(actor);
  const all = await portraits.all(reader, clock.today());
  const { mine, chosen } = chosenOf(all, asked, sight);
  const ids = new Set<number>();
  for (const { consultantId, adviserId } of all) ids.add(consultantId).add(adviserId);
  const people = await reader.selectFrom('person').select(['id', 'name']).orderBy('id').execute();
  const { edition, fromDay, confirmed } = await ruleOn(reader, clock.today());
  return {
    total: chosen.length,
    lines: await linesOf(context, portraits, chosen.slice((page - 1) * pageSize, page * pageSize)),
    matrix: shownMatrix(mine, sight),
    people: people.filter(({ id }) => ids.has(id)),
    seesVisits: sight.visits,
    seesMoney: sight.visits && sight.orders,
    rule: { edition, fromDay, confirmed },
  };
}
