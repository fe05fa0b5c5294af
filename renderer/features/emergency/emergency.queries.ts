import { useQuery } from '@tanstack/react-query';
import type { LoadPaper } from '#renderer/components/paper/paper-dialog.tsx';
import { calls, desk } from '#renderer/transport/desk.ts';

/** Plans whose drill or review is due. */
export const useEmergencyDue = (enabled: boolean) =>
  useQuery(calls.emergency.due.queryOptions({ input: {}, enabled }));

/** Every plan as one paper. */
export const emergencyPaper: LoadPaper = (format, signal) =>
  desk.emergency.printAll({ format }, signal ? { signal } : {});
