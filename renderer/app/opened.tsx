import { RouterProvider } from '@tanstack/react-router';
import { useMemo, useState, type ReactNode } from 'react';
import type { SessionState } from '#shared/features/session/session.contract.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import { LockScreen } from '#renderer/features/session/lock.screen.tsx';
import { useKeptSessions, useSessionActions } from '#renderer/features/session/session.queries.ts';
import { SessionContext, type Session } from '#renderer/hooks/use-session.ts';
import { router } from './routes.ts';
import { useLanguage } from './use-language.ts';

/** Turns to a page before the program is seen. */
export const goTo = (to: '/import'): Promise<void> => router.navigate({ to });

/** The program of one person. Locking covers it and keeps what was begun; a reload while locked shows the lock only. */
export function Opened(props: { readonly state: SessionState; readonly me: Session['me'] }): ReactNode {
  const { state, me } = props;
  const actions = useSessionActions();
  const kept = useKeptSessions();
  const locked = state.stage === 'locked';
  const [wasOpen, setWasOpen] = useState(!locked);
  if (!locked && !wasOpen) setWasOpen(true);
  useLanguage(state.language);

  const session = useMemo((): Session => {
    const present = { personId: me.personId, name: me.name };
    return {
      state,
      me,
      today: state.today,
      may: (right) =>
        right === 'open' ||
        right === 'signed-in' ||
        right === 'locked' ||
        scopeOf(me.roles, right) !== undefined,
      kept: kept.filter(({ personId }) => personId !== me.personId),
      lock: () => void actions.lock(),
      signOut: () => void actions.signOut(),
      switchPerson: (personId) => void actions.turnTo(present, personId),
      setLanguage: (language) => void actions.setLanguage(language),
      refresh: () => void actions.refresh(),
    };
  }, [state, me, kept, actions]);

  return (
    <SessionContext value={session}>
      {locked ? <LockScreen me={me} storeName={state.storeName ?? ''} /> : null}
      {wasOpen ? (
        <div hidden={locked}>
          <RouterProvider router={router} />
        </div>
      ) : null}
    </SessionContext>
  );
}
