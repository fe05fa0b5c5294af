import type {
  IncomeMonthUnits,
  IncomeState,
  IncomeWish,
  incomeContract,
} from '#shared/features/income/income.contract.ts';
import { basisOf, type MonthOutlook } from '#shared/features/income/income.rules.ts';
import { paySlip } from '#shared/features/pay/pay.rules.ts';
import { DeskError, invalidField, notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import { incomeText } from '#shared/text/income.text.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { addDays, dayOfInstant } from '#shared/kernel/day.ts';
import { monthDays, yearOf, type Month } from '#shared/kernel/period.ts';
import { conflictOf } from '#electron/kernel/record/record-handlers.ts';
import type { Printer } from '#electron/reports/sheet-file.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import { departmentsLedBy } from '../department/department.leading.ts';
import { adoptGoals } from '../goal/goal.adopt.ts';
import { readActual } from './income.actual.ts';
import { goalValues, readBasis, reckon } from './income.basis.ts';
import { readPayCosts } from './income.cost.ts';
import { printHandlers } from './income.print.ts';
import {
  findWish,
  insertWish,
  listWishes,
  patchWish,
  wishesBeside,
  wishesInState,
  type StoredWish,
} from './income.repository.ts';
import { seenPeople, seenPerson } from './income.sight.ts';

/** Days that a no of the manager stands on the person's desk. */
const toldDays = 14;

const waitingStates: readonly IncomeState[] = ['proposed', 'answered'];

const shown = ({ departmentId: _department, ...wish }: StoredWish): IncomeWish => wish;

/** Only the state goes to the audit, which more people read than may see pay. */
const tellState = (
  context: CommandContext,
  id: number,
  before: IncomeState | null,
  after: IncomeState,
): void => context.changed({ feature: 'income', id, changes: [{ field: 'state', before, after }] });

type Version = { readonly id: number; readonly version: number };

/** The wish as the person saw it. Errors: `not-found`, `conflict`. */
async function mustFind(context: CommandContext, { id, version }: Version): Promise<StoredWish> {
  const wish = await findWish(context.writer, id);
  if (!wish) throw notFound('income', id);
  if (wish.version !== version) throw await conflictOf(context.writer, 'income', id);
  return wish;
}

async function move(
  context: CommandContext,
  wish: StoredWish,
  state: IncomeState,
  patch = {},
): Promise<void> {
  await patchWish(context.writer, wish, { ...patch, state, updatedAt: context.clock.now() });
  tellState(context, wish.id, wish.state, state);
}

/** Nothing is agreed on with who has left, or will have left before the last month begins. Error: `income-left`. */
function assertStays(context: CommandContext, { leftOn }: { leftOn: string | null }, toMonth: Month): void {
  if (leftOn !== null && (leftOn <= context.clock.today() || leftOn < monthDays(toMonth).first))
    throw ruleViolated('income-left', { day: leftOn });
}

/** A wish that waits and may be answered by this person. Errors: `forbidden`, `income-own`, `income-not-waiting`. */
async function answerable(context: CommandContext, input: Version): Promise<StoredWish> {
  const wish = await mustFind(context, input);
  const { mayAnswer } = await seenPerson({ ...context, reader: context.writer }, wish.personId);
  if (!mayAnswer) throw ruleViolated('income-own');
  if (!waitingStates.includes(wish.state)) throw ruleViolated('income-not-waiting');
  return wish;
}

/** The agreed figures become the person's month goals; an earlier agreement about the same months gives way. */
async function agree(
  context: CommandContext,
  wish: StoredWish,
  units: readonly number[],
): Promise<{ goals: number }> {
  const { writer, clock, actor } = context;
  // Whoever agrees was proven to see this person; the person's own yes comes with the scope of the own.
  const asking = { actor, scope: 'all', reader: writer } as const;
  assertStays(context, await seenPerson(asking, wish.personId), wish.toMonth);
  const basis = await readBasis(asking, clock.now(), wish.personId);
  const { fromMonth, toMonth, what } = wish;
  const { span } = reckon(basis, { fromMonth, toMonth, what });
  const agreed = span.months.map((one, at) => ({ ...one, units: units[at] ?? 0 }));
  const reason = incomeText[actor.language].goalNote;
  let goals = 0;
  for (const [year, months] of Map.groupBy(agreed, ({ month }) => yearOf(month))) {
    const cells = months.flatMap((month) =>
      Object.entries(goalValues(month, month.units)).map(([indicator, value]) => ({
        indicator,
        period: month.month,
        value,
      })),
    );
    goals += cells.length;
    await adoptGoals(context, { personId: wish.personId, year, cells }, { confirmed: true, reason });
  }
  for (const other of await wishesBeside(writer, wish, ['confirmed'])) await move(context, other, 'replaced');
  await move(context, wish, 'confirmed', {
    months: JSON.stringify(agreedMonths(agreed)),
    units: units.reduce((total, one) => total + one, 0),
    decidedById: actor.personId,
    decidedAt: clock.now(),
  });
  return { goals };
}

/** What was agreed on, with the income by the figures of today. */
const agreedMonths = (months: readonly (MonthOutlook & { readonly units: number })[]): IncomeMonthUnits[] =>
  months.map(({ month, units, content, outlook }) => {
    const basis = basisOf(outlook.figures);
    return { month, units, incomeFen: basis && paySlip(content, units, basis).totalFen };
  });

const assertSelf = ({ actor }: CommandContext, personId: number): void => {
  if (actor.personId !== personId) throw new DeskError({ code: 'forbidden', right: 'income.use' });
};

export const incomeHandlers = (printer: Printer): HandlersOf<typeof incomeContract> => ({
  ...printHandlers(printer),

  async people(_input, context) {
    const people = await seenPeople(context);
    return people.map(({ id, name, post }) => ({ id, name, post, isSelf: id === context.actor.personId }));
  },

  async basis({ personId }, context) {
    const { departmentId: _department, ...basis } = await readBasis(context, context.clock.now(), personId);
    return basis;
  },

  actual: async (input, context) => readActual(context, context.clock.now(), input),

  cost: async (_input, context) => readPayCosts(context),

  async list({ personId }, context) {
    await seenPerson(context, personId);
    return (await listWishes(context.reader, personId)).map(shown);
  },

  async waiting(_input, { scope, actor, reader, clock }) {
    const led = scope === 'all' ? null : await departmentsLedBy(reader, actor.personId);
    const found = await wishesInState(reader, [...waitingStates, 'declined']);
    const tellFrom = addDays(clock.today(), -toldDays);
    return found
      .filter(({ id, personId, departmentId, state, updatedAt }) => {
        // A no is told for a while, until the person asks again.
        if (state === 'declined')
          return (
            personId === actor.personId &&
            dayOfInstant(updatedAt, storeOffsetMinutes) >= tellFrom &&
            !found.some((other) => other.personId === personId && other.id > id)
          );
        if (state === 'answered') return personId === actor.personId;
        if (led === null) return true;
        return personId !== actor.personId && departmentId !== null && led.has(departmentId);
      })
      .map(shown);
  },

  async propose({ personId, words, ...asked }, context) {
    assertSelf(context, personId);
    const { writer, clock } = context;
    const asking = { ...context, reader: writer };
    assertStays(context, await seenPerson(asking, personId), asked.toMonth);
    const basis = await readBasis(asking, clock.now(), personId);
    const { payId, unit, isOwn, span } = reckon(basis, asked);
    if (!isOwn) throw ruleViolated('income-not-own');
    const months = span.months.map(({ month, outlook: { result } }): IncomeMonthUnits => {
      if (!result) throw ruleViolated('income-missing');
      const { solved } = result;
      if (solved.kind === 'unreachable') throw ruleViolated('income-unreachable', { month });
      return { month, units: solved.units, incomeFen: solved.incomeFen };
    });
    const { fromMonth, toMonth, what } = asked;
    const id = await insertWish(writer, {
      personId,
      payId,
      unit,
      fromMonth,
      toMonth,
      wishFen: what.wishFen,
      months,
      what,
      words,
      createdAt: clock.now(),
    });
    tellState(context, id, null, 'proposed');
    for (const other of await wishesBeside(writer, { id, personId, fromMonth, toMonth }, waitingStates))
      await move(context, other, 'replaced');
    return { id };
  },

  async confirm(input, context) {
    const wish = await answerable(context, input);
    return agree(
      context,
      wish,
      wish.months.map(({ units }) => units),
    );
  },

  async answer({ units, words, ...input }, context) {
    const wish = await answerable(context, input);
    if (units.length !== wish.months.length)
      throw invalidField('units', 'income-months', { count: wish.months.length });
    await move(context, wish, 'answered', {
      answerUnits: units.reduce((total, one) => total + one, 0),
      answerMonths: JSON.stringify(units),
      answerWords: words,
      answeredById: context.actor.personId,
      answeredAt: context.clock.now(),
    });
    return {};
  },

  async decline({ reason, ...input }, context) {
    const wish = await answerable(context, input);
    await move(context, wish, 'declined', {
      answerUnits: null,
      answerMonths: null,
      answerWords: reason,
      answeredById: context.actor.personId,
      answeredAt: context.clock.now(),
    });
    return {};
  },

  async accept(input, context) {
    const wish = await mustFind(context, input);
    assertSelf(context, wish.personId);
    if (wish.state !== 'answered' || wish.answerMonths === null) throw ruleViolated('income-not-answered');
    return agree(context, wish, wish.answerMonths);
  },

  async withdraw(input, context) {
    const wish = await mustFind(context, input);
    assertSelf(context, wish.personId);
    if (!waitingStates.includes(wish.state)) throw ruleViolated('income-not-waiting');
    await move(context, wish, 'withdrawn');
    return {};
  },
});
