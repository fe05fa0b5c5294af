import {
  IconBolt,
  IconBulb,
  IconBriefcase,
  IconBuildingWarehouse,
  IconCalendarCheck,
  IconCalendarDue,
  IconCalendarOff,
  IconCalendarRepeat,
  IconCar,
  IconDatabaseExport,
  IconHistory,
  IconHourglass,
  IconIdBadge2,
  IconListCheck,
  IconListSearch,
  IconPhoneCall,
  IconProgressCheck,
  IconRuler2,
  IconScale,
  IconSettings,
  IconSitemap,
  IconTransfer,
  IconUserX,
  IconEyeSearch,
  IconArchive,
  IconUserShield,
} from '@tabler/icons-react';
import { recordPages, screen, type Page } from './page.ts';

const found = (pages: readonly Page[]): readonly Page[] =>
  pages.map((page) => (page.path.includes('$') ? page : { ...page, found: true }));

/** 规则: dated tables, each reached from the page of the rules. */
const rulePages: readonly Page[] = found([
  ...recordPages(null, 'calendarDay', IconCalendarOff, 'setting.read', {
    list: screen(
      () => import('../../features/calendar/calendar-day-list.screen.tsx'),
      'CalendarDayListScreen',
    ),
    form: screen(
      () => import('../../features/calendar/calendar-day-form.screen.tsx'),
      'CalendarDayFormScreen',
    ),
  }),
  ...recordPages(null, 'complaintClock', IconHourglass, 'complaint.read', {
    list: screen(
      () => import('../../features/complaint/complaint-clock-list.screen.tsx'),
      'ComplaintClockListScreen',
    ),
    form: screen(
      () => import('../../features/complaint/complaint-clock-form.screen.tsx'),
      'ComplaintClockFormScreen',
    ),
  }),
  ...recordPages(null, 'standard', IconListCheck, 'standard.read', {
    list: screen(() => import('../../features/standard/standard-list.screen.tsx'), 'StandardListScreen'),
    form: screen(() => import('../../features/standard/standard-form.screen.tsx'), 'StandardFormScreen'),
  }),
  ...recordPages(null, 'lemonRule', IconCar, 'vehicle.read', {
    list: screen(() => import('../../features/lemon/lemon-rule-list.screen.tsx'), 'LemonRuleListScreen'),
    form: screen(() => import('../../features/lemon/lemon-rule-form.screen.tsx'), 'LemonRuleFormScreen'),
  }),
  ...recordPages(null, 'retentionRule', IconArchive, 'setting.read', {
    list: screen(
      () => import('../../features/personal-data/retention-rule.screen.tsx'),
      'RetentionRuleListScreen',
    ),
    form: screen(
      () => import('../../features/personal-data/retention-rule.screen.tsx'),
      'RetentionRuleFormScreen',
    ),
  }),
  ...recordPages(null, 'repeatRule', IconCalendarRepeat, 'rule.write', {
    list: screen(
      () => import('../../features/inspection/repeat-rule-list.screen.tsx'),
      'RepeatRuleListScreen',
    ),
    form: screen(
      () => import('../../features/inspection/repeat-rule-form.screen.tsx'),
      'RepeatRuleFormScreen',
    ),
  }),
  ...recordPages(null, 'warrantyRule', IconRuler2, 'rule.write', {
    list: screen(() => import('../../features/repair/quality-records.screen.tsx'), 'WarrantyRuleListScreen'),
    form: screen(() => import('../../features/repair/quality-records.screen.tsx'), 'WarrantyRuleFormScreen'),
  }),
  ...recordPages(null, 'followUpRule', IconPhoneCall, 'customer.read', {
    list: screen(
      () => import('../../features/follow-up/follow-up-rule.screen.tsx'),
      'FollowUpRuleListScreen',
    ),
    form: screen(
      () => import('../../features/follow-up/follow-up-rule.screen.tsx'),
      'FollowUpRuleFormScreen',
    ),
  }),
  ...recordPages(null, 'reminderRule', IconCalendarDue, 'customer.read', {
    list: screen(() => import('../../features/reminder/reminder-rule.screen.tsx'), 'ReminderRuleListScreen'),
    form: screen(() => import('../../features/reminder/reminder-rule.screen.tsx'), 'ReminderRuleFormScreen'),
  }),
  ...recordPages(null, 'offerRule', IconBulb, 'campaign.read', {
    list: screen(() => import('../../features/offer/offer-rule.screen.tsx'), 'OfferRuleListScreen'),
    form: screen(() => import('../../features/offer/offer-rule.screen.tsx'), 'OfferRuleFormScreen'),
  }),
  ...recordPages(null, 'campaignTrigger', IconBolt, 'campaign.read', {
    list: screen(() => import('../../features/campaign/trigger.screen.tsx'), 'TriggerListScreen'),
    form: screen(() => import('../../features/campaign/trigger.screen.tsx'), 'TriggerFormScreen'),
  }),
  ...recordPages(null, 'reminderCapacity', IconBuildingWarehouse, 'reminder.read', {
    list: screen(() => import('../../features/reminder/reminder-records.screen.tsx'), 'CapacityListScreen'),
    form: screen(() => import('../../features/reminder/reminder-records.screen.tsx'), 'CapacityFormScreen'),
  }),
  ...recordPages(null, 'reminderDone', IconCalendarCheck, 'vehicle.read', {
    list: screen(() => import('../../features/reminder/reminder-done.screen.tsx'), 'ReminderDoneListScreen'),
    form: screen(() => import('../../features/reminder/reminder-done.screen.tsx'), 'ReminderDoneFormScreen'),
  }),
]);

