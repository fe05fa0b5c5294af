import {
  IconBook2,
  IconBooks,
  IconCalendarEvent,
  IconCalendarMonth,
  IconCertificate,
  IconChalkboard,
  IconChartGridDots,
  IconClipboardText,
  IconFlag,
  IconHelpHexagon,
  IconListSearch,
  IconMathFunction,
  IconPencil,
  IconReportAnalytics,
  IconReportMoney,
  IconSchool,
  IconStairsUp,
  IconRoute,
  IconTarget,
  IconTargetArrow,
  IconUrgent,
} from '@tabler/icons-react';
import type * as examScreens from '../../features/exam/exam-form.screen.tsx';
import type * as trainingScreens from '../../features/training/training-records.screen.tsx';
import { recordPages, screen, type Page } from './page.ts';

const trainingScreen = (name: keyof typeof trainingScreens) =>
  screen(() => import('../../features/training/training-records.screen.tsx'), name);

const examScreen = (name: keyof typeof examScreens) =>
  screen(() => import('../../features/exam/exam-form.screen.tsx'), name);

/** 计划: goals, events and training. */
export const planPages: readonly Page[] = [
  {
    path: '/indicator/wall',
    name: 'indicator.wall',
    group: 'plan',
    icon: IconChartGridDots,
    right: 'goal.read',
    screen: screen(() => import('../../features/indicator/wall.screen.tsx'), 'WallScreen'),
  },
  {
    path: '/indicator/figures',
    name: 'indicator.figures',
    group: 'plan',
    icon: IconReportAnalytics,
    right: 'goal.read',
    screen: screen(() => import('../../features/indicator/figures.screen.tsx'), 'FiguresScreen'),
  },
  {
    path: '/gap/analysis',
    name: 'gap.title',
    group: null,
    icon: IconListSearch,
    right: 'goal.read',
    screen: screen(() => import('../../features/gap/gap-analysis.screen.tsx'), 'GapAnalysisScreen'),
  },
  ...recordPages('plan', 'gap', IconListSearch, 'goal.read', {
    list: screen(() => import('../../features/gap/gap-list.screen.tsx'), 'GapListScreen'),
    form: screen(() => import('../../features/gap/gap.screen.tsx'), 'GapScreen'),
  }),
  {
    path: '/indicator/library',
    name: 'indicator.library',
    group: 'plan',
    icon: IconBooks,
    right: 'goal.read',
    screen: screen(() => import('../../features/indicator/library.screen.tsx'), 'LibraryScreen'),
  },
  ...recordPages(null, 'indicator', IconMathFunction, 'goal.read', {
    list: screen(() => import('../../features/indicator/own-indicator.screen.tsx'), 'IndicatorListScreen'),
    form: screen(() => import('../../features/indicator/own-indicator.screen.tsx'), 'IndicatorFormScreen'),
  }),
  ...recordPages(null, 'indicatorEntry', IconPencil, 'goal.read', {
    list: screen(() => import('../../features/indicator/own-indicator.screen.tsx'), 'EntryListScreen'),
    form: screen(() => import('../../features/indicator/entry.screen.tsx'), 'EntryScreen'),
  }),
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
  {
    path: '/training/year',
    name: 'training.title',
    group: 'plan',
    icon: IconSchool,
    right: 'training.read',
    screen: screen(() => import('../../features/training/training-year.screen.tsx'), 'TrainingYearScreen'),
  },
  {
    path: '/training/calendar',
    name: 'training.calendar',
    group: null,
    found: true,
    icon: IconCalendarMonth,
    right: 'training.read',
    screen: screen(() => import('../../features/training/calendar.screen.tsx'), 'TrainingCalendarScreen'),
  },
  ...recordPages(null, 'training', IconSchool, 'training.read', {
    list: trainingScreen('TrainingListScreen'),
    form: trainingScreen('TrainingFormScreen'),
  }),
  ...recordPages(null, 'trainingYear', IconSchool, 'training.read', {
    list: trainingScreen('TrainingYearListScreen'),
    form: trainingScreen('TrainingYearFormScreen'),
  }),
  ...recordPages(null, 'trainingSubject', IconBooks, 'training.read', {
    list: trainingScreen('TrainingSubjectListScreen'),
    form: trainingScreen('TrainingSubjectFormScreen'),
  }),
  ...recordPages(null, 'trainer', IconChalkboard, 'training.read', {
    list: trainingScreen('TrainerListScreen'),
    form: trainingScreen('TrainerFormScreen'),
  }),
  ...recordPages(null, 'growthStep', IconStairsUp, 'training.read', {
    list: trainingScreen('GrowthStepListScreen'),
    form: trainingScreen('GrowthStepFormScreen'),
  }),
  ...recordPages(null, 'trainingCertificate', IconCertificate, 'training.read', {
    list: trainingScreen('TrainingCertificateListScreen'),
    form: trainingScreen('TrainingCertificateFormScreen'),
  }),
  {
    path: '/exam/mine',
    name: 'exam.mine',
    group: null,
    found: true,
    icon: IconClipboardText,
    right: 'exam.take',
    screen: screen(() => import('../../features/exam/my-exams.screen.tsx'), 'MyExamsScreen'),
  },
  {
    path: '/exam/mine/$id',
    name: 'exam.mine',
    group: null,
    icon: IconClipboardText,
    right: 'exam.take',
    screen: screen(() => import('../../features/exam/exam-sheet.screen.tsx'), 'ExamSheetScreen'),
  },
  {
    path: '/exam/sitting/$id',
    name: 'exam.mark',
    group: null,
    icon: IconClipboardText,
    right: 'exam.read',
    screen: screen(() => import('../../features/exam/sitting.screen.tsx'), 'SittingScreen'),
  },
  ...recordPages(null, 'exam', IconClipboardText, 'exam.read', {
    list: examScreen('ExamListScreen'),
    form: examScreen('ExamFormScreen'),
  }),
  ...recordPages(null, 'examQuestion', IconHelpHexagon, 'exam.read', {
    list: examScreen('ExamQuestionListScreen'),
    form: examScreen('ExamQuestionFormScreen'),
  }),
  {
    path: '/channel-plan/month',
    name: 'channelPlan.compare',
    group: 'plan',
    icon: IconRoute,
    right: 'channelPlan.read',
    screen: screen(
      () => import('../../features/channel-plan/channel-month.screen.tsx'),
      'ChannelMonthScreen',
    ),
  },
  ...recordPages(null, 'channelPlan', IconRoute, 'channelPlan.read', {
    list: screen(
      () => import('../../features/channel-plan/channel-plan.screens.tsx'),
      'ChannelPlanListScreen',
    ),
    form: screen(
      () => import('../../features/channel-plan/channel-plan.screens.tsx'),
      'ChannelPlanFormScreen',
    ),
  }),
  ...recordPages('plan', 'emergency', IconUrgent, 'emergency.read', {
    list: screen(() => import('../../features/emergency/emergency.screen.tsx'), 'EmergencyListScreen'),
    form: screen(() => import('../../features/emergency/emergency.screen.tsx'), 'EmergencyFormScreen'),
  }),
  ...recordPages(null, 'emergencyDrill', IconUrgent, 'emergency.read', {
    list: screen(() => import('../../features/emergency/emergency.screen.tsx'), 'EmergencyDrillListScreen'),
    form: screen(() => import('../../features/emergency/emergency.screen.tsx'), 'EmergencyDrillListScreen'),
  }),
];
