import { IconClipboardCheck, IconClipboardList, IconShieldCheck } from '@tabler/icons-react';
import { recordPages, screen, type Page } from './page.ts';

/** 质量: what waits to be checked, every check, the coverage that must read 100 %. */
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
];
