import type { IncomeActual } from '#shared/features/income/income.contract.ts';
import { actualPaySlip } from '#shared/features/pay/pay.rules.ts';
import { dayOfInstant } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, type Month } from '#shared/kernel/period.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import { readPayRules } from '../pay/pay.repository.ts';
import { peopleOfDepartments } from './income.basis.ts';
import { readEvidence } from './income.evidence.ts';
import { readGivenGoals } from './income.goals.ts';
import { seenPerson, type Asking } from './income.sight.ts';

/** Months before this one whose slip can be asked for. */
const monthsBack = 12;

/** The slip of what a person did in a month, by the rule and the goal of that month. Errors: `forbidden`, `income-actual-month`. */
export async function readActual(
  asking: Asking,
  now: string,
  { personId, month }: { readonly personId: number; readonly month: Month },
): Promise<IncomeActual> {
  const { reader } = asking;
  const { postId, departmentId } = await seenPerson(asking, personId);
  const today = dayOfInstant(now, storeOffsetMinutes);
  const thisMonth = monthOf(today);
  if (month > thisMonth || month < addMonthsTo(thisMonth, -monthsBack))
    throw ruleViolated('income-actual-month');
  const isRunning = month === thisMonth;
  const [rule] = postId === null ? [] : await readPayRules(reader, month, month, postId);
  const none = { month, isRunning, rule: null, hundredths: 0, goalUnits: null, untold: 0, slip: null };
  if (!rule) return none;
  const { id, edition, content } = rule;
  const { first, last } = monthDays(month);
  const person = { id: personId, departmentId };
  const people = content.scope === 'department' ? await peopleOfDepartments(reader, person) : [personId];
  const records = await readEvidence(reader, people, { from: first, to: isRunning ? today : last });
  const { hundredths, sums, untold } = records[content.unit];
  const goalUnits = (await readGivenGoals(reader, person, [month]))(content, month);
  const isKnown = content.coefficients.length === 0 || goalUnits !== null;
  return {
    month,
    isRunning,
    rule: { id, edition, content },
    hundredths,
    goalUnits,
    untold,
    slip: isKnown ? actualPaySlip(content, { hundredths, sums, goalUnits }) : null,
  };
}
