import type {
  eventContract,
  eventCostContract,
  eventMaterialContract,
  eventRoleContract,
} from '#shared/features/event/event.contract.ts';
import { farthestTask, isFarFrom, offsetOf } from '#shared/features/event/event.rules.ts';
import { invalidField, ruleViolated } from '#shared/rpc/desk-error.ts';
import { may } from '#shared/rpc/rights.ts';
import { auditHead, shortCode } from '#electron/kernel/audit.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { askedBy, sheetFile, type Printer } from '#electron/reports/sheet-file.ts';
import { raiseAction } from '../action/action.raise.ts';
import { mustBeInPost } from '../person/person.in-post.ts';
import { capture, readKnownPhone } from './event.capture.ts';
import { bringToMeeting } from './event.meeting.ts';
import { eventCostRecord, eventMaterialRecord, eventRecord, eventRoleRecord } from './event.record.ts';
import { eventDocument } from './event.report.ts';
import { readEvent } from './event.repository.ts';
import { readResult } from './event.result.ts';
import { listTasks } from './event.tasks.ts';
import { dropTemplate, keepTemplate, listTemplates, makeEvent } from './event.template.ts';

const eventHandlers = (printer: Printer): HandlersOf<typeof eventContract> => ({
  ...recordHandlers(eventRecord),

  async tasks({ id }, { reader, clock }) {
    await readEvent(reader, id);
    return listTasks(reader, clock.today(), id);
  },

  async addTask({ id, phase, text, ownerId, dueOn, check }, context) {
    const event = await readEvent(context.writer, id);
    if (isFarFrom(phase, dueOn, event))
      throw invalidField('dueOn', 'task-far-from-event', { days: farthestTask });
    await mustBeInPost(context, ownerId, 'ownerId');
    const added = await raiseAction(context, {
      text,
      ownerId,
      dueOn,
      check,
      eventId: id,
      eventPhase: phase,
      eventOffset: offsetOf(phase, dueOn, event),
    });
    context.changed({ feature: 'event', id, changes: [] });
    return added;
  },

  templates: async (_input, { reader, actor }) => listTemplates(reader, actor.language),
  make: async (wish, context) => makeEvent(context, wish),
  keepTemplate: async ({ id, name }, context) => ({
    key: await keepTemplate(context, await readEvent(context.writer, id), name),
  }),
  async dropTemplate({ key }, context) {
    await dropTemplate(context, key);
    return {};
  },

  async knownPhone({ id, phone }, { reader }) {
    await readEvent(reader, id);
    return readKnownPhone(reader, id, phone);
  },
  async capture({ id, ...taken }, context) {
    const done = await capture(context, await readEvent(context.writer, id), taken);
    context.changed({ feature: 'event', id, changes: [] });
    return done;
  },

  result: async ({ id }, { reader, actor, clock }) =>
    readResult(reader, await readEvent(reader, id), {
      seesCost: may(actor.roles, 'event.seeCost'),
      today: clock.today(),
    }),

  async toMeeting({ id }, context) {
    const event = await readEvent(context.writer, id);
    if (![event.reviewGood, event.reviewBad, event.reviewNext].some((text) => text !== null))
      throw ruleViolated('event-review-empty');
    const result = await readResult(context.writer, event, {
      seesCost: false,
      today: context.clock.today(),
    });
    return { meetingNumber: await bringToMeeting(context, event, result) };
  },

  async print({ id, format }, context) {
    const { reader, actor, clock } = askedBy(context);
    const event = await readEvent(reader, id);
    const printed = {
      event,
      result: await readResult(reader, event, {
        seesCost: may(actor.roles, 'event.seeCost'),
        today: clock.today(),
      }),
      tasks: await listTasks(reader, clock.today(), id),
      store: (await readSetting(reader, 'storeName')) ?? '',
      auditCode: shortCode((await auditHead(reader)).hash),
    };
    const document = eventDocument(printed, actor.language, clock.now());
    return sheetFile(printer, document, { name: event.name, format, signal: context.signal });
  },
});

type EventFeature = {
  readonly event: HandlersOf<typeof eventContract>;
  readonly eventCost: HandlersOf<typeof eventCostContract>;
  readonly eventMaterial: HandlersOf<typeof eventMaterialContract>;
  readonly eventRole: HandlersOf<typeof eventRoleContract>;
};

/** Events with their roles, materials and costs. */
export const eventFeature = (printer: Printer): EventFeature => ({
  event: eventHandlers(printer),
  eventCost: recordHandlers(eventCostRecord),
  eventMaterial: recordHandlers(eventMaterialRecord),
  eventRole: recordHandlers(eventRoleRecord),
});
