import { monthsLater } from '../../kernel/day-number.ts';
import { none } from '../reminder/reminder-facts.ts';
import { moneyLength, moneyPlace, place, rowLength, type PortraitBase } from './portrait-facts.ts';
import {
  riskReasons,
  risks,
  segments,
  type PortraitTerms,
  type Risk,
  type RiskReason,
  type Segment,
} from './portrait.content.ts';

/** The terms as they stand on one day: months counted back to days. */
export type PortraitMeasure = {
  readonly terms: PortraitTerms;
  readonly today: number;
  readonly firstBefore: number;
  readonly regularBefore: number;
  readonly lostBefore: number;
  readonly lookBackFrom: number;
  readonly oldBefore: number;
};

/** `today` as a day number. */
export const measureOf = (terms: PortraitTerms, today: number): PortraitMeasure => ({
  terms,
  today,
  firstBefore: monthsLater(today, -terms.firstMonths),
  regularBefore: monthsLater(today, -terms.regularMonths),
  lostBefore: monthsLater(today, -terms.lostMonths),
  lookBackFrom: monthsLater(today, -terms.lookBackMonths),
  oldBefore: monthsLater(today, -terms.oldMonths),
});

/** Three steps downwards: 3, 2, 1, else 0. */
const stepAbove = (value: number, high: number, middle: number, low: number): number =>
  value >= high ? 3 : value >= middle ? 2 : value >= low ? 1 : 0;

/** Points of recency, frequency and money of one customer, 0 to 3 each. */
export type Grades = { readonly recency: number; readonly frequency: number; readonly money: number };

const yearMoneyAt = ({ money }: PortraitBase, index: number): number =>
  (money[index * moneyLength + moneyPlace.repairsYear] ?? 0) +
  (money[index * moneyLength + moneyPlace.ordersYear] ?? 0);
const allMoneyAt = ({ money }: PortraitBase, index: number): number =>
  (money[index * moneyLength + moneyPlace.repairs] ?? 0) +
  (money[index * moneyLength + moneyPlace.orders] ?? 0);

const recencyPoints = (lastTrade: number, { terms, today }: PortraitMeasure): number => {
  if (lastTrade === none) return 0;
  const days = today - lastTrade;
  return days <= terms.recentDays ? 3 : days <= terms.warmDays ? 2 : days <= terms.coolDays ? 1 : 0;
};

/** The points of the customer at a place of the base. */
export function gradesAt(base: PortraitBase, index: number, measure: PortraitMeasure): Grades {
  const at = index * rowLength;
  const { terms } = measure;
  return {
    recency: recencyPoints(base.rows[at + place.lastTrade] ?? none, measure),
    frequency: stepAbove(
      base.rows[at + place.visitsInYear] ?? 0,
      terms.manyVisits,
      terms.someVisits,
      terms.fewVisits,
    ),
    money: stepAbove(yearMoneyAt(base, index), terms.highFen, terms.middleFen, terms.lowFen),
  };
}

/** 客户分层 by the sum of the points. */
export function segmentOf({ recency, frequency, money }: Grades, terms: PortraitTerms): Segment {
  const sum = recency + frequency + money;
  return sum >= terms.fromA ? 'A' : sum >= terms.fromB ? 'B' : sum >= terms.fromC ? 'C' : 'D';
}

const bit = Object.fromEntries(riskReasons.map((reason, index) => [reason, 1 << index])) as Record<
  RiskReason,
  number
>; // one for each

/** Signs of loss of one customer as bits in the order of `riskReasons`; those that weigh nothing are not among them. */
export function reasonBitsAt({ rows }: PortraitBase, index: number, measure: PortraitMeasure): number {
  const { terms, today, lookBackFrom } = measure;
  const at = index * rowLength;
  const of = (which: keyof typeof place): number => rows[at + place[which]] ?? none;
  const isLate = (day: number): boolean => day !== none && day >= lookBackFrom;
  let bits = 0;
  const allGone = of('inUse') === 0 && of('gone') > 0;
  if (allGone) bits |= bit.allGone;
  else if (of('gone') > 0) bits |= bit.vehicleGone;
  // Who has an appointment is about to come.
  if (of('comingOn') === none && !allGone) bits |= absenceBits(of('lastVisit'), of('lastPurchase'), measure);
  if (of('comingOn') === none && of('visitDays') >= terms.rhythmVisits) {
    const away = today - of('lastVisit');
    const span = of('lastVisit') - of('firstVisit');
    if (away >= terms.rhythmDays && away * 100 * (of('visitDays') - 1) > span * terms.rhythmPercent)
      bits |= bit.rhythm;
  }
  if (of('complaint') === 2 || isLate(of('majorOn'))) bits |= bit.complaintGrave;
  else if (of('complaint') === 1) bits |= bit.complaintOpen;
  if (isLate(of('scoreOn'))) {
    const isLow = of('score') !== none && of('score') < terms.lowScoreHundredths;
    const isAgainst = of('recommend') !== none && of('recommend') <= terms.lowRecommend;
    if (isLow || isAgainst) bits |= bit.lowScore;
  }
  if (isLate(of('insuredOn'))) bits |= bit.insuredElsewhere;
  if (isLate(of('elsewhereOn'))) bits |= bit.doneElsewhere;
  if (of('member') === 1) bits |= bit.memberClosed;
  if (of('youngest') !== none && of('youngest') < measure.oldBefore) bits |= bit.vehicleOld;
  if (of('silent') === 1) bits |= bit.refused;
  return bits & weighing(terms);
}

