import { z } from 'zod';
import { isDay, type Day } from '../../kernel/day.ts';
import { fieldSchema } from '../../kernel/field-schema.ts';
import type { Fen } from '../../kernel/money.ts';
import { action, command, query } from '../../rpc/call.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import type { ActionItem } from '../action/action.contract.ts';
import { vehicleKinds } from '../vehicle/vehicle.fields.ts';
import type { EventEffect } from './event-attribution.rules.ts';
import {
  eventCostFields,
  eventFields,
  eventMaterialFields,
  eventPhases,
  eventRoleFields,
  type EventKind,
  type EventPhase,
} from './event.fields.ts';
import type { CostPer } from './event.rules.ts';

const id = z.number().int().positive();
const day = z.string().refine(isDay, { error: 'not-a-day' });
const words = (max: number) =>
  z.string().trim().min(1, { error: 'required' }).max(max, { error: 'too-long' });
const phone = fieldSchema({ kind: 'phone', required: true }) as z.ZodType<string>; // a required field is a text

/** A task of an event: an action item with its phase and T±days. */
export type EventTask = {
  readonly phase: EventPhase;
  /** Days from the event's first day (after it: its last day). */
  readonly offset: number;
  readonly item: ActionItem;
};

export type EventTemplate = {
  readonly key: string;
  readonly name: string;
  readonly kind: EventKind;
  /** Days that the event takes. */
  readonly days: number;
  readonly tasks: number;
  readonly isShipped: boolean;
};

/** Figures of an event; money is null for who may not see it. */
export type EventResult = {
  readonly effects: readonly EventEffect[];
  readonly cost: {
    readonly budgetFen: Fen;
    /** null: nothing is entered as spent. */
    readonly spentFen: Fen | null;
    /** Over the leads and the vehicles ordered within 90 days. */
    readonly perLead: CostPer;
    readonly perOrder: CostPer;
  } | null;
};

/** Where a telephone number is known already. */
export type KnownPhone = {
  /** Captured at this very event before. */
  readonly here: boolean;
  /** The latest lead with the number, here or elsewhere. */
  readonly lead: { readonly on: Day; readonly consultantName: string | null } | null;
  readonly isCustomer: boolean;
};

/**
 * Glossary: 关键事项 event, 阶段 phase, 前期策划 planning, 宣传预热 publicity, 现场执行 on site, 后期跟踪 follow-up,
 * 总结分析 review, 模板 template, 留资 capture of a lead.
 */
export const eventContract = {
  /** A change of the dates moves every task that is not done to its T±days. Error: issue `ends-before-start`. */
  ...recordCalls(eventFields, { read: 'event.read', write: 'event.write', remove: 'event.remove' }),
  tasks: query('event.read', z.strictObject({ id }), output<readonly EventTask[]>()),
  /** Errors: not-found. */
  addTask: command(
    'event.plan',
    z.strictObject({
      id,
      phase: z.enum(eventPhases),
      text: words(500),
      ownerId: id,
      dueOn: day,
      check: words(300),
    }),
    output<{ readonly id: number; readonly number: string }>(),
  ),
  templates: query('event.read', z.strictObject({}), output<readonly EventTemplate[]>()),
  /** A new event with the template's tasks, roles, materials and budget; the person in charge owns the tasks at first. */
  make: command(
    'event.plan',
    z.strictObject({ key: z.string().max(40), name: words(100), startsOn: day, personId: id }),
    output<{ readonly id: number; readonly tasks: number }>(),
  ),
  /** Keeps an event as a template, its dates as T±days, without people, spend and results. */
  keepTemplate: command(
    'event.plan',
    z.strictObject({ id, name: words(100) }),
    output<{ readonly key: string }>(),
  ),
  /** Takes a template of the store away; shipped ones stay. */
  dropTemplate: command(
    'event.plan',
    z.strictObject({ key: z.string().max(40) }),
    output<Record<string, never>>(),
  ),
  knownPhone: query('lead.write', z.strictObject({ id, phone }), output<KnownPhone>()),
  /**
   * 留资 on the day: a lead whose source is the event; with `order` also an order with its deposit, for which `order.write`
   * is asked. Error: issue `event-phone-taken` where the number was captured at this event and no order comes with it.
   */
  capture: command(
    'lead.write',
    z.strictObject({
      id,
      phone,
      name: words(100),
      model: z.string().trim().max(100, { error: 'too-long' }),
      order: z
        .strictObject({
          kind: z.enum(vehicleKinds),
          quantity: z.number().int().min(1, { error: 'too-small' }).max(999, { error: 'too-large' }),
          depositFen: z
            .number()
            .int()
            .min(0, { error: 'too-small' })
            .max(9_000_000_000, { error: 'too-large' }),
        })
        .nullable(),
    }),
    output<{ readonly leadId: number; readonly orderNumber: string | null }>(),
  ),
  result: query('event.read', z.strictObject({ id }), output<EventResult>()),
  /** Brings the closing review to this week's meeting. Errors: `event-no-meeting`, `event-review-empty`. */
  toMeeting: command('event.plan', z.strictObject({ id }), output<{ readonly meetingNumber: string }>()),
  /** 总结 on one page. */
  print: action('event.read', z.strictObject({ id, format: paperFormat }), output<DeskFile>()),
};

const part = { read: 'event.read', write: 'event.write', remove: 'event.write' } as const;
export const eventRoleContract = recordCalls(eventRoleFields, part);
export const eventMaterialContract = recordCalls(eventMaterialFields, part);
export const eventCostContract = recordCalls(eventCostFields, {
  read: 'event.seeCost',
  write: 'event.plan',
  remove: 'event.plan',
});
