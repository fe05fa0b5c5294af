import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Exams of the person who is signed in. */
export const useMyExams = () => useQuery(calls.exam.mine.queryOptions({ input: {} }));

/** What waits for the person: exams to take and sheets to mark. */
export const useExamsWaiting = (enabled: boolean) =>
  useQuery({ ...calls.exam.waiting.queryOptions({ input: {}, enabled }), staleTime: 0 });

export const useExamSheet = (id: number) =>
  useQuery({ ...calls.exam.sheet.queryOptions({ input: { id } }), retry: false });

/** 试卷 with its key and people. */
export const useExamPaper = (id: number) => useQuery(calls.exam.paper.queryOptions({ input: { id } }));

export const useMarkSheet = (sittingId: number) =>
  useQuery({ ...calls.exam.sitting.queryOptions({ input: { sittingId } }), retry: false });

/** Everybody on the list of a session. */
export async function peopleOfSession(trainingId: number): Promise<{ id: number; name: string }[]> {
  const { rows, labels } = await desk.trainingSeat.list({
    pageSize: 500,
    filters: [{ field: 'trainingId', operator: 'is', value: trainingId }],
  });
  return rows.map(({ personId }) => ({ id: personId, name: labels['person']?.[personId] ?? `#${personId}` }));
}

/** A step of an exam; what shows it is read again. */
function useStep<Input, Output>(step: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: () => client.invalidateQueries({ queryKey: calls.exam.key() }),
  });
}

export const useCompose = () =>
  useStep((input: Parameters<typeof desk.exam.compose>[0]) => desk.exam.compose(input));
export const useChoose = () =>
  useStep((input: Parameters<typeof desk.exam.choose>[0]) => desk.exam.choose(input));
export const useOpenExam = () =>
  useStep((input: Parameters<typeof desk.exam.open>[0]) => desk.exam.open(input));
export const useInvite = () =>
  useStep((input: Parameters<typeof desk.exam.invite>[0]) => desk.exam.invite(input));
export const useDismiss = () =>
  useStep((input: Parameters<typeof desk.exam.dismiss>[0]) => desk.exam.dismiss(input));
export const useCloseExam = () =>
  useStep((input: Parameters<typeof desk.exam.close>[0]) => desk.exam.close(input));
export const useStart = () =>
  useStep((input: Parameters<typeof desk.exam.start>[0]) => desk.exam.start(input));
export const useHandIn = () =>
  useStep((input: Parameters<typeof desk.exam.handIn>[0]) => desk.exam.handIn(input));
export const useEnter = () =>
  useStep((input: Parameters<typeof desk.exam.enter>[0]) => desk.exam.enter(input));
export const useMark = () => useStep((input: Parameters<typeof desk.exam.mark>[0]) => desk.exam.mark(input));

/** 试卷 or 答案 as a paper. */
export const examPaper =
  (id: number, what: 'paper' | 'key'): LoadPaper =>
  (format, signal) =>
    desk.exam.print({ id, what, format }, signal ? { signal } : {});
