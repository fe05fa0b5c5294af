import { dayFromNumber, type Day } from '../../kernel/day.ts';
import type { DesignContent } from '../membership/membership.content.ts';
import {
  goodsOf,
  groupings,
  type Assumptions,
  type BreakEven,
  type GroupLine,
  type Grouping,
  type Mover,
  type Run,
  type SimulationResult,
} from './simulation.content.ts';
import type { SimulationCalendar } from './simulation-calendar.rules.ts';
import { designRun, marginOf, type DesignRun, type History } from './simulation-run.rules.ts';

/** Customers between two looks at whether to go on. */
const customersAtATime = 500;
/** As many names as the lists of who gains and who loses hold. */
const listed = 20;

export type SimulationOrder = {
  readonly design: DesignContent;
  /** What it is compared with; null: no membership. */
  readonly base: DesignContent | null;
  readonly baseEdition: number | null;
  readonly assumptions: Assumptions;
  readonly ranOn: Day;
};

/** 试算 customer after customer; gives how many are done, at last the result. Pure: the same history gives the same. */
export function* simulation(
  { design, base, baseEdition, assumptions, ranOn }: SimulationOrder,
  history: History,
  calendar: SimulationCalendar,
): Generator<number, SimulationResult> {
  const draftRun = designRun(design, assumptions, history, calendar);
  const baseRun = base ? designRun(base, assumptions, history, calendar) : undefined;
  const count = history.customers.length;
  for (let at = 0; at < count; at += 1) {
    draftRun.customer(at);
    baseRun?.customer(at);
    if (at % customersAtATime === customersAtATime - 1) yield at + 1;
  }
  const facts = factsOf(history, calendar);
  const draft = draftRun.result();
  const against = baseRun?.result() ?? null;
  const marginFen = marginOf(design, facts.goodsFen);
  return {
    from: dayFromNumber(calendar.from),
    to: dayFromNumber(calendar.to),
    ranOn,
    baseEdition,
    visits: facts.visits,
    customers: facts.customers,
    salesFen: facts.salesFen,
    goodsFen: facts.goodsFen,
    marginFen,
    draft,
    base: against,
    baseTiers: base?.tiers.map(({ name }) => name) ?? [],
    ...changesOf(history, facts.sales, draftRun, baseRun, draft),
    retention: facts.retention,
    breakEven: breakEvenOf(draft, against, { ...facts, marginFen, months: calendar.months.length }),
  };
}

type Facts = Pick<SimulationResult, 'visits' | 'customers' | 'salesFen' | 'goodsFen' | 'retention'> & {
  /** Of each customer, within the simulated months. */
  readonly sales: Float64Array;
};

/** What the history says whatever the design. */
function factsOf(history: History, { from, to, leaves }: SimulationCalendar): Facts {
  const { customers, starts, day: days, goods } = history;
  const sales = new Float64Array(customers.length);
  const goodsFen = goodsOf(() => 0);
  let [visits, present, before, kept] = [0, 0, 0, 0];
  for (let at = 0; at < customers.length; at += 1) {
    let [own, late, early] = [0, false, false];
    for (let k = starts[at] ?? 0; k < (starts[at + 1] ?? 0); k += 1) {
      const day = days[k] ?? 0;
      const isLate = leaves(day) > to;
      if (isLate) late = true;
      else if (leaves(leaves(day)) > to) early = true;
      if (day < from) continue;
      visits += 1;
      own += 1;
      for (const [kind, fens] of Object.entries(goods)) {
        const fen = fens[k] ?? 0;
        goodsFen[kind as keyof typeof goodsFen] += fen; // keys of the same record
        sales[at] = (sales[at] ?? 0) + fen;
      }
    }
    if (own > 0) present += 1;
    if (early) before += 1;
    if (early && late) kept += 1;
  }
  const salesFen = sales.reduce((sum, fen) => sum + fen, 0);
  return { sales, goodsFen, visits, customers: present, salesFen, retention: { before, kept } };
}

type Changes = Pick<
  SimulationResult,
  'winners' | 'losers' | 'gainedFen' | 'lostFen' | 'topWinners' | 'topLosers' | 'groups'
>;

