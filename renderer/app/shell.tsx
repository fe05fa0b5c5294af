import { Alert, Loader } from '@mantine/core';
import { useViewportSize } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconDatabaseX, IconPlugConnectedX } from '@tabler/icons-react';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '#shared/features/job/job.contract.ts';
import { textAt } from '#shared/text/texts.ts';
import { intakeAddress } from '#renderer/features/complaint/complaint-address.ts';
import { useJobTexts } from '#renderer/features/job/job-parts.tsx';
import { useLiveEvents } from '#renderer/features/job/job.queries.ts';
import { SampleBanner } from '#renderer/features/sample/sample-banner.tsx';
import { SearchPalette } from '#renderer/features/search/search-palette.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { pathOf } from '#renderer/components/record-list/record-feature.ts';
import { useMine } from '#renderer/hooks/mine.queries.ts';
import { useHasPage } from '#renderer/hooks/use-has-page.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CrashBoundary } from './crash-boundary.tsx';
import { Navigation, pageAt } from './navigation.tsx';
import { NotFound } from './not-found.tsx';
import { usePaletteEntries } from './palette-entries.tsx';
import classes from './shell.module.css';
import { ShortcutsHelp } from './shortcuts-help.tsx';
import { TopBar } from './top-bar.tsx';
import { useColours } from './use-colours.ts';
import { useScan } from './use-scan.ts';
import { useIdleLock } from './use-idle-lock.ts';

/** Below this width the navigation starts as icons. */
const narrowBelowPx = 1200;

/** The frame around every page: top bar, navigation, content. */
export function Shell(): ReactNode {
  const { t } = useTexts();
  const session = useSession();
  const navigate = useNavigate();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const [dialog, setDialog] = useState<'search' | 'help' | null>(null);
  const { colours, setColours, toggle } = useColours();
  const { width } = useViewportSize();
  const wish = useMine('navigationNarrow');
  const narrow = typeof wish.value === 'boolean' ? wish.value : width > 0 && width < narrowBelowPx;
  const hasPage = useHasPage();
  const isOpen = session.state.stage === 'signed-in';

  const page = pageAt(pathname);
  const isWorking = isOpen && !page?.bare;
  useShortcut('mod+k', () => setDialog('search'), isWorking);
  useShortcut('mod+l', session.lock, isOpen);
  useScan(isWorking, () => setDialog(null));
  useShortcut('?', () => setDialog('help'), isWorking && dialog === null);
  const lockIdle = useLockBehindWall(page?.bare === true, session.lock);
  useIdleLock(session.state.idleMinutes, () => isOpen && lockIdle(), session.refresh);

  const lost = useConnection();
  const main = useFocusOnNavigation(pathname);
  const go = useGo();
  const registerComplaint = (): void => go(intakeAddress(window.location.pathname));
  const entries = usePaletteEntries({
    toggleColours: toggle,
    showShortcuts: () => setDialog('help'),
    registerComplaint,
  });
  const allowed = page === undefined || session.may(page.right);

  return (
    <div className={classes['frame']} data-bare={page?.bare || undefined}>
      <a className="skip-link" href="#content">
        {t('shell.skip')}
      </a>
      <div className={classes['notice']}>
        {session.state.sample ? <SampleBanner /> : null}
        {session.state.damaged ? (
          <Alert color="red" radius={0} p="xs" icon={<IconDatabaseX size={18} />} role="alert">
            {t(session.state.sample ? 'session.damagedSample' : 'session.damaged')}
          </Alert>
        ) : null}
        {lost ? (
          <Alert color="orange" radius={0} p="xs" icon={<IconPlugConnectedX size={18} />} role="status">
            {t('session.connectionLost')}
          </Alert>
        ) : null}
      </div>
      {page?.bare ? null : (
        <>
          <TopBar
            colours={colours}
            onColours={setColours}
            onSearch={() => setDialog('search')}
            onHelp={() => setDialog('help')}
            onComplaint={registerComplaint}
          />
          <Navigation may={session.may} narrow={narrow} onNarrow={wish.save} />
        </>
      )}
      <main id="content" ref={main} tabIndex={-1} className={classes['main']}>
        <CrashBoundary resetKey={pathname}>
          <Suspense fallback={<Loader m="xl" size="sm" aria-label={t('common.loading')} />}>
            {allowed ? <Outlet /> : <NotFound />}
          </Suspense>
        </CrashBoundary>
      </main>
      {dialog === 'search' ? (
        <SearchPalette
          entries={entries}
          opens={(feature) => hasPage(`${pathOf(feature)}/1`)}
          onHit={(feature, id) => void navigate({ to: `${pathOf(feature)}/${id}` })}
          onClose={() => setDialog(null)}
        />
      ) : null}
      {dialog === 'help' ? <ShortcutsHelp onClose={() => setDialog(null)} /> : null}
    </div>
  );
}

/**
 * A wall stays readable when nobody touches it; the session behind it is locked all the same, as soon as somebody leaves
 * the wall.
 */
function useLockBehindWall(isWall: boolean, lock: () => void): () => void {
  const wasIdle = useRef(false);
  useEffect(() => {
    if (isWall || !wasIdle.current) return;
    wasIdle.current = false;
    lock();
  }, [isWall, lock]);
  return () => {
    if (isWall) wasIdle.current = true;
    else lock();
  };
}

/** Events of the core; a job of this person that ended is told, wherever the person is by then. */
function useConnection(): boolean {
  const session = useSession();
  const { t, error } = useTexts();
  const texts = useJobTexts();
  const { lost } = useLiveEvents({
    onSessionEnded: session.refresh,
    onJobEnded(job: Job) {
      if (job.personId !== session.me.personId || job.state === 'queued' || job.state === 'running') return;
      // The import pages tell themselves what came of their jobs.
      if (job.kind.startsWith('import_') && window.location.pathname.startsWith('/import')) return;
      const unfinished = texts.unfinished(job);
      const inPart = unfinished.length > 0;
      const colors = { done: inPart ? 'yellow' : 'green', failed: 'red', cancelled: 'gray' };
      notifications.show({
        color: colors[job.state],
        title: t(inPart ? 'job.endedInPart' : `job.ended.${job.state}`, { name: texts.name(job) }),
        message:
          job.state === 'failed' && job.error
            ? error(job.error)
            : inPart
              ? unfinished.join(' ')
              : job.subject,
      });
    },
  });
  return lost;
}

/** After going to another page the keyboard starts there, unless a field there took it already. */
function useFocusOnNavigation(pathname: string): React.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  const { i18n } = useTranslation();
  const { t } = useTexts();
  const page = pageAt(pathname);
  useEffect(() => {
    if (page) document.title = `${textAt(i18n, page.name)} · ${t('common.productName')}`;
  }, [i18n, t, page]);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.scrollTo({ top: 0 });
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
