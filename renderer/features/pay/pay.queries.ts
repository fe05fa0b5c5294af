import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Pay rules that the person may see, the present edition of each. */
export const usePayRules = () => useQuery(calls.pay.list.queryOptions({ input: {} }));

export const usePayEditions = (lineId: number | null) =>
  useQuery(calls.pay.editions.queryOptions({ input: { lineId: lineId ?? 0 }, enabled: lineId !== null }));

/** Saves or withdraws a rule; lists and calculators are read again. */
function usePayChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: calls.pay.key() }),
        client.invalidateQueries({ queryKey: calls.income.key() }),
      ]),
  });
}

export const useSavePay = () =>
  usePayChange((input: Parameters<typeof desk.pay.save>[0]) => desk.pay.save(input));
export const useWithdrawPay = () =>
  usePayChange((input: Parameters<typeof desk.pay.withdraw>[0]) => desk.pay.withdraw(input));
