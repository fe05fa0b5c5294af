import type { FieldIssue } from '../../rpc/desk-error.ts';
import { shareKindsOf, type PayContent } from './pay.content.ts';

/**
 * Whether the steps of a rule cover everything exactly once: units from 1, attainment from 0 %, each step where the one
 * before it ends, the last without end. Issues stand beside the step that does not fit; their paths are those of the content.
 */

type Span = { readonly from: number; readonly to: number | null };
type Words = {
  readonly list: string;
  readonly from: string;
  readonly to: string;
  readonly first: number;
  /** 1 where `to` is still inside its step, 0 where it is the first beyond it. */
  readonly closed: 0 | 1;
  readonly prefix: string;
};

const units: Words = {
  list: 'steps',
  from: 'from',
  to: 'to',
  first: 1,
  closed: 1,
  prefix: 'pay-step',
};
const attainment: Words = {
  list: 'coefficients',
  from: 'fromBasisPoints',
  to: 'belowBasisPoints',
  first: 0,
  closed: 0,
  prefix: 'pay-coefficient',
};

function spanIssues(spans: readonly Span[], words: Words): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const shown = (value: number): number => (words.closed === 1 ? value : value / 100);
  const tell = (at: number, field: string, what: string, params: Record<string, number> = {}): void =>
    void issues.push({ field: `${words.list}.${at}.${field}`, issue: `${words.prefix}-${what}`, params });
  spans.forEach(({ from, to }, at) => {
    const before = spans[at - 1];
    if (to !== null && to + words.closed <= from) return tell(at, words.to, 'ends-before');
    if (!before) {
      if (from !== words.first)
        tell(at, words.from, 'gap', { from: shown(words.first), to: shown(from - words.closed), step: 1 });
    } else if (before.to !== null) {
      const next = before.to + words.closed;
      if (from > next)
        tell(at, words.from, 'gap', { from: shown(next), to: shown(from - words.closed), step: at + 1 });
      if (from < next)
        tell(at, words.from, 'overlap', {
          from: shown(from),
          to: shown(before.to),
          step: at + 1,
          before: at,
        });
    }
    if (to === null && at < spans.length - 1) tell(at, words.to, 'endless', { step: at + 1 });
    if (to !== null && at === spans.length - 1) tell(at, words.to, 'end', { to: shown(to) });
  });
  return issues;
}

/** Everything in a rule that does not fit together; paths such as `steps.1.from`. Empty: the rule can be reckoned with. */
export function payIssues(content: PayContent): FieldIssue[] {
  const { steps, coefficients, shares, unit } = content;
  // Nothing is counted: there is nothing that pay could depend on.
  const isFixed = unit === 'fixed';
  const hasVariable =
    steps.length + coefficients.length + (content.bonusFen ?? 0) > 0 || content.capFen !== null;
  const allowed: readonly string[] = shareKindsOf[unit];
  const seen = new Set<string>();
  return [
    ...(isFixed && (hasVariable || content.scope !== undefined)
      ? [{ field: 'unit', issue: 'pay-fixed-variable' }]
      : []),
    ...spanIssues(steps, units),
    ...spanIssues(
      coefficients.map(({ fromBasisPoints, belowBasisPoints }) => ({
        from: fromBasisPoints,
        to: belowBasisPoints,
      })),
      attainment,
    ),
    ...shares.flatMap(({ of }, at): FieldIssue[] => {
      const field = `shares.${at}.of`;
      if (!allowed.includes(of)) return [{ field, issue: 'pay-share-unit' }];
      if (seen.has(of)) return [{ field, issue: 'pay-share-twice' }];
      seen.add(of);
      return [];
    }),
  ];
}
