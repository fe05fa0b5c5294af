import type { Posted } from '#shared/features/membership/membership.contract.ts';
import type { Booking } from './booking-typed.ts';
import { useEarn, useGrant, useIssue, usePay, useRedeem, useTopUp } from './membership.queries.ts';

type Head = { readonly id: number; readonly receiptKey: string; readonly note: string | null };

/** One way to send whatever was chosen. */
export function useSend() {
  const [earn, grant, redeem, topUp, pay, issue] = [
    useEarn(),
    useGrant(),
    useRedeem(),
    useTopUp(),
    usePay(),
    useIssue(),
  ];
  const all = [earn, grant, redeem, topUp, pay, issue];
  return {
    isPending: all.some((one) => one.isPending),
    error: all.find((one) => one.error)?.error ?? null,
    reset: () => {
      for (const one of all) one.reset();
    },
    send(typed: Booking, head: Head, onSuccess: (posted: Posted) => void): void {
      for (const one of all) one.reset();
      const { action, listFen } = typed;
      const fen = typed.fen ?? 0;
      const points = typed.points ?? 0;
      switch (action) {
        case 'earn':
          return earn.mutate({ ...head, saleFen: fen, listFen, goods: typed.goods }, { onSuccess });
        case 'grant':
          return grant.mutate({ ...head, points }, { onSuccess });
        case 'redeem':
          return redeem.mutate({ ...head, points }, { onSuccess });
        case 'topUp':
          return topUp.mutate({ ...head, paidFen: fen }, { onSuccess });
        case 'pay':
          return pay.mutate({ ...head, amountFen: fen, listFen }, { onSuccess });
        case 'issue':
          return issue.mutate(
            {
              ...head,
              account: typed.account,
              name: typed.name,
              times: typed.account === 'pass' ? 1 : (typed.times ?? 1),
              paidFen: fen,
              unitFen: typed.unitFen ?? 0,
              expiresOn: typed.expiresOn,
            },
            { onSuccess },
          );
      }
    },
  };
}
