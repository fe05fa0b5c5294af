import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DaySpan } from '#shared/kernel/period.ts';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Everything of a year's training; read again with each visit, for sessions, seats and steps move it. */
export const useTrainingYear = (year: number) =>
  useQuery({ ...calls.training.year.queryOptions({ input: { year } }), staleTime: 0 });

/** Sessions of a span with their clashes; the last ones stay while others are fetched. */
export const useTrainingCalendar = (span: DaySpan) =>
  useQuery({
    ...calls.training.calendar.queryOptions({ input: { first: span.first, last: span.last } }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

export const useTrainingEffect = (id: number) =>
  useQuery({ ...calls.training.effect.queryOptions({ input: { id } }), staleTime: 0 });

/** 成长档案 of a person. */
export const useGrowthPath = (personId: number) =>
  useQuery({ ...calls.training.path.queryOptions({ input: { personId } }), staleTime: 0 });

/** Certificates that are over or end soon, as far as the person is told of them. */
export const useEndingCertificates = () => useQuery(calls.training.ending.queryOptions({ input: {} }));

/** A step after which everything of training is read again. */
function useStep<Input, Output>(step: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: calls.training.key() }),
        client.invalidateQueries({ queryKey: calls.exam.key() }),
        client.invalidateQueries({ queryKey: calls.growthStep.key() }),
        client.invalidateQueries({ queryKey: calls.trainingCertificate.key() }),
      ]),
  });
}

export const useAimAt = () =>
  useStep((input: Parameters<typeof desk.training.aimAt>[0]) => desk.training.aimAt(input));
export const useLayPath = () =>
  useStep((input: Parameters<typeof desk.training.layPath>[0]) => desk.training.layPath(input));
export const useIssueCertificate = () =>
  useStep((input: Parameters<typeof desk.trainingCertificate.issue>[0]) =>
    desk.trainingCertificate.issue(input),
  );

export const pathPaper =
  (personId: number): LoadPaper =>
  (format, signal) =>
    desk.training.printPath({ personId, format }, signal ? { signal } : {});

export const certificatePaper =
  (id: number): LoadPaper =>
  (format, signal) =>
    desk.trainingCertificate.print({ id, format }, signal ? { signal } : {});
