import { Center, Loader } from '@mantine/core';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { SignedIn } from '#shared/features/session/session.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { RescueScreen } from '#renderer/features/rescue/rescue.screen.tsx';
import { useStartSample } from '#renderer/features/sample/sample.queries.ts';
import {
  dropDeadToken,
  useSessionActions,
  useSessionState,
} from '#renderer/features/session/session.queries.ts';
import { SetUpScreen, type StartChoice } from '#renderer/features/session/set-up.screen.tsx';
import { SignInScreen } from '#renderer/features/session/sign-in.screen.tsx';
import { sessionToken } from '#renderer/transport/session-token.ts';
import { useLanguage } from './use-language.ts';

/** `/rate/CODE`: the customer's page, which knows no session and loads nothing of the program. */
const rated = /^\/rate\/([^/]+)\/?$/u.exec(window.location.pathname)?.[1];
const RateScreen = lazy(async () => ({
  default: (await import('#renderer/features/evaluation/rate.screen.tsx')).RateScreen,
}));

const loadOpened = () => import('./opened.tsx');
const Opened = lazy(async () => ({ default: (await loadOpened()).Opened }));
// A window that has a session needs the program at once; any other fetches it while somebody types a password.
if (sessionToken.get() !== undefined && rated === undefined) void loadOpened();

/** The customer's page at its own address, everything else behind the desk's door. */
export function Gate(): ReactNode {
  if (rated === undefined) return <DeskGate />;
  const onScreen = new URLSearchParams(window.location.search).has('screen');
  return (
    <Suspense fallback={<Waiting />}>
      <RateScreen code={rated} onScreen={onScreen} />
    </Suspense>
  );
}

/** What the window shows: first run, sign-in, lock or the program. */
function DeskGate(): ReactNode {
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

  useEffect(() => {
    if (stage === undefined) return undefined;
    const waiting = requestIdleCallback(() => void loadOpened());
    return () => cancelIdleCallback(waiting);
  }, [stage]);

  const start = useStartSample();
  const finish = async (signed: SignedIn, choice: StartChoice, password: string): Promise<void> => {
    await actions.enter(signed);
    if (choice === 'import') await (await loadOpened()).goTo('/import');
    // Without the sample the own store is open, and the settings offer it again.
    if (choice === 'sample')
      await start.mutateAsync({ ownerName: signed.me.name, password }).catch(() => undefined);
    setSettingUp(false);
  };

  if (!state) {
    return error ? (
      <Center component="main" h="100vh">
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </Center>
    ) : (
      <Waiting />
    );
  }
  if (state.stage === 'rescue') return <RescueScreen problem={state.problem ?? { reason: 'cannot-open' }} />;
  if (settingUp || state.stage === 'first-run') {
    return <SetUpScreen onFinished={finish} />;
  }
  if (!state.me || state.stage === 'signed-out') return <SignInScreen storeName={state.storeName ?? ''} />;
  return (
    <Suspense fallback={<Waiting />}>
      <Opened key={state.me.personId} state={state} me={state.me} />
    </Suspense>
  );
}

const Waiting = (): ReactNode => (
  <Center component="main" h="100vh">
    <Loader size="sm" />
  </Center>
);
