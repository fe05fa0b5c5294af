import {
  IconCertificate,
  IconChartHistogram,
  IconClipboardCheck,
  IconClipboardList,
  IconDeviceTv,
  IconMessageExclamation,
  IconMessageReport,
  IconMoodSmile,
  IconRotateClockwise,
  IconShieldCheck,
  IconStars,
} from '@tabler/icons-react';
import { recordPages, screen, type Page } from './page.ts';

/** 质量: what waits to be checked, every check, the coverage that must read 100 %, complaints, service. */
export const qualityPages: readonly Page[] = [
  {
    path: '/inspection/waiting',
    name: 'page.inspectionWaiting',
    group: 'quality',
    icon: IconClipboardCheck,
    right: 'inspection.read',
    screen: screen(() => import('../../features/inspection/waiting.screen.tsx'), 'WaitingScreen'),
  },
  ...recordPages('quality', 'inspection', IconClipboardList, 'inspection.read', {
    list: screen(
      () => import('../../features/inspection/inspection-list.screen.tsx'),
      'InspectionListScreen',
    ),
    form: screen(() => import('../../features/inspection/inspection.screen.tsx'), 'InspectionScreen'),
  }),
  {
    path: '/inspection/coverage',
    name: 'page.inspectionCoverage',
    group: 'quality',
    icon: IconShieldCheck,
    right: 'inspection.read',
    screen: screen(() => import('../../features/inspection/coverage.screen.tsx'), 'CoverageScreen'),
  },
  {
    path: '/quality',
    name: 'quality.title',
    group: 'quality',
    icon: IconChartHistogram,
    right: 'inspection.read',
    screen: screen(() => import('../../features/quality/quality.screen.tsx'), 'QualityScreen'),
  },
  ...recordPages('quality', 'rework', IconRotateClockwise, 'repair.read', {
    list: screen(() => import('../../features/repair/quality-records.screen.tsx'), 'ReworkListScreen'),
    form: screen(() => import('../../features/repair/quality-records.screen.tsx'), 'ReworkScreen'),
  }),
  ...recordPages('quality', 'certificate', IconCertificate, 'repair.read', {
    list: screen(() => import('../../features/repair/quality-records.screen.tsx'), 'CertificateListScreen'),
    form: screen(() => import('../../features/repair/quality-records.screen.tsx'), 'CertificateScreen'),
  }),
  ...recordPages('quality', 'complaint', IconMessageReport, 'complaint.read', {
    list: screen(() => import('../../features/complaint/complaint-list.screen.tsx'), 'ComplaintListScreen'),
    form: screen(() => import('../../features/complaint/complaint.screen.tsx'), 'ComplaintScreen'),
  }),
  {
    path: '/complaint/$id/data',
    name: 'record.complaint.one',
    group: null,
    icon: IconMessageExclamation,
    right: 'complaint.write',
    screen: screen(() => import('../../features/complaint/complaint.screen.tsx'), 'ComplaintDataScreen'),
  },
  {
    path: '/complaint/wall',
    name: 'complaint.wall',
    group: null,
    icon: IconDeviceTv,
    right: 'complaint.read',
    screen: screen(() => import('../../features/complaint/complaint-wall.screen.tsx'), 'ComplaintWallScreen'),
    found: true,
    bare: true,
  },
  {
    path: '/standard/service',
    name: 'standard.title',
    group: 'quality',
    icon: IconStars,
    right: 'standard.read',
    screen: screen(() => import('../../features/standard/service.screen.tsx'), 'ServiceScreen'),
  },
  ...recordPages('quality', 'evaluation', IconMoodSmile, 'standard.read', {
    list: screen(
      () => import('../../features/evaluation/evaluation-list.screen.tsx'),
      'EvaluationListScreen',
    ),
    form: screen(() => import('../../features/evaluation/evaluation.screen.tsx'), 'EvaluationScreen'),
  }),
  {
    path: '/evaluation/figures',
    name: 'evaluation.figures.title',
    group: null,
    icon: IconMoodSmile,
    right: 'standard.read',
    screen: screen(
      () => import('../../features/evaluation/evaluation-figures.screen.tsx'),
      'EvaluationFiguresScreen',
    ),
    found: true,
  },
  ...recordPages(null, 'spotCheck', IconClipboardCheck, 'standard.read', {
    list: screen(() => import('../../features/standard/spot-check-list.screen.tsx'), 'SpotCheckListScreen'),
    form: screen(() => import('../../features/standard/spot-check.screen.tsx'), 'SpotCheckScreen'),
  }),
  ...recordPages(null, 'serviceScore', IconStars, 'standard.read', {
    list: screen(() => import('../../features/standard/service-score.screen.tsx'), 'ServiceScoreListScreen'),
    form: screen(() => import('../../features/standard/service-score.screen.tsx'), 'ServiceScoreScreen'),
  }),
];