/** Who gets more and who gets less. */
function changesOf(
  history: History,
  sales: Float64Array,
  draft: DesignRun,
  base: DesignRun | undefined,
  { tiers }: Run,
): Changes {
  const { customers } = history;
  const change = customers.map(() => 0);
  const changes = new Float64Array(change.length);
  const touched: number[] = [];
  const sums = { winners: 0, losers: 0, gainedFen: 0, lostFen: 0 };
  const limits = valueLimits(sales);
  const groups = new Map<string, GroupLine>();
  for (let at = 0; at < customers.length; at += 1) {
    const fen = (draft.got[at] ?? 0) - (base?.got[at] ?? 0);
    changes[at] = fen;
    if (fen > 0) {
      sums.winners += 1;
      sums.gainedFen += fen;
    } else if (fen < 0) {
      sums.losers += 1;
      sums.lostFen -= fen;
    }
    if (fen !== 0) touched.push(at);
    const place = draft.tier[at] ?? -1;
    if (place < 0 && (base?.tier[at] ?? -1) < 0) continue;
    const own: Readonly<Record<Grouping, string>> = {
      tier: tiers[place]?.name ?? '',
      value: limits(sales[at] ?? 0),
      kind: history.isCompany[at] === 1 ? 'company' : 'person',
      fleet: fleetOf(history.vehicles[at] ?? 0),
    };
    for (const by of groupings) {
      const name = `${by} ${own[by]}`;
      const line = groups.get(name) ?? {
        by,
        key: own[by],
        customers: 0,
        winners: 0,
        losers: 0,
        salesFen: 0,
        changeFen: 0,
      };
      groups.set(name, {
        ...line,
        customers: line.customers + 1,
        winners: line.winners + (fen > 0 ? 1 : 0),
        losers: line.losers + (fen < 0 ? 1 : 0),
        salesFen: line.salesFen + (sales[at] ?? 0),
        changeFen: line.changeFen + fen,
      });
    }
  }
  const moverAt = (at: number): Mover => ({
    customerId: customers[at] ?? 0,
    salesFen: sales[at] ?? 0,
    baseFen: base?.got[at] ?? 0,
    draftFen: draft.got[at] ?? 0,
    baseTier: base?.tier[at] ?? -1,
    draftTier: draft.tier[at] ?? -1,
  });
  const sorted = touched.toSorted(
    (a, b) => (changes[b] ?? 0) - (changes[a] ?? 0) || (customers[a] ?? 0) - (customers[b] ?? 0),
  );
  const top = (places: readonly number[], sign: number): Mover[] =>
    places
      .slice(0, listed)
      .filter((at) => Math.sign(changes[at] ?? 0) === sign)
      .map(moverAt);
  const order = [
    ...tiers.map(({ name }) => name),
    'top',
    'middle',
    'rest',
    'person',
    'company',
    'none',
    'one',
    'some',
    'many',
  ];
  return {
    ...sums,
    topWinners: top(sorted, 1),
    topLosers: top(sorted.toReversed(), -1),
    groups: [...groups.values()].toSorted(
      (a, b) =>
        groupings.indexOf(a.by) - groupings.indexOf(b.by) || order.indexOf(a.key) - order.indexOf(b.key),
    ),
  };
}

/** The fifth of the customers that buys most, the next three tenths, the rest. */
function valueLimits(sales: Float64Array): (fen: number) => string {
  const sorted = sales.filter((fen) => fen > 0).toSorted();
  const from = (share: number): number => sorted[Math.floor(sorted.length * (1 - share))] ?? Infinity;
  const [top, middle] = [from(0.2), from(0.5)];
  return (fen) => (fen >= top ? 'top' : fen >= middle ? 'middle' : 'rest');
}

const fleetOf = (vehicles: number): string =>
  vehicles === 0 ? 'none' : vehicles === 1 ? 'one' : vehicles < 10 ? 'some' : 'many';

/** What would pay for the change. */
function breakEvenOf(
  draft: Run,
  base: Run | null,
  facts: Pick<Facts, 'salesFen' | 'retention'> & {
    readonly marginFen: number | null;
    readonly months: number;
  },
): BreakEven {
  const { salesFen, marginFen, months, retention } = facts;
  const yearly = (fen: number): number => Math.round((fen * 12) / months);
  const extraFen = yearly(draft.costFen - (base?.costFen ?? 0));
  if (marginFen === null || salesFen === 0)
    return { extraFen, netBp: null, salesFen: null, salesBp: null, retentionBp: null };
  const netBp = Math.round(((marginFen - draft.costFen) * 10_000) / salesFen);
  if (extraFen <= 0) return { extraFen, netBp, salesFen: 0, salesBp: 0, retentionBp: 0 };
  if (marginFen <= draft.costFen)
    return { extraFen, netBp, salesFen: null, salesBp: null, retentionBp: null };
  const needed = (extraFen * salesFen) / (marginFen - draft.costFen);
  const yearSales = yearly(salesFen);
  // Who came again brings what an average customer of the year brings.
  const share = yearSales === 0 || retention.before === 0 ? Infinity : needed / yearSales;
  const retentionBp = Math.ceil(share * 10_000);
  return {
    extraFen,
    netBp,
    salesFen: Math.ceil(needed),
    salesBp: Math.round((needed * 10_000) / yearSales),
    retentionBp: Number.isFinite(retentionBp) && retentionBp <= 10_000 ? retentionBp : null,
  };
}
