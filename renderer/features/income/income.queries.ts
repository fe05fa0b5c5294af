import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

export const useIncomePeople = () => useQuery(calls.income.people.queryOptions({ input: {} }));

/** Everything that the calculator of a person reckons with. */
export const useIncomeBasis = (personId: number) =>
  useQuery({ ...calls.income.basis.queryOptions({ input: { personId } }), retry: false });

/** What the records of a month earn. */
export const useIncomeActual = (personId: number, month: string) =>
  useQuery(calls.income.actual.queryOptions({ input: { personId, month } }));

export const useWishes = (personId: number) =>
  useQuery(calls.income.list.queryOptions({ input: { personId } }));

/** Wishes that wait for this person. */
export const useWaitingWishes = (enabled: boolean) =>
  useQuery(calls.income.waiting.queryOptions({ input: {}, enabled }));

/** A step of a wish; the calculator, the lists and the goals are read again. */
function useStep<Input, Output>(step: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: step,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: calls.income.key() }),
        client.invalidateQueries({ queryKey: calls.goal.key() }),
      ]),
  });
}

export type Proposal = Parameters<typeof desk.income.propose>[0];
export const usePropose = () => useStep((input: Proposal) => desk.income.propose(input));
export const useConfirmWish = () =>
  useStep((input: Parameters<typeof desk.income.confirm>[0]) => desk.income.confirm(input));
export const useAnswerWish = () =>
  useStep((input: Parameters<typeof desk.income.answer>[0]) => desk.income.answer(input));
export const useDeclineWish = () =>
  useStep((input: Parameters<typeof desk.income.decline>[0]) => desk.income.decline(input));
export const useAcceptWish = () =>
  useStep((input: Parameters<typeof desk.income.accept>[0]) => desk.income.accept(input));
export const useWithdrawWish = () =>
  useStep((input: Parameters<typeof desk.income.withdraw>[0]) => desk.income.withdraw(input));

/** The sheet as it stands on the screen. */
export const incomePaper =
  (asked: Omit<Proposal, 'words'>): LoadPaper =>
  (format, signal) =>
    desk.income.print({ ...asked, format }, signal ? { signal } : {});
