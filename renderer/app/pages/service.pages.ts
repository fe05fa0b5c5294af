import { IconChecklist, IconTool, IconTruck } from '@tabler/icons-react';
import { recordPages, screen, type Page } from './page.ts';

/** 服务: vehicles and repair orders. */
export const servicePages: readonly Page[] = [
  ...recordPages('service', 'vehicle', IconTruck, 'vehicle.read', {
    list: screen(() => import('../../features/vehicle/vehicle-list.screen.tsx'), 'VehicleListScreen'),
    form: screen(() => import('../../features/vehicle/vehicle-form.screen.tsx'), 'VehicleFormScreen'),
  }),
  ...recordPages('service', 'repair', IconTool, 'repair.read', {
    list: screen(() => import('../../features/repair/repair-list.screen.tsx'), 'RepairListScreen'),
    form: screen(() => import('../../features/repair/repair-form.screen.tsx'), 'RepairFormScreen'),
  }),
  {
    path: '/checklist',
    name: 'record.checklist.many',
    group: 'quality',
    icon: IconChecklist,
    right: 'checklist.read',
    screen: screen(() => import('../../features/checklist/checklist-list.screen.tsx'), 'ChecklistListScreen'),
  },
  {
    path: '/checklist/$id',
    name: 'record.checklist.one',
    group: null,
    icon: IconChecklist,
    right: 'checklist.read',
    screen: screen(() => import('../../features/checklist/checklist.screen.tsx'), 'ChecklistScreen'),
  },
];
