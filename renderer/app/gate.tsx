import { Center, Loader } from '@mantine/core';
import { RouterProvider } from '@tanstack/react-router';
import { useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { I18nContext, useTranslation } from 'react-i18next';
import type { SessionState, SignedIn } from '#shared/features/session/session.contract.ts';
import type { Language } from '#shared/kernel/language.ts';
import { scopeOf } from '#shared/rpc/rights.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { RescueScreen } from '#renderer/features/rescue/rescue.screen.tsx';
import { useStartSample } from '#renderer/features/sample/sample.queries.ts';
import { LockScreen } from '#renderer/features/session/lock.screen.tsx';
import {
  dropDeadToken,
  useKeptSessions,
  useSessionActions,
  useSessionState,
} from '#renderer/features/session/session.queries.ts';
import { SetUpScreen, type StartChoice } from '#renderer/features/session/set-up.screen.tsx';
import { SignInScreen } from '#renderer/features/session/sign-in.screen.tsx';
import { SessionContext, type Session } from '#renderer/hooks/use-session.ts';
import { router } from './routes.tsx';

/** What the window shows: first run, sign-in, lock or the program. */
export function Gate(): ReactNode {
  const { data: state, error, refetch } = useSessionState();
  const actions = useSessionActions();
  const [settingUp, setSettingUp] = useState(false);
  useLanguage(state?.language);

  const stage = state?.stage;
  if (stage === 'first-run' && !settingUp) setSettingUp(true);
  useEffect(() => {
    if (stage === 'signed-out') dropDeadToken();
  }, [stage]);
  useEffect(() => {
    // Dialogs of the program lie beside it and are covered with it.
    const isCovered = stage !== 'signed-in' && stage !== 'rescue';
    document.querySelector('#portals')?.toggleAttribute('hidden', isCovered);
  }, [stage]);

  const start = useStartSample();
  const finish = async (signed: SignedIn, choice: StartChoice, password: string): Promise<void> => {
    await actions.enter(signed);
    if (choice === 'import') await router.navigate({ to: '/import' });
    // Without the sample the own store is open, and the settings offer it again.
    if (choice === 'sample')
      await start.mutateAsync({ ownerName: signed.me.name, password }).catch(() => undefined);
    setSettingUp(false);
  };

  if (!state) {
    return (
      <Center component="main" h="100vh">
        {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Loader size="sm" />}
      </Center>
    );
  }
  if (state.stage === 'rescue') return <RescueScreen problem={state.problem ?? { reason: 'cannot-open' }} />;
  if (settingUp || state.stage === 'first-run') {
    return <SetUpScreen onFinished={finish} />;
  }
  if (!state.me || state.stage === 'signed-out') return <SignInScreen storeName={state.storeName ?? ''} />;
  return <Opened key={state.me.personId} state={state} me={state.me} />;
}

/** The program of one person. Locking covers it and keeps what was begun; a reload while locked shows the lock only. */
function Opened(props: { readonly state: SessionState; readonly me: Session['me'] }): ReactNode {
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

/** The language follows the person; before sign-in it is the store's, or what was chosen on this window. */
function useLanguage(language: Language | undefined): void {
  const { i18n } = useTranslation();
  // The instance itself: the hook's is another one after each change, and the choice of this window would be taken back.
  const texts = useContext(I18nContext)?.i18n;
  useEffect(() => {
    if (language) void texts?.changeLanguage(language);
  }, [texts, language]);
  useEffect(() => {
    document.documentElement.lang = i18n.language;
  }, [i18n.language]);
}
