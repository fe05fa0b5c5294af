import type { GoodsKind } from '#shared/features/membership/membership.content.ts';

export const actions = ['earn', 'redeem', 'pay', 'topUp', 'issue', 'grant'] as const;
type Action = (typeof actions)[number];
export const issued = ['voucher', 'package', 'pass'] as const;

/** A booking while it is typed. */
export type Booking = {
  readonly action: Action;
  /** Money of sale, payment or top-up; price of what is issued. */
  readonly fen: number | null;
  readonly listFen: number | null;
  /** What was sold, for the points. */
  readonly goods: GoodsKind;
  readonly points: number | null;
  readonly account: (typeof issued)[number];
  readonly name: string;
  readonly times: number | null;
  readonly unitFen: number | null;
  readonly expiresOn: string | null;
  readonly receipt: string;
  readonly note: string;
};
export const emptyBooking: Omit<Booking, 'action'> = {
  fen: null,
  listFen: null,
  goods: 'other',
  points: null,
  account: 'voucher',
  name: '',
  times: 1,
  unitFen: null,
  expiresOn: null,
  receipt: '',
  note: '',
};

/** Whether everything that an action needs was given; whether it may be is for the core to say. */
export function isReady({ action, fen, points, name, times, unitFen, account, expiresOn }: Booking): boolean {
  if (action === 'redeem' || action === 'grant') return points !== null;
  if (action !== 'issue') return fen !== null;
  return (
    name.trim() !== '' && times !== null && unitFen !== null && (account !== 'pass' || expiresOn !== null)
  );
}
