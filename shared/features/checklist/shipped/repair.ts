import type { ChecklistSection, RepairClass, RepairPurpose } from '../checklist.content.ts';
import type { Two } from './item.ts';
import { pick, present } from './kind-parts.ts';
import { assemblyRun, testLine, trialDrive } from './repair-bench.ts';
import {
  assembly,
  finalWork,
  firstMaintenance,
  ownWork,
  peerWork,
  secondMaintenance,
  whole,
} from './repair-work.ts';
import { shipped, type ShippedChecklist } from './shipped-checklist.ts';

type Level = Readonly<Record<RepairPurpose, readonly ChecklistSection[]>>;

/** What each level looks at, by group of repair classes. Domain rules §5. */
const groups: readonly {
  readonly key: string;
  readonly name: Two;
  readonly classes: readonly RepairClass[];
  readonly levels: Level;
}[] = [
  {
    key: 'minor',
    name: ['小修、专项修理', 'minor and special repair'],
    classes: ['minor', 'special'],
    levels: { self: [ownWork], peer: [peerWork], final: [finalWork, trialDrive] },
  },
  {
    key: 'first',
    name: ['一级维护', 'first-level maintenance'],
    classes: ['firstMaintenance'],
    levels: {
      self: [ownWork, firstMaintenance],
      peer: present(
        peerWork,
        pick(
          firstMaintenance,
          'service.oil',
          'steering.linkage',
          'suspension.u-bolts',
          'brake.adjuster',
          'tyre.condition',
        ),
      ),
      final: present(
        finalWork,
        pick(firstMaintenance, 'service.oil', 'chassis.grease', 'lamp.signals'),
        trialDrive,
      ),
    },
  },
  {
    key: 'second',
    name: ['二级维护', 'second-level maintenance'],
    classes: ['secondMaintenance'],
    levels: {
      self: [ownWork, firstMaintenance, secondMaintenance],
      peer: present(
        peerWork,
        pick(
          secondMaintenance,
          'second.diagnosis',
          'brake.lining-thickness',
          'brake.drums',
          'brake.chambers',
          'axle.hubs',
          'steering.knuckle',
          'suspension.all',
          'fifth-wheel.jaw',
        ),
      ),
      final: [finalWork, testLine, trialDrive],
    },
  },
  {
    key: 'assembly',
    name: ['总成修理', 'assembly overhaul'],
    classes: ['assembly'],
    levels: {
      self: [ownWork, assembly],
      peer: present(
        peerWork,
        pick(assembly, 'assembly.measured', 'assembly.torque', 'assembly.seals', 'assembly.run-in'),
      ),
      final: [finalWork, assemblyRun, trialDrive],
    },
  },
  {
    key: 'whole',
    name: ['整车修理', 'overhaul of the vehicle'],
    classes: ['whole'],
    levels: {
      self: [ownWork, whole, secondMaintenance],
      peer: present(peerWork, whole, pick(secondMaintenance, 'brake.drums', 'axle.hubs', 'steering.knuckle')),
      final: present(
        finalWork,
        pick(whole, 'body.paint', 'whole.assemblies', 'glass.all'),
        testLine,
        trialDrive,
      ),
    },
  },
];

const levelNames: Readonly<Record<RepairPurpose, Two>> = {
  self: ['自检', 'Self check'],
  peer: ['互检', 'Team leader’s check'],
  final: ['终检', 'Final check'],
};

/** 三级质检 by repair class, for every kind of vehicle. */
export const repairChecklists: readonly ShippedChecklist[] = groups.flatMap(
  ({ key, name, classes, levels }) =>
    (['self', 'peer', 'final'] as const).map((purpose) =>
      shipped(
        `repair.${purpose}.${key}`,
        [`${levelNames[purpose][0]} · ${name[0]}`, `${levelNames[purpose][1]}: ${name[1]}`],
        purpose,
        levels[purpose],
        { repairClasses: classes },
      ),
    ),
);
