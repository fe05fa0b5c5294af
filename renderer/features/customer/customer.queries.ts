import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CustomerConsumption } from '#shared/features/customer/customer.contract.ts';
import { calls } from '#renderer/transport/desk.ts';

/** 消费信息: sums of what the customer bought. */
export const useConsumption = (id: number): UseQueryResult<CustomerConsumption> =>
  useQuery(calls.customer.consumption.queryOptions({ input: { id } }));