/** 门店: people and rights, trail, backups, settings. */
export const storePages: readonly Page[] = [
  {
    path: '/account',
    name: 'page.account',
    group: 'store',
    icon: IconUserShield,
    right: 'account.manage',
    screen: screen(() => import('../../features/account/account.screen.tsx'), 'AccountScreen'),
  },
  {
    path: '/assignment/hand-over',
    name: 'assignment.title',
    group: 'store',
    icon: IconTransfer,
    right: 'assignment.handOver',
    screen: screen(() => import('../../features/assignment/hand-over.screen.tsx'), 'HandOverScreen'),
  },
  {
    path: '/personal-data',
    name: 'personalData.title',
    group: 'store',
    icon: IconUserX,
    right: 'personalData.manage',
    screen: screen(
      () => import('../../features/personal-data/personal-data.screen.tsx'),
      'PersonalDataScreen',
    ),
  },
  {
    path: '/personal-data/log',
    name: 'personalData.logTitle',
    group: 'store',
    icon: IconEyeSearch,
    right: 'personalData.log',
    screen: screen(() => import('../../features/personal-data/access-log.screen.tsx'), 'AccessLogScreen'),
  },
  {
    path: '/audit',
    name: 'page.audit',
    group: 'store',
    icon: IconListSearch,
    right: 'audit.read',
    screen: screen(() => import('../../features/audit/audit.screen.tsx'), 'AuditScreen'),
  },
  {
    path: '/import/history',
    name: 'import.history.title',
    group: 'store',
    icon: IconHistory,
    right: 'import.read',
    screen: screen(() => import('../../features/import/import-history.screen.tsx'), 'ImportHistoryScreen'),
  },
  {
    path: '/backup',
    name: 'page.backup',
    group: 'store',
    icon: IconDatabaseExport,
    right: 'backup.read',
    screen: screen(() => import('../../features/backup/backup.screen.tsx'), 'BackupScreen'),
  },
  {
    path: '/setting',
    name: 'page.setting',
    group: 'store',
    icon: IconSettings,
    right: 'setting.read',
    screen: screen(() => import('../../features/setting/setting.screen.tsx'), 'SettingScreen'),
  },
  {
    path: '/job',
    name: 'page.job',
    group: 'store',
    icon: IconProgressCheck,
    right: 'job.read',
    screen: screen(() => import('../../features/job/job.screen.tsx'), 'JobScreen'),
  },
  {
    path: '/rule',
    name: 'rule.title',
    group: 'store',
    icon: IconScale,
    right: 'setting.read',
    screen: screen(() => import('../../features/rule/rule.screen.tsx'), 'RuleScreen'),
  },
  ...recordPages('store', 'person', IconIdBadge2, 'person.read', {
    list: screen(() => import('../../features/person/person-list.screen.tsx'), 'PersonListScreen'),
    form: screen(() => import('../../features/person/person-form.screen.tsx'), 'PersonFormScreen'),
  }),
  ...recordPages('store', 'post', IconBriefcase, 'post.read', {
    list: screen(() => import('../../features/post/post-list.screen.tsx'), 'PostListScreen'),
    form: screen(() => import('../../features/post/post-form.screen.tsx'), 'PostFormScreen'),
  }),
  ...rulePages,
  ...recordPages('store', 'department', IconSitemap, 'department.read', {
    list: screen(
      () => import('../../features/department/department-list.screen.tsx'),
      'DepartmentListScreen',
    ),
    form: screen(
      () => import('../../features/department/department-form.screen.tsx'),
      'DepartmentFormScreen',
    ),
  }),
];
