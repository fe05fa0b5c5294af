import { addDays, type Day } from '../../kernel/day.ts';
import { goodsKinds, type DesignContent, type GoodsKind } from './membership.content.ts';

/** Margins of an edition of the membership design, in basis points; null: not stated. */
type Margins = Readonly<Record<GoodsKind, number | null>>;

/** An edition as it began; 0: the one that comes with the program. */
export type MarginEdition = { readonly edition: number; readonly fromDay: Day; readonly margins: Margins };

/** A margin on a day. `isLater`: the edition of the day stated none, the first one after it does. */
export type StatedMargin = {
  readonly marginBp: number | null;
  readonly edition: number;
  readonly isLater: boolean;
};

/** Days with the same margins. */
export type MarginPeriod = {
  readonly from: Day;
  readonly to: Day;
  readonly margins: Readonly<Record<GoodsKind, StatedMargin>>;
};

/** The margins that a design states, in basis points; null where it states none. */
export const marginsOf = ({ goods }: Pick<DesignContent, 'goods'>): Margins => ({
  labour: goods.labour.marginBp,
  parts: goods.parts.marginBp,
  other: goods.other.marginBp,
  vehicle: goods.vehicle.marginBp,
});

/**
 * The margin of what was sold on a day: that of the edition which held then; where it states none, of the first later edition
 * that does. `editions`: in the order in which they began, the first before every day that is asked about.
 */
export function marginOn(editions: readonly MarginEdition[], kind: GoodsKind, day: Day): StatedMargin {
  const at = Math.max(
    0,
    editions.findLastIndex(({ fromDay }) => fromDay <= day),
  );
  const held = editions[at];
  const stated = editions.slice(at).find(({ margins }) => margins[kind] !== null);
  if (!stated) return { marginBp: null, edition: held?.edition ?? 0, isLater: false };
  return { marginBp: stated.margins[kind], edition: stated.edition, isLater: stated !== held };
}

/** The days of a span, cut where another edition begins. */
export function marginPeriods(
  editions: readonly MarginEdition[],
  span: { readonly from: Day; readonly to: Day },
): readonly MarginPeriod[] {
  const begins = editions.map(({ fromDay }) => fromDay).filter((day) => day > span.from && day <= span.to);
  const starts = [...new Set([span.from, ...begins])].sort();
  return starts.map((from, at) => {
    const next = starts[at + 1];
    const margins = Object.fromEntries(
      goodsKinds.map((kind) => [kind, marginOn(editions, kind, from)]),
    ) as Readonly<Record<GoodsKind, StatedMargin>>; // every kind
    return { from, to: next === undefined ? span.to : addDays(next, -1), margins };
  });
}
