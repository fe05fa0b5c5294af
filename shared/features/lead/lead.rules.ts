import type { Day } from '../../kernel/day.ts';
import type { leadStates } from './lead.fields.ts';

type Marked = Readonly<Record<string, unknown>>;
type LeadState = (typeof leadStates)[number];

const beforeTestDrive: readonly unknown[] = ['new'] satisfies readonly LeadState[];
const beforeDeal: readonly unknown[] = ['new', 'following'] satisfies readonly LeadState[];

/** 首次到店: the day, where none is known yet; a new lead is then followed up. */
export const visitMarked = <V extends Marked>(values: V, day: Day): V => ({
  ...values,
  visitedOn: values['visitedOn'] ?? day,
  state: beforeTestDrive.includes(values['state']) ? 'following' : values['state'],
});

/** 首次试驾: the day, where none is known yet. Who drives has come: the visit is marked with it. */
export const testDriveMarked = <V extends Marked>(values: V, day: Day): V => {
  const testDrivenOn = values['testDrivenOn'] ?? day;
  return {
    ...values,
    testDrivenOn,
    visitedOn: values['visitedOn'] ?? testDrivenOn,
    state: beforeDeal.includes(values['state']) ? 'testDrive' : values['state'],
  };
};
