import type { GapAnalysis, Share, Split } from '#shared/features/gap/gap.contract.ts';
import { splitChain, splitVolumePriceMix, type Step } from '#shared/features/gap/gap-variance.rules.ts';
import type { Who } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import { sameDaysOf } from '#shared/features/indicator/indicator-forecast.rules.ts';
import { periodSpan, samePeriodLastYear } from '#shared/features/indicator/indicator-period.rules.ts';
import { rateFor, toneFor } from '#shared/features/indicator/indicator-rate.rules.ts';
import { passedShare } from '#shared/features/meeting/meeting.rates.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readWorkCalendar } from '../calendar/calendar.repository.ts';
import { figureReaderOn, forecastsOf } from '../indicator/indicator.figures.ts';
import { goalDue, readGoals, type Goals } from '../indicator/indicator.goals.ts';
import type { FigureReader } from '../indicator/indicator.reader.ts';
import type { Viewer } from '../indicator/indicator.sight.ts';
import { readPersonDays } from '../indicator/indicator.sums.ts';
import { whoKey, whoName } from '../indicator/indicator.who.ts';
import { readMix } from './gap.mix.ts';
import { gapKey, listGapsOf } from './gap.repository.ts';

/** 线索 × 转化率: each amount is a rate of the one before it. */
const chains: Readonly<Record<string, readonly string[]>> = {
  leadsWon: ['leads', 'leadsWon'],
  orders: ['leads', 'orders'],
  deliveries: ['leads', 'orders', 'deliveries'],
  salesRevenue: ['leads', 'orders', 'deliveries', 'salesRevenue'],
  serviceRevenue: ['serviceVisits', 'serviceRevenue'],
  accidentRevenue: ['serviceRevenue', 'accidentRevenue'],
};

type Asked = { readonly key: string; readonly period: string; readonly who: Who };
type Parts = Asked & {
  readonly read: FigureReader;
  readonly definition: IndicatorDefinition;
  readonly goals: Goals;
  /** Today, or the period's last day where it is over. */
  readonly asOf: Day;
};

/** Goal against actual, and what drove the difference. Errors: not-found for an indicator that there is not. */
export async function analyse(
  reader: Reader,
  asked: Asked,
  today: Day,
  viewer: Viewer,
): Promise<GapAnalysis> {
  const { key, period, who } = asked;
  const span = periodSpan(period);
  const asOf = today < span.last ? today : span.last;
  const read = await figureReaderOn(reader, span.last, today, viewer);
  const definition = read.library.find(key);
  if (!definition) throw notFound('indicator', key);
  const goals = await readGoals(reader, Number(period.slice(0, 4)));
  const parts: Parts = { ...asked, read, definition, goals, asOf };
  const actual = await read.read(key, period, who);
  const seen = read.maySee(definition) && read.maySeeOf(who);
  const goal = seen ? goals.of(key, period, who) : null;
  const due = seen ? goalDue(goals, definition, period, who, asOf) : null;
  const lastYear = await lastYearToDate(parts, key);
  return {
    definition,
    period,
    span,
    asOf,
    who,
    whoName: await whoName(reader, who),
    goal,
    goalDue: due,
    actual,
    lastYear,
    difference: actual.value === null || due === null ? null : actual.value - due,
    rate: rateFor(definition, actual.value, goal),
    tone: toneFor(definition, actual.value, goal, passedShare(span.first, span.last, today)),
    forecasts: await forecastsOf(read, definition, period, who, actual.value, await readWorkCalendar(reader)),
    splits: actual.value === null ? [] : await splitsOf(parts),
    ...(await sharesOf(parts)),
    gapId: (await listGapsOf(reader, Number(period.slice(0, 4)))).get(gapKey(key, period, who))?.id ?? null,
  };
}

/** The same days a year before; of what is no sum the whole period. */
async function lastYearToDate({ read, period, who, asOf }: Parts, key: string): Promise<number | null> {
  const before = samePeriodLastYear(period);
  const days = sameDaysOf(periodSpan(before), periodSpan(period), asOf);
  const sum = await read.readDays(key, days, who);
  if (sum !== undefined) return sum;
  return (await read.read(key, before, who)).value;
}

async function splitsOf(parts: Parts): Promise<readonly Split[]> {
  const { read, key, period, who, goals, asOf } = parts;
  const splits: Split[] = [];
  for (const base of ['goal', 'lastYear'] as const) {
    const steps: Step[] = [];
    for (const step of chains[key] ?? []) {
      const definition = read.library.find(step);
      if (!definition) continue;
      steps.push({
        key: step,
        base: base === 'goal' ? goalDue(goals, definition, period, who, asOf) : await lastYearToDate(parts, step),
        actual: (await read.read(step, period, who)).value,
      });
    }
    const drivers = splitChain(steps);
    if (drivers) splits.push({ kind: 'chain', base, drivers, difference: sum(drivers) });
  } // prettier-ignore
  const span = periodSpan(period);
  const spans = {
    base: sameDaysOf(periodSpan(samePeriodLastYear(period)), span, asOf),
    actual: { first: span.first, last: asOf },
  };
  const groups = await readMix(read.reader, key, spans, await read.people(who));
  const drivers = groups && splitVolumePriceMix(groups);
  if (drivers) splits.push({ kind: 'mix', base: 'lastYear', drivers, difference: sum(drivers) });
  return splits;
}

const sum = (drivers: readonly { readonly amount: number }[]): number =>
  drivers.reduce((total, { amount }) => total + amount, 0);

/** Departments with a goal, and people with a goal or a figure; those furthest behind first. */
async function sharesOf(parts: Parts): Promise<Pick<GapAnalysis, 'departments' | 'people'>> {
  const { read, definition, goals, key, period, who, asOf } = parts;
  if (who.level === 'person' || !read.maySee(definition)) return { departments: [], people: [] };
  const within = await read.people(who);
  const all = new Map<string, Who>();
  for (const line of goals.lines) if (line.key === key) all.set(whoKey(line.who), line.who);
  const part = definition.working.kind === 'sum' ? definition.working.parts[0] : undefined;
  if (part?.person !== undefined)
    for (const { person } of await readPersonDays(read.reader, part, { ...periodSpan(period), last: asOf })) {
      const one: Who = { level: 'person', departmentId: null, personId: person };
      all.set(whoKey(one), one);
    }
  const shares: Share[] = [];
  for (const one of all.values()) {
    if (one.level === 'store' || (one.level === 'department' && who.level === 'department')) continue;
    if (!read.maySeeOf(one)) continue;
    if (one.level === 'person' && within !== null && !within.includes(one.personId ?? 0)) continue;
    const actual = (await read.read(key, period, one)).value;
    if (actual === null) continue;
    const goal = goalDue(goals, definition, period, one, asOf);
    const name = (await whoName(read.reader, one)) ?? '';
    shares.push({ who: one, name, goal, actual, rate: rateFor(definition, actual, goal) });
  }
  const behind = shares.sort((a, b) => (a.rate ?? Infinity) - (b.rate ?? Infinity) || b.actual - a.actual);
  return {
    departments: behind.filter((share) => share.who.level === 'department'),
    people: behind.filter((share) => share.who.level === 'person'),
  };
}
