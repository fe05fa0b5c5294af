import { useSearch } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useSession } from '#renderer/hooks/use-session.ts';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import { listAddress, listOfSearch, plainList, tellsList, type ListState } from './list-address.ts';
import { resolveFilters } from './list-filter.ts';
import { defaultViewOf, keptOf, stateOfView, type KeptList } from './list-views.ts';
import type { RecordFeature } from './record-feature.ts';
import { useMine } from './record.queries.ts';
import { useGo } from './use-go.ts';

/** The state of a list that lives in the address, and what the person keeps of it. */
export type ListControl = {
  readonly state: ListState;
  /** Changes the state; every change but the page's own begins at page 1. */
  readonly change: (next: Partial<ListState>, options?: { readonly replace?: boolean }) => void;
  readonly kept: KeptList;
  readonly keep: (kept: KeptList) => void;
  /** What the core is asked. */
  readonly question: ListInput;
  /** false until it is known whether a default view is to be opened. */
  readonly ready: boolean;
};

export function useListState(feature: RecordFeature, usualSort: ListInput['sort']): ListControl {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { today } = useSession();
  const go = useGo();
  const mine = useMine(`views.${feature}`);
  const kept = useMemo(() => keptOf(mine.value), [mine.value]);
  const state = useMemo(() => listOfSearch(search), [search]);
  const view = defaultViewOf(kept);
  const opensView = mine.known && view !== undefined && !tellsList(search) && search['all'] !== true;

  useEffect(() => {
    if (opensView && view) go(listAddress(feature, stateOfView(view)), { replace: true });
  }, [opensView, view, feature, go]);

  const question: ListInput = useMemo(
    () => ({
      page: state.page,
      pageSize: kept.pageSize,
      sort: state.sort.length > 0 ? state.sort : usualSort,
      search: state.search,
      filters: resolveFilters(state.filters, today),
      bin: state.bin,
    }),
    [state, kept.pageSize, usualSort, today],
  );

  return {
    state,
    change(next, options) {
      const changed = { ...state, page: 1, ...next };
      const href = listAddress(feature, changed);
      // The plain list must not fall back into the default view.
      const plain = view !== undefined && listAddress(feature, plainList) === href;
      go(plain ? `${href}?all=true` : href, options);
    },
    kept,
    keep: mine.save,
    question,
    ready: mine.known && !opensView,
  };
}
