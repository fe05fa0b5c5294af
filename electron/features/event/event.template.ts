import { sql, type SqlBool } from 'kysely';
import {
  eventTemplateContent,
  lastDayOf,
  lengthOf,
  type EventTemplateContent,
} from '#shared/features/event/event.template.ts';
import type { EventTemplate } from '#shared/features/event/event.contract.ts';
import type { EventKind } from '#shared/features/event/event.fields.ts';
import { dueOf } from '#shared/features/event/event.rules.ts';
import { shippedTemplate, shippedTemplates } from '#shared/features/event/event.shipped.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { raiseAction } from '../action/action.raise.ts';
import { eventCostRecord, eventMaterialRecord, eventRecord, eventRoleRecord } from './event.record.ts';
import type { StoredEvent } from './event.repository.ts';
import { listTasks } from './event.tasks.ts';

/** Templates of events: shipped ones by their kind, the store's own by `own-<id>`. */

type Template = {
  readonly name: string;
  readonly kind: EventKind;
  readonly content: EventTemplateContent;
};

const ownKey = (id: number): string => `own-${id}`;
const ownId = (key: string): number => Number(key.slice('own-'.length));

export async function listTemplates(reader: Reader, language: Language): Promise<EventTemplate[]> {
  const shown = (key: string, { name, kind, content }: Template, isShipped: boolean): EventTemplate => ({
    key,
    name,
    kind,
    days: content.days,
    tasks: content.tasks.length,
    isShipped,
  });
  const shipped = shippedTemplates.flatMap((key) => {
    const template = shippedTemplate(key, language);
    return template ? [shown(key, template, true)] : [];
  });
  const rows = await reader
    .selectFrom('eventTemplate')
    .select(['id', 'name', 'kind', 'content'])
    .where('droppedAt', 'is', null)
    .orderBy('id')
    .execute();
  const own = rows.map((row) =>
    shown(ownKey(row.id), { ...row, content: eventTemplateContent.parse(JSON.parse(row.content)) }, false),
  );
  return [...own, ...shipped];
}

/** Error: not-found. */
async function readTemplate(reader: Reader | Writer, key: string, language: Language): Promise<Template> {
  const shipped = shippedTemplate(key, language);
  if (shipped) return shipped;
  const row = await reader
    .selectFrom('eventTemplate')
    .select(['name', 'kind', 'content'])
    .where('id', '=', ownId(key))
    .where('droppedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('eventTemplate', key);
  return { ...row, content: eventTemplateContent.parse(JSON.parse(row.content)) };
}

/** Makes an event with the tasks, roles, materials and budget of a template. Errors: not-found, `reference-gone`. */
export async function makeEvent(
  context: CommandContext,
  wish: { readonly key: string; readonly name: string; readonly startsOn: Day; readonly personId: number },
): Promise<{ id: number; tasks: number }> {
  const { kind, content } = await readTemplate(context.writer, wish.key, context.actor.language);
  const { name, startsOn, personId } = wish;
  const days = { startsOn, endsOn: content.days === 1 ? null : lastDayOf(startsOn, content.days) };
  const eventId = await createRecord(context, eventRecord, {
    name,
    kind,
    ...days,
    place: null,
    personId,
    goalLeads: null,
    goalOrders: null,
    note: null,
    reviewGood: null,
    reviewBad: null,
    reviewNext: null,
  });
  for (const role of content.roles)
    await createRecord(context, eventRoleRecord, { ...role, eventId, personId: null });
  for (const material of content.materials)
    await createRecord(context, eventMaterialRecord, {
      ...material,
      eventId,
      personId: null,
      ready: false,
      note: null,
    });
  for (const cost of content.costs)
    await createRecord(context, eventCostRecord, { ...cost, eventId, spentFen: null, note: null });
  for (const { phase, offset, text, check } of content.tasks)
    await raiseAction(context, {
      text,
      check,
      ownerId: personId,
      dueOn: dueOf(phase, offset, days),
      eventId,
      eventPhase: phase,
      eventOffset: offset,
    });
  return { id: eventId, tasks: content.tasks.length };
}

/** Keeps an event as a template of the store: dates as T±days, without people, spend and results. */
export async function keepTemplate(
  { writer, actor, clock }: CommandContext,
  event: StoredEvent,
  name: string,
): Promise<string> {
  const ofEvent = sql<SqlBool>`event_id = ${event.id} and removed_at is null`;
  const content: EventTemplateContent = eventTemplateContent.parse({
    days: lengthOf(event),
    tasks: (await listTasks(writer, clock.today(), event.id)).map(({ phase, offset, item }) => ({
      phase,
      offset,
      text: item.text,
      check: item.check,
    })),
    roles: await writer.selectFrom('eventRole').selectAll().where(ofEvent).orderBy('id').execute(),
    materials: await writer.selectFrom('eventMaterial').selectAll().where(ofEvent).orderBy('id').execute(),
    costs: await writer.selectFrom('eventCost').selectAll().where(ofEvent).orderBy('id').execute(),
  });
  const { id } = await writer
    .insertInto('eventTemplate')
    .values({
      name,
      kind: event.kind,
      content: JSON.stringify(content),
      eventId: event.id,
      createdAt: clock.now(),
      personName: actor.name,
      droppedAt: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return ownKey(id);
}

/** Error: not-found, also for a shipped one. */
export async function dropTemplate({ writer, clock }: CommandContext, key: string): Promise<void> {
  const done = await writer
    .updateTable('eventTemplate')
    .set({ droppedAt: clock.now() })
    .where('id', '=', key.startsWith('own-') ? ownId(key) : 0)
    .where('droppedAt', 'is', null)
    .executeTakeFirst();
  if (Number(done.numUpdatedRows) === 0) throw notFound('eventTemplate', key);
}
