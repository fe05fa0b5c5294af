import { createContext, useContext } from 'react';
import type { Me, SessionState } from '#shared/features/session/session.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { CallRight } from '#shared/rpc/call.ts';

/** A person whose session this window keeps locked, to be re-opened by PIN. */
export type KeptPerson = { readonly personId: number; readonly name: string };

/** The signed-in person and what may be done about it. */
export type Session = {
  readonly state: SessionState;
  readonly me: Me;
  /** The store's business day. */
  readonly today: Day;
  /** May this person use calls of that right, for all or for own records? */
  readonly may: (right: CallRight) => boolean;
  readonly kept: readonly KeptPerson[];
  readonly lock: () => void;
  readonly signOut: () => void;
  /** Locks the present session and asks for that person's PIN; without a person, for a sign-in. */
  readonly switchPerson: (personId?: number) => void;
  readonly setLanguage: (language: Language) => void;
  /** Reads the state again, e.g. after a PIN was set. */
  readonly refresh: () => void;
};

export const SessionContext = createContext<Session | null>(null);

/** For screens inside the shell: there is always a person. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of the shell');
  return session;
}
