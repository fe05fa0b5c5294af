import { useMutation } from '@tanstack/react-query';
import { useSessionActions } from '#renderer/features/session/session.queries.ts';
import { desk } from '#renderer/transport/desk.ts';
import { sessionToken } from '#renderer/transport/session-token.ts';

/** Where the token of the own store rests while the sample store is open. */
const restingKey = 'desk-own-session';

/** Makes the sample store, opens it in place of the own one and signs its owner in. */
export function useStartSample() {
  const actions = useSessionActions();
  return useMutation({
    mutationFn: async ({
      ownerName,
      password,
    }: {
      readonly ownerName: string;
      readonly password: string;
    }) => {
      await desk.sample.create({ ownerName, password });
      const own = sessionToken.get();
      await desk.sample.open({});
      if (own !== undefined) window.sessionStorage.setItem(restingKey, own);
      await actions.enter(await desk.session.signIn({ login: ownerName, password }));
    },
  });
}

/** Back to the own store, with its session where that still lives. */
export function useLeaveSample() {
  const actions = useSessionActions();
  return useMutation({
    mutationFn: async () => {
      await desk.sample.leave({});
      sessionToken.set(window.sessionStorage.getItem(restingKey) ?? undefined);
      window.sessionStorage.removeItem(restingKey);
      await actions.changeStore();
    },
  });
}
