import { useQuery } from '@tanstack/react-query';
import { calls } from '#renderer/transport/desk.ts';

export const useOffers = (customerId: number, enabled: boolean) =>
  useQuery({ ...calls.offer.ofCustomer.queryOptions({ input: { customerId }, enabled }), staleTime: 0 });
