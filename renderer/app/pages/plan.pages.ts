import {
  IconBook2,
  IconCalendarEvent,
  IconFlag,
  IconReportMoney,
  IconTarget,
  IconTargetArrow,
} from '@tabler/icons-react';
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
  {
    path: '/income',
    name: 'income.title',
    group: 'plan',
    icon: IconTargetArrow,
    right: 'income.use',
    screen: screen(() => import('../../features/income/income.screen.tsx'), 'IncomeScreen'),
  },
  {
    path: '/pay',
    name: 'pay.title',
    group: 'plan',
    icon: IconReportMoney,
    right: 'pay.read',
    screen: screen(() => import('../../features/pay/pay-list.screen.tsx'), 'PayListScreen'),
  },
  {
    path: '/pay/$id',
    name: 'pay.one',
    group: null,
    icon: IconReportMoney,
    right: 'pay.read',
    screen: screen(() => import('../../features/pay/pay.screen.tsx'), 'PayScreen'),
  },
  ...recordPages('plan', 'event', IconCalendarEvent, 'event.read', {
    list: screen(() => import('../../features/event/event-list.screen.tsx'), 'EventListScreen'),
    form: screen(() => import('../../features/event/event-form.screen.tsx'), 'EventFormScreen'),
  }),
];
