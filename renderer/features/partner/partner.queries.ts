import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Day } from '#shared/kernel/day.ts';
import type { Month } from '#shared/kernel/period.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { platform } from '#renderer/platform/platform.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

export const useUsable = () =>
  useQuery({ ...calls.partnerAgreement.usable.queryOptions({ input: {} }), staleTime: 0 });

export const useAudience = () =>
  useMutation({
    mutationFn: (input: { tier: string | null; membershipIds?: number[] }) =>
      desk.partnerCard.audience(input),
  });

export const useFindCustomers = () =>
  useMutation({ mutationFn: (input: { code: string }) => desk.partnerCard.find(input) });

export const useCardsByNumber = () =>
  useMutation({ mutationFn: (input: { number: string }) => desk.partnerCard.byNumber(input) });

export const useCard = (id: number) =>
  useQuery({ ...calls.partnerCard.view.queryOptions({ input: { id } }), retry: false, staleTime: 0 });

export const useCardsOf = (customerId: number, enabled: boolean) =>
  useQuery(calls.partnerCard.ofCustomer.queryOptions({ input: { customerId }, enabled }));

export const useStock = () => useQuery(calls.partnerCard.stock.queryOptions({ input: {} }));

type Order = Parameters<typeof desk.partnerCard.previewIssue>[0];

export const useIssuePreview = (input: Order, enabled: boolean) =>
  useQuery({
    ...calls.partnerCard.previewIssue.queryOptions({ input, enabled }),
    retry: false,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });

export const usePartnerDesk = (enabled: boolean) =>
  useQuery(calls.partner.desk.queryOptions({ input: {}, enabled }));

export const usePartnerFigures = (from: Day, to: Day) =>
  useQuery({
    ...calls.partner.figures.queryOptions({ input: { from, to } }),
    placeholderData: keepPreviousData,
  });

export const useOpenMonths = () => useQuery(calls.partnerSettlement.open.queryOptions({ input: {} }));

export const useSettlement = (partnerId: number, month: Month) =>
  useQuery({
    ...calls.partnerSettlement.view.queryOptions({ input: { partnerId, month } }),
    retry: false,
    staleTime: 0,
  });

/** A change; whatever shows partners, cards or settlements is read again, also after a refusal. */
function usePartnerMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: async () => {
      for (const one of ['partner', 'partnerAgreement', 'partnerCard', 'partnerSettlement'] as const)
        await client.invalidateQueries({ queryKey: calls[one].key() });
    },
  });
}

export const useIssue = () => usePartnerMutation(desk.partnerCard.issue);
export const useRedeem = () => usePartnerMutation(desk.partnerCard.redeem);
export const useReverseEntry = () => usePartnerMutation(desk.partnerCard.reverse);
export const useReceive = () => usePartnerMutation(desk.partnerCard.receive);
export const useTakeOut = () => usePartnerMutation(desk.partnerCard.takeOut);
export const usePostList = () => usePartnerMutation(desk.partnerCard.postList);
export const useRenew = () => usePartnerMutation(desk.partnerAgreement.renew);
export const useAgree = () => usePartnerMutation(desk.partnerSettlement.agree);
export const usePay = () => usePartnerMutation(desk.partnerSettlement.pay);

export const useReadList = () =>
  useMutation({ mutationFn: (file: File) => desk.partnerCard.readList({ file }) });

export const useCheckList = () =>
  useMutation({
    mutationFn: (input: Parameters<typeof desk.partnerCard.checkList>[0]) =>
      desk.partnerCard.checkList(input),
  });

export const useWorkbook = () =>
  useMutation({
    mutationFn: async (of: { partnerId: number; month: Month }) => {
      const file = await desk.partnerSettlement.workbook(of);
      await platform.saveFile(file.name, new Blob([await file.arrayBuffer()], { type: file.type }));
    },
  });

export const partnerCardsPaper =
  (ids: readonly number[]): LoadPaper =>
  (format, signal) =>
    desk.partnerCard.printCards({ ids: [...ids], format }, signal ? { signal } : {});

export const settlementPaper =
  (partnerId: number, month: Month): LoadPaper =>
  (format, signal) =>
    desk.partnerSettlement.print({ partnerId, month, format }, signal ? { signal } : {});

export const useScans = (id: number) =>
  useQuery(calls.partnerAgreement.scans.queryOptions({ input: { id } }));

function useScanChange<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: calls.partnerAgreement.scans.key() }),
  });
}
export const useAddScan = () => useScanChange(desk.partnerAgreement.addScan);
export const useRemoveScan = () => useScanChange(desk.partnerAgreement.removeScan);

/** A paper to the disk, where its own program opens it. */
export const useOpenScan = () =>
  useMutation({
    async mutationFn(input: { id: number; scanId: number }) {
      const file = await desk.partnerAgreement.scan(input);
      await platform.saveFile(file.name, new Blob([await file.arrayBuffer()], { type: file.type }));
    },
  });
