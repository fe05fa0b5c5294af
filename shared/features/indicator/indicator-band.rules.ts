import type { Band, Direction } from './indicator.definition.ts';
import type { IndicatorUnit } from './indicator.exact.ts';
import { figureTyped } from './indicator-typing.rules.ts';

/** 分级 of the store's own indicators: green, amber and red from two typed limits. */

export type BandLimits = {
  readonly unit: IndicatorUnit;
  readonly direction: Direction;
  /** 绿线: of more-is-better from here on, of less-is-better up to here, else a range such as `2.5–4.5`. */
  readonly green: string | null;
  /** 黄线: beyond it is red; empty: everything that is not green is red. */
  readonly amber: string | null;
};

export type ReadBands =
  | { readonly ok: true; readonly bands: readonly Band[] }
  | { readonly ok: false; readonly field: 'green' | 'amber'; readonly issue: string };

/** Below every figure; figures are stored in steps of their unit within nine million million. */
const lowest = -9_000_000_000_000;
const names = {
  good: { 'zh-CN': '绿', en: 'green' },
  fair: { 'zh-CN': '黄', en: 'amber' },
  poor: { 'zh-CN': '红', en: 'red' },
} as const;
const band = (from: number, tone: Band['tone']): Band => ({ from, tone, name: names[tone] });
const wrong = (field: 'green' | 'amber', issue: string): ReadBands => ({ ok: false, field, issue });

type Span = { readonly from: number; readonly to: number };

/** `2.5–4.5`: both ends count. */
function spanTyped(text: string, unit: IndicatorUnit): Span | undefined {
  const [from, to, more] = text.split(/[~～–—]|至|(?<=[\d%％])\s*-\s*/u).map((end) => figureTyped(end, unit));
  return from === undefined || to === undefined || more !== undefined || from > to ? undefined : { from, to };
}

/** Bands of an own indicator, ascending; none without limits. A limit that cannot be one is told with its field. */
export function ownBands({ unit, direction, green, amber }: BandLimits): ReadBands {
  if (green === null) return amber === null ? { ok: true, bands: [] } : wrong('green', 'required');
  if (direction === 'range') {
    const inner = spanTyped(green, unit);
    if (!inner) return wrong('green', 'band-no-range');
    if (amber === null)
      return {
        ok: true,
        bands: [band(lowest, 'poor'), band(inner.from, 'good'), band(inner.to + 1, 'poor')],
      };
    const outer = spanTyped(amber, unit);
    if (!outer) return wrong('amber', 'band-no-range');
    if (outer.from > inner.from || outer.to < inner.to) return wrong('amber', 'band-order');
    return {
      ok: true,
      bands: [
        band(lowest, 'poor'),
        band(outer.from, 'fair'),
        band(inner.from, 'good'),
        band(inner.to + 1, 'fair'),
        band(outer.to + 1, 'poor'),
      ],
    };
  }
  const good = figureTyped(green, unit);
  if (good === undefined) return wrong('green', 'band-no-figure');
  const fair = amber === null ? good : figureTyped(amber, unit);
  if (fair === undefined) return wrong('amber', 'band-no-figure');
  const isMore = direction === 'more';
  if (amber !== null && (isMore ? fair >= good : fair <= good)) return wrong('amber', 'band-order');
  const middle = amber === null ? [] : [band(isMore ? fair : good + 1, 'fair')];
  return {
    ok: true,
    bands: isMore
      ? [band(lowest, 'poor'), ...middle, band(good, 'good')]
      : [band(lowest, 'good'), ...middle, band(fair + 1, 'poor')],
  };
}
