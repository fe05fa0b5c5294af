import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { PortraitTerms } from '#shared/features/portrait/portrait.content.ts';
import type { Timeline, TimelineKind, TimelinePlace } from '#shared/features/portrait/portrait-views.ts';
import { platform } from '#renderer/platform/platform.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

/** 画像, reckoned anew at each look. */
export const usePortrait = (customerId: number) =>
  useQuery({ ...calls.portrait.ofCustomer.queryOptions({ input: { customerId } }), staleTime: 0 });

/** 时间线 page by page. */
export const useTimeline = (customerId: number, kind: TimelineKind | null) =>
  useInfiniteQuery({
    queryKey: [...calls.portrait.key(), 'timeline', customerId, kind],
    queryFn: ({ pageParam, signal }): Promise<Timeline> =>
      desk.portrait.timeline(
        { customerId, kinds: kind === null ? [] : [kind], after: pageParam },
        { signal },
      ),
    initialPageParam: null as TimelinePlace | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export type SegmentsAsked = Parameters<typeof desk.portrait.page>[0];

export const useSegmentPage = (input: SegmentsAsked) =>
  useQuery({
    ...calls.portrait.page.queryOptions({ input }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** Offers the list to the person as a workbook. */
export const useExportSegments = () =>
  useMutation({
    mutationFn: async (input: Parameters<typeof desk.portrait.exportFile>[0]) => {
      const file = await desk.portrait.exportFile(input);
      await platform.saveFile(file.name, new Blob([await file.arrayBuffer()], { type: file.type }));
    },
  });

export const usePortraitRules = () =>
  useQuery({ ...calls.portrait.rules.queryOptions({ input: {} }), staleTime: 0 });

/** Where today's customers would land; null: the terms are not whole yet. */
export const useRulePreview = (content: PortraitTerms | null) =>
  useQuery({
    ...calls.portrait.preview.queryOptions({
      input: { content: content as PortraitTerms }, // asked only when there is one
      enabled: content !== null,
    }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

function useRuleMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: calls.portrait.key() }),
  });
}
export const useSaveRule = () => useRuleMutation(desk.portrait.saveRule);
export const useDropRule = () => useRuleMutation(desk.portrait.dropRule);
