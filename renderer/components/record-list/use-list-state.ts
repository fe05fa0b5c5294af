import { useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useMine } from '#renderer/hooks/mine.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import { listAddress, listOfSearch, plainList, tellsList, type ListState } from './list-address.ts';
import { resolveFilters } from './list-filter.ts';
import { defaultViewOf, keptOf, stateOfView, type KeptList } from './list-views.ts';
import type { RecordFeature } from './record-feature.ts';
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
  const told = useMemo(() => listOfSearch(search), [search]);
  const [state, ask] = useAsked(told);
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
      ask(changed);
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

/**
 * What was asked for shows at once; the address follows, and from then on it decides again. Addresses of earlier questions
 * that arrive meanwhile do not take back the last one.
 */
function useAsked(told: ListState): readonly [ListState, (state: ListState) => void] {
  const [asked, setAsked] = useState<{
    readonly state: ListState;
    readonly before: readonly string[];
  } | null>(null);
  const arrived = JSON.stringify(told);
  if (asked && !asked.before.includes(arrived)) setAsked(null);
  return [
    asked?.state ?? told,
    (state) =>
      setAsked((old) => ({
        state,
        before: old ? [...old.before, JSON.stringify(old.state)] : [arrived],
      })),
  ];
}
