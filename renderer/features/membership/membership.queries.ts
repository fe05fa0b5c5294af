import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Day } from '#shared/kernel/day.ts';
import type { RefundCause } from '#shared/features/membership/membership-refund.rules.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

export const useMember = (id: number, entries: number) =>
  useQuery({
    ...calls.membership.view.queryOptions({ input: { id, entries } }),
    retry: false,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

/** Members by what was typed; asked with Enter, answered once. */
export const useFindMembers = () =>
  useMutation({ mutationFn: (input: { code: string }) => desk.membership.find(input) });

export const useMembershipOf = (customerId: number, enabled: boolean) =>
  useQuery(calls.membership.ofCustomer.queryOptions({ input: { customerId }, enabled }));

export const useDesign = (enabled = true) =>
  useQuery(calls.membership.design.queryOptions({ input: {}, enabled }));

export const useDesigns = () => useQuery(calls.membership.designs.queryOptions({ input: {} }));

/** Margins that the store's own books know; asked where the person may see them. */
export const useKnownMargins = (enabled: boolean) =>
  useQuery(calls.simulation.margins.queryOptions({ input: {}, enabled }));

/** 试算 drafts with the editions that some became. */
export const useSimulated = (enabled: boolean) =>
  useQuery(calls.simulation.list.queryOptions({ input: {}, enabled }));

export const useRefund = (id: number, cause: RefundCause) =>
  useQuery({ ...calls.membership.refundOf.queryOptions({ input: { id, cause } }), staleTime: 0 });

export const useStatement = (id: number, year: number) =>
  useQuery(calls.membership.statement.queryOptions({ input: { id, year } }));

export const useLiability = (day: Day) =>
  useQuery({
    ...calls.membership.liability.queryOptions({ input: { day } }),
    placeholderData: keepPreviousData,
  });

/** A posting or another change; whatever shows members is read again, also after a refusal. */
function useMembershipMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: calls.membership.key() }),
  });
}

/** Does not wait for the reading anew: an edition that holds from today takes the editor's place, who then hears of nothing. */
export function useSaveDesign() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof desk.membership.saveDesign>[0]) =>
      desk.membership.saveDesign(input),
    onSettled: () => void client.invalidateQueries({ queryKey: calls.membership.key() }),
  });
}
export const useDropDesign = () => useMembershipMutation(desk.membership.dropDesign);
export const useEnrol = () => useMembershipMutation(desk.membership.enrol);
export const useEarn = () => useMembershipMutation(desk.membership.earn);
export const useGrant = () => useMembershipMutation(desk.membership.grant);
export const useRedeem = () => useMembershipMutation(desk.membership.redeem);
export const useTopUp = () => useMembershipMutation(desk.membership.topUp);
export const usePay = () => useMembershipMutation(desk.membership.pay);
export const useBuyTier = () => useMembershipMutation(desk.membership.buyTier);
export const useBuyPackage = () => useMembershipMutation(desk.membership.buyPackage);
export const useIssue = () => useMembershipMutation(desk.membership.issue);
export const useUse = () => useMembershipMutation(desk.membership.use);
export const useTakeBenefit = () => useMembershipMutation(desk.membership.takeBenefit);
export const useReverse = () => useMembershipMutation(desk.membership.reverse);
export const useReturnSale = () => useMembershipMutation(desk.membership.returnSale);
export const usePayRefund = () => useMembershipMutation(desk.membership.refund);
export const useClose = () => useMembershipMutation(desk.membership.close);
export const useMerge = () => useMembershipMutation(desk.membership.merge);
export const useReplaceCard = () => useMembershipMutation(desk.membership.replaceCard);
export const useExpire = () => useMembershipMutation(desk.membership.expire);
export const useEarnRepairs = () => useMembershipMutation(desk.membership.earnRepairs);

export const refundPaper =
  (id: number, cause: RefundCause): LoadPaper =>
  (format, signal) =>
    desk.membership.printRefund({ id, cause, format }, signal ? { signal } : {});

export const statementPaper =
  (id: number, year: number): LoadPaper =>
  (format, signal) =>
    desk.membership.printStatement({ id, year, format }, signal ? { signal } : {});

export const cardsPaper =
  (ids: readonly number[]): LoadPaper =>
  (format, signal) =>
    desk.membership.printCards({ ids: [...ids], format }, signal ? { signal } : {});
