import {
  IconDatabaseExport,
  IconHome2,
  IconListSearch,
  IconProgressCheck,
  IconSettings,
  IconUserShield,
  type Icon,
} from '@tabler/icons-react';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { CallRight } from '#shared/rpc/call.ts';

/** A page of the program: its address, place in the navigation and right. Features register here, one line each. */
export type Page = {
  readonly path: string;
  /** Key of the page's name: `page.<key>`, or a record feature's `record.<feature>.many`. */
  readonly name: string;
  readonly group: 'work' | 'sales' | 'service' | 'money' | 'plan' | 'store' | null;
  readonly icon: Icon;
  readonly right: CallRight;
  readonly screen: LazyExoticComponent<ComponentType>;
};

const screen = <Name extends string>(
  load: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
): Page['screen'] => lazy(async () => ({ default: (await load())[name] }));

export const pages: readonly Page[] = [
  {
    path: '/',
    name: 'page.home',
    group: null,
    icon: IconHome2,
    right: 'signed-in',
    screen: screen(() => import('../features/home/home.screen.tsx'), 'HomeScreen'),
  },
  {
    path: '/account',
    name: 'page.account',
    group: 'store',
    icon: IconUserShield,
    right: 'account.manage',
    screen: screen(() => import('../features/account/account.screen.tsx'), 'AccountScreen'),
  },
  {
    path: '/audit',
    name: 'page.audit',
    group: 'store',
    icon: IconListSearch,
    right: 'audit.read',
    screen: screen(() => import('../features/audit/audit.screen.tsx'), 'AuditScreen'),
  },
  {
    path: '/backup',
    name: 'page.backup',
    group: 'store',
    icon: IconDatabaseExport,
    right: 'backup.read',
    screen: screen(() => import('../features/backup/backup.screen.tsx'), 'BackupScreen'),
  },
  {
    path: '/setting',
    name: 'page.setting',
    group: 'store',
    icon: IconSettings,
    right: 'setting.read',
    screen: screen(() => import('../features/setting/setting.screen.tsx'), 'SettingScreen'),
  },
  {
    path: '/job',
    name: 'page.job',
    group: 'store',
    icon: IconProgressCheck,
    right: 'job.read',
    screen: screen(() => import('../features/job/job.screen.tsx'), 'JobScreen'),
  },
];
