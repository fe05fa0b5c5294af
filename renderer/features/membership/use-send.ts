import type { Posted } from '#shared/features/membership/membership-views.ts';
import type { Booking } from './booking-typed.ts';
import {
  useBuyPackage,
  useBuyTier,
  useEarn,
  useGrant,
  useIssue,
  usePay,
  useRedeem,
  useTopUp,
} from './membership.queries.ts';

type Offer = { readonly name: string; readonly priceFen: number };
type Head = { readonly id: number; readonly receiptKey: string; readonly note: string | null };

/** One way to send whatever was chosen. */
export function useSend() {
  const [earn, grant, redeem, topUp, pay, issue, buyTier, buyPackage] = [
    useEarn(),
    useGrant(),
    useRedeem(),
    useTopUp(),
    usePay(),
    useIssue(),
    useBuyTier(),
    useBuyPackage(),
  ];
  const all = [earn, grant, redeem, topUp, pay, issue, buyTier, buyPackage];
  return {
    isPending: all.some((one) => one.isPending),
    error: all.find((one) => one.error)?.error ?? null,
    reset: () => {
      for (const one of all) one.reset();
    },
    /** `offer`: of the design what is bought, where something is. */
    send(typed: Booking, head: Head, offer: Offer | undefined, onSuccess: (posted: Posted) => void): void {
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
        case 'fee':
          if (!offer) return undefined;
          return buyTier.mutate({ ...head, tier: offer.name, priceFen: offer.priceFen }, { onSuccess });
        case 'package':
          if (!offer) return undefined;
          return buyPackage.mutate({ ...head, package: offer.name, priceFen: offer.priceFen }, { onSuccess });
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
