import type {
  DesignContent,
  GoodsKind,
  PackageOffer,
  Tier,
} from '#shared/features/membership/membership.content.ts';
import { tiersForSale } from '#shared/features/membership/membership-offer.rules.ts';

const actions = ['earn', 'redeem', 'pay', 'topUp', 'fee', 'package', 'issue', 'grant'] as const;
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
  /** Name of the tier or package that is bought; empty: the first that is sold. */
  readonly offer: string;
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
  offer: '',
  receipt: '',
  note: '',
};

/** What a design sells by an action, in its order. */
export const offersOf = (
  design: DesignContent | undefined,
  action: Action,
): readonly (Tier | PackageOffer)[] =>
  !design ? [] : action === 'fee' ? tiersForSale(design) : action === 'package' ? design.packages : [];

/** Actions that there is something for. */
export const actionsOf = (design: DesignContent | undefined): readonly Action[] =>
  actions.filter(
    (action) => (action !== 'fee' && action !== 'package') || offersOf(design, action).length > 0,
  );

/** The amount of an action, as its call names it. */
export const amountOf = { earn: 'saleFen', pay: 'amountFen', topUp: 'paidFen' } as const;

/** Fields that an action needs and that are empty, in their order; whether it may be is for the core to say. */
export function missingOf(typed: Booking): readonly string[] {
  const { action, fen, points, name, times, unitFen, account, expiresOn } = typed;
  if (action === 'redeem' || action === 'grant') return points === null ? ['points'] : [];
  if (action === 'fee' || action === 'package') return [];
  if (action !== 'issue') return fen === null ? [amountOf[action]] : [];
  return [
    ...(name.trim() === '' ? ['name'] : []),
    ...(times === null ? ['times'] : []),
    ...(unitFen === null ? ['unitFen'] : []),
    ...(account === 'pass' && expiresOn === null ? ['expiresOn'] : []),
  ];
}
