import { IconBook2, IconCalendarEvent, IconFlag, IconTarget } from '@tabler/icons-react';
import { recordPages, screen, type Page } from './page.ts';

/** 计划: goals and events. */
export const planPages: readonly Page[] = [
  {
    path: '/plan',
    name: 'plan.title',
    group: 'plan',
    icon: IconBook2,
    right: 'plan.read',
    screen: screen(() => import('../../features/plan/plan-list.screen.tsx'), 'PlanListScreen'),
  },
  {
    path: '/plan/$id',
    name: 'plan.title',
    group: null,
    icon: IconBook2,
    right: 'plan.read',
    screen: screen(() => import('../../features/plan/plan.screen.tsx'), 'PlanScreen'),
  },
  {
    path: '/goal/tree',
    name: 'goal.title',
    group: 'plan',
    icon: IconTarget,
    right: 'goal.read',
    screen: screen(() => import('../../features/goal/goal-tree.screen.tsx'), 'GoalTreeScreen'),
  },
  ...recordPages('plan', 'goal', IconFlag, 'goal.read', {
    list: screen(() => import('../../features/goal/goal-list.screen.tsx'), 'GoalListScreen'),
    form: screen(() => import('../../features/goal/goal-form.screen.tsx'), 'GoalFormScreen'),
  }),
  ...recordPages('plan', 'event', IconCalendarEvent, 'event.read', {
    list: screen(() => import('../../features/event/event-list.screen.tsx'), 'EventListScreen'),
    form: screen(() => import('../../features/event/event-form.screen.tsx'), 'EventFormScreen'),
  }),
];
