import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { calls, desk } from '#renderer/transport/desk.ts';

/** What the person typed, over everything that they may read; a stale question is aborted. */
export const useFound = (text: string, enabled: boolean) =>
  useQuery(
    calls.search.find.queryOptions({
      input: { text, limit: 20 },
      enabled: enabled && text.trim() !== '',
      placeholderData: keepPreviousData,
      staleTime: 5000,
    }),
  );

/** Pinyin of the names of pages and actions; read once. */
export const useReadings = (texts: readonly string[], enabled: boolean) =>
  useQuery(
    calls.search.readings.queryOptions({
      input: { texts: [...texts] },
      enabled,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );

/** What a scanned code opens. */
export const useScanned = () => useMutation({ mutationFn: (code: string) => desk.search.scan({ code }) });
