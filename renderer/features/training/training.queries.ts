import { useQuery } from '@tanstack/react-query';
import { calls } from '#renderer/transport/desk.ts';

/** Everything of a year's training; read again with each visit, for sessions, seats and steps move it. */
export const useTrainingYear = (year: number) =>
  useQuery({ ...calls.training.year.queryOptions({ input: { year } }), staleTime: 0 });
