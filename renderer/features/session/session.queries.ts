import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { SignedIn } from '#shared/features/session/session.contract.ts';
import type { Language } from '#shared/kernel/language.ts';
import { calls, desk } from '#renderer/transport/desk.ts';
import { keptSessions, type KeptSession } from '#renderer/transport/kept-sessions.ts';
import { sessionToken } from '#renderer/transport/session-token.ts';

export const useSessionState = () =>
  useQuery(calls.session.state.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY }));

export const useSetUp = () => useMutation(calls.session.setUp.mutationOptions());
export const useSignIn = () => useMutation(calls.session.signIn.mutationOptions());
export const useRecover = () => useMutation(calls.session.recover.mutationOptions());
export const useUnlock = () => useMutation(calls.session.unlock.mutationOptions());
export const useChangePassword = () => useMutation(calls.session.changePassword.mutationOptions());
export const useSetPin = () => useMutation(calls.session.setPin.mutationOptions());

export const useAccounts = () => useQuery(calls.session.accounts.queryOptions({ input: {} }));
export function useSaveAccount() {
  const client = useQueryClient();
  return useMutation(
    calls.session.saveAccount.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: calls.session.accounts.key() }),
    }),
  );
}
export const usePeople = () =>
  useQuery(calls.person.choose.queryOptions({ input: { search: '', limit: 50 } }));

export const useKeptSessions = (): readonly KeptSession[] =>
  useSyncExternalStore(
    (changed) => keptSessions.subscribe(changed),
    () => keptSessions.list(),
  );

/** What moves a window between people; each ends with reading the state anew. */
export type SessionActions = {
  readonly enter: (signed: SignedIn) => Promise<void>;
  /** After unlocking: everything may have changed meanwhile. */
  readonly reopen: () => Promise<void>;
  readonly lock: () => Promise<void>;
  readonly signOut: () => Promise<void>;
  /** Keeps the present session locked and turns to a kept one, or to the sign-in. */
  readonly turnTo: (present: Omit<KeptSession, 'token'> | null, personId?: number) => Promise<void>;
  readonly setLanguage: (language: Language) => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Another store answers from now on: nothing that was read holds. */
  readonly changeStore: () => Promise<void>;
};

function actionsOver(client: QueryClient): SessionActions {
  const stateKey = calls.session.state.key();
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey: stateKey });
  /** Answers that another person was given must not be shown to the next one. */
  const forget = (): void =>
    client.removeQueries({
      predicate: ({ queryKey }) => JSON.stringify(queryKey[0]) !== JSON.stringify(stateKey[0]),
    });
  const lock = (): Promise<unknown> => desk.session.lock({}).catch(() => undefined); // already locked or ended: the state tells
  return {
    refresh,
    async enter(signed) {
      sessionToken.set(signed.token);
      keptSessions.take(signed.me.personId);
      forget();
      await refresh();
    },
    reopen: () => client.invalidateQueries(),
    async lock() {
      await lock();
      await refresh();
    },
    async signOut() {
      await desk.session.signOut({}).catch(() => undefined);
      sessionToken.set(undefined);
      forget();
      await refresh();
    },
    async turnTo(present, personId) {
      const token = sessionToken.get();
      if (present && token !== undefined) {
        await lock();
        keptSessions.keep({ ...present, token });
      }
      sessionToken.set(personId === undefined ? undefined : keptSessions.take(personId)?.token);
      await refresh();
    },
    async changeStore() {
      forget();
      await refresh();
    },
    async setLanguage(language) {
      await desk.session.setLanguage({ language });
      await refresh();
    },
  };
}

export function useSessionActions(): SessionActions {
  const client = useQueryClient();
  return useMemo(() => actionsOver(client), [client]);
}

/** A token that no longer opens anything is dropped. */
export const dropDeadToken = (): void => sessionToken.set(undefined);
