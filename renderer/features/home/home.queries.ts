import { useQueries, useQuery } from '@tanstack/react-query';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { ListFilter } from '#shared/rpc/record.contract.ts';
import type { Right } from '#shared/rpc/rights.ts';
import { calls } from '#renderer/transport/desk.ts';

/** How far ahead due dates of vehicles are shown, in days. */
const aheadDays = 30;

const counted = ['customer', 'vehicle', 'stock', 'order', 'repair', 'receivable', 'lead'] as const;
export type CountedFeature = (typeof counted)[number];

const rightOf: Record<CountedFeature, Right> = {
  customer: 'customer.read',
  vehicle: 'vehicle.read',
  stock: 'stock.read',
  order: 'order.read',
  repair: 'repair.read',
  receivable: 'receivable.read',
  lead: 'lead.read',
};

export type DueKey = 'receivable' | 'vehicleTest' | 'vehicleInsurance' | 'repair' | 'order' | 'lead';

type DueList = { readonly key: DueKey; readonly feature: CountedFeature; readonly filters: ListFilter[] };
/** What is due, how much of it, and the filters of the list that shows exactly that. */
export type DueLine = DueList & { readonly total: number | undefined };

const dueLists = (today: Day): readonly DueList[] => [
  {
    key: 'receivable',
    feature: 'receivable',
    filters: [
      { field: 'dueOn', operator: 'to', value: today },
      { field: 'openFen', operator: 'from', value: 1 },
    ],
  },
  {
    key: 'vehicleTest',
    feature: 'vehicle',
    filters: [
      { field: 'annualTestDueOn', operator: 'to', value: addDays(today, aheadDays) },
      { field: 'state', operator: 'is', value: 'inUse' },
    ],
  },
  {
    key: 'vehicleInsurance',
    feature: 'vehicle',
    filters: [
      { field: 'commercialInsuranceDueOn', operator: 'to', value: addDays(today, aheadDays) },
      { field: 'state', operator: 'is', value: 'inUse' },
    ],
  },
  {
    key: 'repair',
    feature: 'repair',
    filters: [{ field: 'state', operator: 'oneOf', value: ['waiting', 'working', 'done'] }],
  },
  {
    key: 'order',
    feature: 'order',
    filters: [{ field: 'state', operator: 'oneOf', value: ['open', 'allocated'] }],
  },
  {
    key: 'lead',
    feature: 'lead',
    filters: [{ field: 'state', operator: 'oneOf', value: ['new', 'following', 'testDrive'] }],
  },
];

const listOf = (feature: CountedFeature, filters: ListFilter[]) =>
  calls[feature].list.queryOptions({ input: { pageSize: 1, filters } });

/** 逾期 action items, longest first. */
export const useOverdueActions = (enabled: boolean) =>
  useQuery(calls.action.overdue.queryOptions({ input: {}, enabled }));

/** How many records the store has; undefined while unknown. Features that the person may not read are left out. */
export function useCounts(
  may: (right: Right) => boolean,
): readonly { readonly feature: CountedFeature; readonly total: number | undefined }[] {
  const shown = counted.filter((feature) => may(rightOf[feature]));
  const answers = useQueries({ queries: shown.map((feature) => totalOf(feature, [])) });
  return shown.map((feature, index) => ({ feature, total: answers[index]?.data }));
}

/** What is due or open today, of the features that the person may read. */
export function useDue(today: Day, may: (right: Right) => boolean): readonly DueLine[] {
  const shown = dueLists(today).filter(({ feature }) => may(rightOf[feature]));
  const answers = useQueries({ queries: shown.map(({ feature, filters }) => totalOf(feature, filters)) });
  return shown.map((line, index) => ({ ...line, total: answers[index]?.data }));
}

/** The number of rows of a filtered list, kept under the feature's own key so that its events refresh it. */
function totalOf(feature: CountedFeature, filters: ListFilter[]) {
  const { queryKey, queryFn } = listOf(feature, filters);
  return { queryKey, queryFn, select: (page: { readonly total: number }) => page.total };
}
