import { useQueries } from '@tanstack/react-query';
import type { ruleText } from '#shared/text/rule.text.ts';
import { calls } from '#renderer/transport/desk.ts';

/** The dated tables that the store may change, in the order of the page. */
const ruleFeatures = [
  'calendarDay',
  'complaintClock',
  'lemonRule',
  'retentionRule',
  'repeatRule',
  'warrantyRule',
  'handOverItem',
  'followUpRule',
  'reminderRule',
  'reminderCapacity',
  'campaignTrigger',
  'offerRule',
  'standard',
] as const satisfies readonly RuleFeature[];
export type RuleFeature = keyof (typeof ruleText)['zh-CN']['about'];

export type RuleTable = {
  readonly feature: RuleFeature;
  readonly rows: number | undefined;
  /** Rows that nobody has compared with their text; undefined while unknown, and of the store's own words. */
  readonly unconfirmed: number | undefined;
};

/** How many rows each table has, and how many of them are to be checked. */
export function useRuleTables(mayRead: (feature: RuleFeature) => boolean): readonly RuleTable[] {
  const shown = ruleFeatures.filter(mayRead);
  const total = (page: { readonly total: number }): number => page.total;
  const counted = (feature: RuleFeature, isUnconfirmed: boolean) => {
    const { queryKey, queryFn } = calls[feature].list.queryOptions({
      input: {
        pageSize: 1,
        filters: isUnconfirmed ? [{ field: 'confirmed', operator: 'is', value: false }] : [],
      },
    });
    return { queryKey, queryFn, select: total };
  };
  const rows = useQueries({ queries: shown.map((feature) => counted(feature, false)) });
  // The store's own words have no text to be compared with.
  const sourced = shown.filter((feature) => feature !== 'standard');
  const open = useQueries({ queries: sourced.map((feature) => counted(feature, true)) });
  return shown.map((feature, at) => ({
    feature,
    rows: rows[at]?.data,
    unconfirmed: open[sourced.findIndex((one) => one === feature)]?.data,
  }));
}
