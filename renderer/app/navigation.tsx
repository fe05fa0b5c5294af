import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRight } from '#shared/rpc/call.ts';
import { textAt } from '#shared/text/texts.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { pages } from './pages.ts';
import { pageGroups, type Page } from './pages/page.ts';
import classes from './shell.module.css';

/** The pages of the navigation that a person may open, desk first. */
const navigationPages = (may: (right: CallRight) => boolean): readonly Page[] =>
  pages.filter((page) => (page.group !== null || page.path === '/') && may(page.right));

/** The pages that Ctrl+K finds: those of the navigation, and some that are reached from another page. */
export const foundPages = (may: (right: CallRight) => boolean): readonly Page[] =>
  pages.filter((page) => (page.group !== null || page.path === '/' || page.found) && may(page.right));

/** The page whose address this is, or whose address it lies under. */
export function pageAt(pathname: string): Page | undefined {
  const exact = pages.find((page) => page.path === pathname);
  if (exact) return exact;
  return pages
    .filter((page) => page.path !== '/' && !page.path.includes('$') && pathname.startsWith(`${page.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** The page that is open is seen in the navigation, too. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** Left: pages by group; narrow shows icons with the name as a hint. */
export function Navigation(props: {
  readonly may: (right: CallRight) => boolean;
  readonly narrow: boolean;
  readonly onNarrow: (narrow: boolean) => void;
}): ReactNode {
  const { may, narrow, onNarrow } = props;
  const { t } = useTexts();
  const { i18n } = useTranslation();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const shown = navigationPages(may);
  const current = pageAt(pathname);

  const link = (page: Page): ReactNode => {
    const name = textAt(i18n, page.name);
    const Shown = page.icon;
    return (
      <li key={page.path}>
        <Tooltip label={name} position="right" disabled={!narrow} openDelay={100}>
          <Link
            to={page.path}
            activeOptions={{ exact: true }}
            ref={current?.path === page.path ? intoView : undefined}
            className={classes['link']}
            aria-label={narrow ? name : undefined}
            aria-current={current?.path === page.path ? 'page' : undefined}
          >
            <Shown size={18} stroke={1.6} aria-hidden />
            {narrow ? null : name}
          </Link>
        </Tooltip>
      </li>
    );
  };

  return (
    <nav className={classes['nav']} aria-label={t('shell.navigation')} data-narrow={narrow || undefined}>
      <div className={classes['links']}>
        <ul>{shown.filter((page) => page.group === null).map(link)}</ul>
        {pageGroups.map((group) => {
          const inGroup = shown.filter((page) => page.group === group);
          if (inGroup.length === 0) return null;
          return (
            <div key={group}>
              <div className={classes['group']} id={`nav-${group}`} aria-hidden={narrow || undefined}>
                {t(`page.groups.${group}`)}
              </div>
              <ul aria-labelledby={`nav-${group}`}>{inGroup.map(link)}</ul>
            </div>
          );
        })}
      </div>
      <div className={classes['foot']}>
        <Tooltip label={narrow ? t('shell.wide') : t('shell.narrow')} position="right">
          <ActionIcon
            color="gray"
            aria-label={narrow ? t('shell.wide') : t('shell.narrow')}
            aria-expanded={!narrow}
            onClick={() => onNarrow(!narrow)}
          >
            {narrow ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
          </ActionIcon>
        </Tooltip>
      </div>
    </nav>
  );
}
