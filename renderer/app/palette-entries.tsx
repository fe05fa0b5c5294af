import {
  IconCalendarWeek,
  IconDatabaseExport,
  IconFileImport,
  IconKeyboard,
  IconLanguage,
  IconLock,
  IconLogout,
  IconMessageReport,
  IconPlus,
  IconSunMoon,
  IconUserPlus,
  type Icon,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallRight } from '#shared/rpc/call.ts';
import type { shellText } from '#shared/text/shell.text.ts';
import { textAt } from '#shared/text/texts.ts';
import type { PaletteEntry } from '#renderer/features/search/search-palette.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { foundPages } from './navigation.tsx';
import { pages } from './pages.ts';

type ActionKey = keyof (typeof shellText)['zh-CN']['actions'];

type Action = {
  readonly key: ActionKey;
  readonly icon: Icon;
  readonly right: CallRight;
  /** Address that the action opens; the action is left out while no page answers it. */
  readonly path?: string;
  readonly run?: () => void;
};

const answers = (path: string): boolean => {
  const [, first = ''] = path.split('/');
  return pages.some((page) => page.path.split('/')[1] === first);
};

/** Pages and actions that this person may use, named in both languages. */
export function usePaletteEntries(options: {
  readonly toggleColours: () => void;
  readonly showShortcuts: () => void;
  readonly registerComplaint: () => void;
}): readonly PaletteEntry[] {
  const { toggleColours, showShortcuts, registerComplaint } = options;
  const session = useSession();
  const navigate = useNavigate();
  const { i18n } = useTranslation();
  const { language, t } = useTexts();
  return useMemo(() => {
    const inBoth = (key: string): string[] =>
      ['zh-CN', 'en'].map((language) => (i18n.exists(key) ? i18n.getFixedT(language)(key as never) : key)); // the key is data
    const actions: readonly Action[] = [
      { key: 'newCustomer', icon: IconPlus, right: 'customer.write', path: '/customer/new' },
      { key: 'newOrder', icon: IconPlus, right: 'order.write', path: '/order/new' },
      { key: 'newRepair', icon: IconPlus, right: 'repair.write', path: '/repair/new' },
      { key: 'newLead', icon: IconPlus, right: 'lead.write', path: '/lead/new' },
      { key: 'newComplaint', icon: IconMessageReport, right: 'complaint.write', run: registerComplaint },
      { key: 'importFiles', icon: IconFileImport, right: 'import.run', path: '/import' },
      { key: 'weeklyMeeting', icon: IconCalendarWeek, right: 'meeting.read', path: '/meeting' },
      { key: 'backupNow', icon: IconDatabaseExport, right: 'backup.run', path: '/backup' },
      {
        key: 'switchLanguage',
        icon: IconLanguage,
        right: 'signed-in',
        run: () => session.setLanguage(language === 'en' ? 'zh-CN' : 'en'),
      },
      { key: 'switchColours', icon: IconSunMoon, right: 'signed-in', run: toggleColours },
      { key: 'switchPerson', icon: IconUserPlus, right: 'signed-in', run: () => session.switchPerson() },
      { key: 'shortcuts', icon: IconKeyboard, right: 'signed-in', run: showShortcuts },
      { key: 'lock', icon: IconLock, right: 'signed-in', run: session.lock },
      { key: 'signOut', icon: IconLogout, right: 'signed-in', run: session.signOut },
    ];
    const open = (path: string) => (): void => void navigate({ to: path });
    const ofActions = actions
      .filter(({ right, path }) => session.may(right) && (path === undefined || answers(path)))
      .map(({ key, icon: Shown, path, run }): PaletteEntry => ({
        key: `action-${key}`,
        group: 'action',
        label: t(`shell.actions.${key}`),
        names: inBoth(`shell.actions.${key}`),
        icon: <Shown size={18} stroke={1.6} aria-hidden />,
        run: run ?? open(path ?? '/'),
      }));
    const ofPages = foundPages(session.may).map(({ name, path, icon: Shown }): PaletteEntry => ({
      key: `page-${path}`,
      group: 'page',
      label: textAt(i18n, name),
      names: inBoth(name),
      icon: <Shown size={18} stroke={1.6} aria-hidden />,
      run: open(path),
    }));
    return [...ofActions, ...ofPages];
  }, [i18n, language, t, session, navigate, toggleColours, showShortcuts, registerComplaint]);
}
