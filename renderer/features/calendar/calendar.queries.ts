import { useQuery } from '@tanstack/react-query';
import { calls } from '#renderer/transport/desk.ts';

/** Years that the holiday calendar knows. */
export const useCalendarYears = () => useQuery(calls.calendarDay.years.queryOptions({ input: {} }));
