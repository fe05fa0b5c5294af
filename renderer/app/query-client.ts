import { MutationCache, notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { calls } from '#renderer/transport/desk.ts';
import { errorData } from '#renderer/transport/client.ts';

/** A session that ended or was locked shows itself in any call: the state is read again, and the gate follows it. */
function noticeSession(error: unknown): void {
  if (errorData(error).code === 'signed-out')
    void queryClient.invalidateQueries({ queryKey: calls.session.state.key() });
}

/** Only a lost connection is worth a second try; a refusal stays a refusal. */
const retry = (failures: number, error: unknown): boolean => {
  const data = errorData(error);
  return data.code === 'unavailable' && failures < 2;
};

// Before the browser does anything else: a ticked box must never be seen unticked again until the next task.
notifyManager.setScheduler(queueMicrotask);

/** Cached answers. What changes is told by the core's events, so nothing is polled. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSession }),
  mutationCache: new MutationCache({ onError: noticeSession }),
  defaultOptions: {
    queries: { retry, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});
