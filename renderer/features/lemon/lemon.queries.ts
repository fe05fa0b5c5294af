import { useQuery } from '@tanstack/react-query';
import { calls } from '#renderer/transport/desk.ts';

/** 三包 counts of a vehicle; null inside where 三包 does not cover it. */
export const useLemonStanding = (vehicleId: number) =>
  useQuery(calls.lemonRule.standing.queryOptions({ input: { vehicleId } }));
