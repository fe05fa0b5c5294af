import { useQuery } from '@tanstack/react-query';
import type { DefectKey } from '#shared/features/quality/quality.contract.ts';
import { calls } from '#renderer/transport/desk.ts';

export type Span = { readonly from: string; readonly to: string };

export const useTrend = (span: Span) => useQuery(calls.quality.trend.queryOptions({ input: span }));
export const useDefects = (span: Span) => useQuery(calls.quality.defects.queryOptions({ input: span }));
/** Rows behind one line; not asked for while none is chosen. */
export const useDefectRows = (span: Span, by: DefectKey, key: string | null) =>
  useQuery(
    calls.quality.defectRows.queryOptions({ input: { ...span, by, key: key ?? '' }, enabled: key !== null }),
  );
export const useMending = (span: Span) => useQuery(calls.quality.mending.queryOptions({ input: span }));
export const useRework = (span: Span, enabled: boolean) =>
  useQuery(calls.quality.rework.queryOptions({ input: span, enabled }));
export const useComplaintFigures = (span: Span, enabled: boolean) =>
  useQuery(calls.quality.complaints.queryOptions({ input: span, enabled }));
