import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { isComputed, type CampaignSource } from '#shared/features/campaign/campaign-source.ts';
import type { AudienceGroup, ResultPart } from '#shared/features/campaign/campaign-views.ts';
import type { RepeatSpan } from '#shared/features/campaign/campaign-repeat.rules.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { platform } from '#renderer/platform/platform.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

/** The first page of it stands for all. */
const sent = (source: CampaignSource): CampaignSource =>
  isComputed(source) ? source : { ...source, list: { ...source.list, page: 1 } };

export const useListPreview = (source: CampaignSource, controlBp: number) =>
  useQuery({
    ...calls.campaign.previewList.queryOptions({ input: { source: sent(source), controlBp } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useCampaignPreview = (id: number, controlBp: number) =>
  useQuery({
    ...calls.campaign.preview.queryOptions({ input: { id, controlBp } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useAudience = (id: number, group: AudienceGroup, page: number) =>
  useQuery({
    ...calls.campaign.audience.queryOptions({ input: { id, group, page } }),
    placeholderData: keepPreviousData,
  });

/** Offers the audience to the person as a workbook. */
export const useExportAudience = () =>
  useMutation({
    mutationFn: async (id: number) => {
      const file = await desk.campaign.exportAudience({ id });
      await platform.saveFile(file.name, new Blob([await file.arrayBuffer()], { type: file.type }));
    },
  });

export type About = { readonly campaignId: number | null; readonly triggerId: number | null };

export const useTouches = ({ campaignId, triggerId }: About, page: number) =>
  useQuery({
    ...calls.campaign.touches.queryOptions({ input: { campaignId, triggerId, page } }),
    placeholderData: keepPreviousData,
  });

export const useCampaignResult = (id: number) =>
  useQuery({ ...calls.campaign.result.queryOptions({ input: { id } }), staleTime: 0 });

export const useResultRows = (id: number, part: ResultPart) =>
  useQuery({ ...calls.campaign.resultRows.queryOptions({ input: { id, part } }), staleTime: 0 });

/** What shows campaigns, talks and members is read again. */
const readAgain = (client: QueryClient) =>
  Promise.all(
    [calls.campaign, calls.campaignTrigger, calls.followUp, calls.membership, calls.reminder].map((feature) =>
      client.invalidateQueries({ queryKey: feature.key() }),
    ),
  );

function useCampaignMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => readAgain(client) });
}

type Made = Omit<Parameters<typeof desk.campaign.make>[0], 'source'> & { readonly source: CampaignSource };
export const useMakeCampaign = () =>
  useCampaignMutation(({ source, ...made }: Made) => desk.campaign.make({ ...made, source: sent(source) }));
export const useStartCampaign = () => useCampaignMutation(desk.campaign.start);
export const useStopCampaign = () => useCampaignMutation(desk.campaign.stop);

/** Enters an answer. */
export function useEnterResponse() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: Parameters<typeof desk.campaign.enter>[0]) => desk.campaign.enter(input),
    // Not waited for: the form goes with its customer and has to hear of it before.
    onSettled() {
      void readAgain(client);
    },
  });
}

export const useTriggerPreview = (id: number) =>
  useQuery({ ...calls.campaignTrigger.preview.queryOptions({ input: { id } }), staleTime: 0 });
export const useSwitchTrigger = () => useCampaignMutation(desk.campaignTrigger.switch);

export const useRepeat = (by: RepeatSpan) =>
  useQuery({ ...calls.campaign.repeat.queryOptions({ input: { by } }), placeholderData: keepPreviousData });

export type RepeatAsked = Parameters<typeof desk.campaign.repeatRows>[0];
export const useRepeatRows = (input: RepeatAsked) =>
  useQuery(calls.campaign.repeatRows.queryOptions({ input }));

export const useExpiring = (days: number) =>
  useQuery({
    ...calls.campaign.expiring.queryOptions({ input: { days } }),
    placeholderData: keepPreviousData,
  });

/** 活动结果 as a sheet. */
export const resultPaper =
  (id: number): LoadPaper =>
  (format, signal) =>
    desk.campaign.printResult({ id, format }, signal ? { signal } : {});

/** 会员到期清单 as a sheet. */
export const expiringPaper =
  (days: number): LoadPaper =>
  (format, signal) =>
    desk.campaign.printExpiring({ days, format }, signal ? { signal } : {});
