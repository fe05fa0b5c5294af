import { none } from '../reminder/reminder-facts.ts';

/**
 * What a portrait is reckoned from: customers as rows of whole numbers, so that a whole store takes milliseconds. Days are
 * `dayNumber`s; `none` where there is none.
 */
export const place = {
  customerId: 0,
  consultantId: 1, // 归属顾问, 0: nobody
  adviserId: 2, // of the last visit, 0: nobody
  /** Last visit or purchase. */
  lastTrade: 3,
  firstVisit: 4,
  lastVisit: 5,
  /** Days with a visit, ever. */
  visitDays: 6,
  /** Visits (repair orders) in the twelve months up to today. */
  visitsInYear: 7,
  /** Last time that a vehicle was bought. */
  lastPurchase: 8,
  inUse: 9,
  gone: 10,
  /** Registration (else purchase) of the youngest vehicle in use. */
  youngest: 11,
  /** Open complaints: 0 none, 1 normal, 2 serious or major. */
  complaint: 12,
  /** Receipt of the last major complaint. */
  majorOn: 13,
  /** Last score in hundredths, its recommendation and its day. */
  score: 14,
  recommend: 15,
  scoreOn: 16,
  insuredOn: 17,
  elsewhereOn: 18,
  /** 0; 1: 免打扰, no consent or refused at the last call. */
  silent: 19,
  /** 0 never a member, 1 left, 2 a member. */
  member: 20,
  /** Last booked appointment from today on. */
  comingOn: 21,
} as const;
export const rowLength = 22;

/** Money beside the rows, in fen: repairs and delivered orders, in twelve months and in all. */
export const moneyPlace = { repairsYear: 0, repairs: 1, ordersYear: 2, orders: 3 } as const;
export const moneyLength = 4;

export type PortraitBase = {
  readonly count: number;
  readonly rows: Int32Array;
  readonly money: Float64Array;
};

/** A base with room for some customers: numbers 0, days none. */
export function emptyBase(count: number): PortraitBase {
  const rows = new Int32Array(count * rowLength);
  for (let at = 0; at < rows.length; at += rowLength) clearRow(rows, at);
  return { count, rows, money: new Float64Array(count * moneyLength) };
}

const counts: readonly number[] = [
  place.customerId,
  place.consultantId,
  place.adviserId,
  place.visitDays,
  place.visitsInYear,
  place.inUse,
  place.gone,
  place.complaint,
  place.silent,
  place.member,
];

function clearRow(rows: Int32Array, at: number): void {
  rows.fill(none, at, at + rowLength);
  for (const index of counts) rows[at + index] = 0;
}
