import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Who } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import { calls, desk } from '#renderer/transport/desk.ts';

export const useLibrary = () => useQuery(calls.indicator.library.queryOptions({ input: {} }));

/** Definitions by key; empty until they are there. */
export function useDefinitions(): ReadonlyMap<string, IndicatorDefinition> {
  const { data } = useLibrary();
  return useMemo(() => new Map(data?.map(({ definition }) => [definition.key, definition])), [data]);
}

/** Figures of a period; the last ones stay while others are fetched. */
export const useFigures = (period: string, who: Who, enabled: boolean) =>
  useQuery({
    ...calls.indicator.figures.queryOptions({ input: { period, who } }),
    enabled,
    placeholderData: keepPreviousData,
  });

export const useBehindRows = (key: string, period: string, who: Who) =>
  useQuery(calls.indicator.rows.queryOptions({ input: { key, period, who } }));

export const useWall = (year: number) =>
  useQuery({ ...calls.indicator.wall.queryOptions({ input: { year } }), placeholderData: keepPreviousData });

/** A command after which figures, wall and entries are read again. */
function useIndicatorMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: calls.indicator.key() }),
        client.invalidateQueries({ queryKey: calls.indicatorEntry.key() }),
        client.invalidateQueries({ queryKey: calls.gap.key() }),
      ]),
  });
}

export const useEnter = () => useIndicatorMutation(desk.indicator.enter);
export const useRevise = () => useIndicatorMutation(desk.indicator.revise);

/** The wall of a year as a paper. */
export const wallPaper =
  (year: number): LoadPaper =>
  (format, signal) =>
    desk.indicator.printWall({ year, format }, signal ? { signal } : {});
