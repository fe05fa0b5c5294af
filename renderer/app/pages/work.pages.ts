import { IconCalendarWeek, IconGavel, IconFileImport, IconHome2, IconListCheck } from '@tabler/icons-react';
import { recordPages, screen, type Page } from './page.ts';

/** 日常: the desk, meetings, action items, imports. */
export const workPages: readonly Page[] = [
  {
    path: '/',
    name: 'page.home',
    group: null,
    icon: IconHome2,
    right: 'signed-in',
    screen: screen(() => import('../../features/home/home.screen.tsx'), 'HomeScreen'),
  },
  {
    path: '/meeting',
    name: 'record.meeting.many',
    group: 'work',
    icon: IconCalendarWeek,
    right: 'meeting.read',
    screen: screen(() => import('../../features/meeting/meeting-list.screen.tsx'), 'MeetingListScreen'),
  },
  ...recordPages('work', 'decision', IconGavel, 'meeting.read', {
    list: screen(() => import('../../features/decision/decision.screen.tsx'), 'DecisionListScreen'),
    form: screen(() => import('../../features/decision/decision.screen.tsx'), 'DecisionScreen'),
  }),
  {
    path: '/action',
    name: 'record.action.many',
    group: 'work',
    icon: IconListCheck,
    right: 'action.read',
    screen: screen(() => import('../../features/action/action-list.screen.tsx'), 'ActionListScreen'),
  },
  {
    path: '/import',
    name: 'import.title',
    group: 'work',
    icon: IconFileImport,
    right: 'import.run',
    screen: screen(() => import('../../features/import/import.screen.tsx'), 'ImportScreen'),
  },
  {
    path: '/meeting/$week',
    name: 'record.meeting.one',
    group: null,
    icon: IconCalendarWeek,
    right: 'meeting.read',
    screen: screen(() => import('../../features/meeting/meeting.screen.tsx'), 'MeetingScreen'),
  },
  {
    path: '/action/$id',
    name: 'record.action.one',
    group: null,
    icon: IconListCheck,
    right: 'action.read',
    screen: screen(() => import('../../features/action/action-list.screen.tsx'), 'ActionScreen'),
  },
];