/** 首保, 定保 and 流失 windows that have passed; at most one. */
function absenceBits(lastVisit: number, lastPurchase: number, measure: PortraitMeasure): number {
  const bought = lastPurchase !== none && (lastVisit === none || lastPurchase > lastVisit);
  const last = bought ? lastPurchase : lastVisit;
  if (last === none) return 0;
  if (last < measure.lostBefore) return bit.lostPast;
  if (bought) return last < measure.firstBefore ? bit.firstPast : 0;
  return last < measure.regularBefore ? bit.regularPast : 0;
}

const masks = new WeakMap<PortraitTerms, number>();
function weighing(terms: PortraitTerms): number {
  let mask = masks.get(terms);
  if (mask === undefined) {
    mask = riskReasons.reduce((all, reason) => (terms.weights[reason] > 0 ? all | bit[reason] : all), 0);
    masks.set(terms, mask);
  }
  return mask;
}

/** The reasons that are set in the bits. */
export const reasonsOf = (bits: number): RiskReason[] =>
  riskReasons.filter((reason) => (bits & bit[reason]) !== 0);

/** Sum of the weights of the reasons that are set. */
export function riskPoints(bits: number, terms: PortraitTerms): number {
  let points = 0;
  for (let index = 0; bits >> index > 0; index += 1)
    if (((bits >> index) & 1) === 1) points += terms.weights[riskReasons[index] ?? 'rhythm'];
  return points;
}

/** 流失风险 by the points of the reasons. */
export function riskOf(bits: number, terms: PortraitTerms): Risk {
  const points = riskPoints(bits, terms);
  return points >= terms.highFrom ? 'high' : points >= terms.middleFrom ? 'middle' : 'low';
}

/** One customer of a whole store; money of the twelve months up to today and of all time, in fen. */
export type CustomerPortrait = {
  readonly customerId: number;
  readonly segment: Segment;
  readonly risk: Risk;
  /** Days since the last visit or purchase; null: neither. */
  readonly recencyDays: number | null;
  readonly visitsInYear: number;
  readonly moneyFen: number;
  readonly moneyAllFen: number;
  /** 归属顾问 and adviser of the last visit, 0: nobody. */
  readonly consultantId: number;
  readonly adviserId: number;
};

/** The portrait of the customer in a row of a base. */
export function portraitAt(base: PortraitBase, index: number, measure: PortraitMeasure): CustomerPortrait {
  const at = index * rowLength;
  const { rows } = base;
  const lastTrade = rows[at + place.lastTrade] ?? none;
  return {
    customerId: rows[at + place.customerId] ?? 0,
    segment: segmentOf(gradesAt(base, index, measure), measure.terms),
    risk: riskOf(reasonBitsAt(base, index, measure), measure.terms),
    recencyDays: lastTrade === none ? null : measure.today - lastTrade,
    visitsInYear: rows[at + place.visitsInYear] ?? 0,
    moneyFen: yearMoneyAt(base, index),
    moneyAllFen: allMoneyAt(base, index),
    consultantId: rows[at + place.consultantId] ?? 0,
    adviserId: rows[at + place.adviserId] ?? 0,
  };
}

/** Customers and money by segment and risk. */
export type PortraitCell = {
  readonly segment: Segment;
  readonly risk: Risk;
  readonly customers: number;
  readonly moneyFen: number;
};

/** All twelve cells, empty ones too. */
export function matrixOf(portraits: readonly CustomerPortrait[]): PortraitCell[] {
  const cells = segments.flatMap((segment) =>
    risks.map((risk) => ({ segment, risk, customers: 0, moneyFen: 0 })),
  );
  const byKey = new Map(cells.map((cell) => [cell.segment + cell.risk, cell]));
  for (const { segment, risk, moneyFen } of portraits) {
    const cell = byKey.get(segment + risk);
    if (!cell) continue;
    cell.customers += 1;
    cell.moneyFen += moneyFen;
  }
  return cells;
}
