import type { IncomeBasis } from '#shared/features/income/income.contract.ts';
import { hasOwnGoal, knownOf, peersOf } from '#shared/features/income/income-rates.rules.ts';
import {
  activityOf,
  spanOutlookOf,
  type MonthOutlook,
  type SpanOutlook,
  type WhatIf,
} from '#shared/features/income/income.rules.ts';
import type { PayUnit } from '#shared/features/pay/pay.content.ts';
import { holdsIn } from '#shared/features/pay/pay.rules.ts';
import type { Indicator } from '#shared/features/goal/goal.fields.ts';
import { addDays, dayOfInstant } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, type Month } from '#shared/kernel/period.ts';
import { workingDaysBetween } from '#shared/kernel/working-day.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import { readWorkCalendar } from '../calendar/calendar.repository.ts';
import { leaderOf } from '../department/department.leading.ts';
import { readPayRules } from '../pay/pay.repository.ts';
import { evidenceSpan, readEvidence } from './income.evidence.ts';
import { departmentsOf, goalOf, readGivenGoals } from './income.goals.ts';
import { seenPerson, type Asking } from './income.sight.ts';

/** This month and so many after it can be reckoned. */
const monthsAhead = 13;

export type FullBasis = IncomeBasis & { readonly departmentId: number | null };

/** Everything that the calculator of a person reckons with. Error: `forbidden`. */
export async function readBasis(asking: Asking, now: string, personId: number): Promise<FullBasis> {
  const { reader, actor } = asking;
  const { mayAnswer, postId, departmentId, ...person } = await seenPerson(asking, personId);
  const thisMonth = monthOf(dayOfInstant(now, storeOffsetMinutes));
  const months = Array.from({ length: monthsAhead }, (_, at) => addMonthsTo(thisMonth, at));
  const [from, to] = [thisMonth, addMonthsTo(thisMonth, monthsAhead - 1)];
  const rules = postId === null ? [] : await readPayRules(reader, from, to, postId);
  const givenIn = await readGivenGoals(reader, { id: personId, departmentId }, months);
  const calendar = await readWorkCalendar(reader);
  const managerId = await leaderOf(reader, { id: personId, departmentId });
  const manager = await reader
    .selectFrom('person')
    .select('name')
    .where('id', '=', managerId ?? 0)
    .executeTakeFirst();
  const span = evidenceSpan(thisMonth);
  const peers = await readEvidence(reader, await peopleOfPost(reader, personId, postId), span);
  const isDepartment = rules.some(({ content }) => content.scope === 'department');
  return {
    person: { id: person.id, name: person.name, post: person.post, isSelf: personId === actor.personId },
    departmentId,
    managerName: manager?.name ?? null,
    months: months.map((month) => {
      const { first, last } = monthDays(month);
      const rule = rules.find((one) => holdsIn(one, month));
      return {
        month,
        workingDays: workingDaysBetween(addDays(first, -1), last, calendar),
        isCalendarKnown: calendar.years.has(Number(month.slice(0, 4))),
        payId: rule?.id ?? null,
        givenUnits: rule ? givenIn(rule.content, month) : null,
      };
    }),
    rules: rules.map(({ id, edition, fromMonth, toMonth, content }) => ({
      id,
      edition,
      fromMonth,
      toMonth,
      content,
    })),
    evidence: await readEvidence(reader, [personId], span),
    peers: {
      deal: peersOf(peers.deal),
      visit: peersOf(peers.visit),
      hour: peersOf(peers.hour),
      fixed: peersOf(peers.fixed),
    },
    department: isDepartment
      ? await readEvidence(reader, await peopleOfDepartments(reader, { id: personId, departmentId }), span)
      : null,
    mayAnswer,
  };
}

/** Everybody who has the post, also who left: what they did counts. The person alone where there is no post. */
async function peopleOfPost(
  reader: Asking['reader'],
  personId: number,
  postId: number | null,
): Promise<readonly number[]> {
  if (postId === null) return [personId];
  const people = await reader.selectFrom('person').select('id').where('postId', '=', postId).execute();
  return people.map(({ id }) => id);
}

/** Everybody of the departments whose figures count for a person, also who left. */
export async function peopleOfDepartments(
  reader: Asking['reader'],
  person: { readonly id: number; readonly departmentId: number | null },
): Promise<readonly number[]> {
  const people = await reader
    .selectFrom('person')
    .select('id')
    .where('departmentId', 'in', await departmentsOf(reader, person))
    .execute();
  return people.map(({ id }) => id);
}

export type Asked = {
  readonly fromMonth: Month;
  readonly toMonth: Month;
  readonly what: WhatIf;
};

export type Reckoned = {
  /** Rule of the first month. */
  readonly payId: number;
  readonly unit: PayUnit;
  /** Whether there is an own goal that can be agreed on. */
  readonly isOwn: boolean;
  readonly span: SpanOutlook;
};

/**
 * The calculation as the person asked for it, each month by its own rule, goal and work calendar.
 * Errors: `income-past-month`, `ends-before-start`, `income-no-rule`; `income-rule-changes` where the rules count other things.
 */
export function reckon(basis: IncomeBasis, { fromMonth, toMonth, what }: Asked): Reckoned {
  if (toMonth < fromMonth) throw invalidField('toMonth', 'ends-before-start');
  const months = basis.months.filter(({ month }) => month >= fromMonth && month <= toMonth);
  if (months[0]?.month !== fromMonth || months.at(-1)?.month !== toMonth)
    throw ruleViolated('income-past-month');
  const asked = months.map((one) => {
    const rule = basis.rules.find(({ id }) => id === one.payId);
    if (!rule) throw ruleViolated('income-no-rule', { month: one.month });
    return { ...one, payId: rule.id, content: rule.content };
  });
  const [first] = asked;
  if (!first) throw ruleViolated('income-past-month');
  const { unit, scope } = first.content;
  const other = asked.find(({ content }) => content.unit !== unit || content.scope !== scope);
  if (other) throw ruleViolated('income-rule-changes', { month: other.month });
  return {
    payId: first.payId,
    unit,
    isOwn: hasOwnGoal(first.content),
    span: spanOutlookOf(asked, (content) => knownOf(basis, content), what),
  };
}

/** Goals of a month of so many units: with the orders and leads that they need, where the rates are known. */
export function goalValues(
  { content, workingDays, outlook }: MonthOutlook,
  units: number,
): Partial<Record<Indicator, number>> {
  const { unit } = content;
  const indicator = goalOf[unit];
  const values: Partial<Record<Indicator, number>> = indicator ? { [indicator]: units } : {};
  const indicators = { order: 'orders', lead: 'leads' } as const;
  for (const { kind, need } of activityOf(unit, units, outlook.figures.rates, workingDays))
    if ((kind === 'order' || kind === 'lead') && 'perMonth' in need) values[indicators[kind]] = need.perMonth;
  return values;
}
