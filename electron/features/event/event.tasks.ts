import type { EventTask } from '#shared/features/event/event.contract.ts';
import { eventPhases, type EventPhase } from '#shared/features/event/event.fields.ts';
import { movedTasks, offsetOf, type EventDays } from '#shared/features/event/event.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { addLine, listItemsOfEvent } from '../action/action.repository.ts';

/** Tasks of an event: action items that carry its phase and T±days. */

const phaseOf = (phase: string | null): EventPhase => eventPhases.find((one) => one === phase) ?? 'planning';

/** The tasks in the order of phases, then of their days. */
export async function listTasks(reader: Reader, today: Day, eventId: number): Promise<EventTask[]> {
  const items = await listItemsOfEvent(reader, today, eventId);
  const rows = await reader
    .selectFrom('action')
    .select(['id', 'eventPhase', 'eventOffset'])
    .where('eventId', '=', eventId)
    .execute();
  const plan = new Map(rows.map((row) => [row.id, row]));
  return items
    .map((item) => {
      const row = plan.get(item.id);
      return { phase: phaseOf(row?.eventPhase ?? null), offset: row?.eventOffset ?? 0, item };
    })
    .sort((a, b) => eventPhases.indexOf(a.phase) - eventPhases.indexOf(b.phase));
}

/** Moves every task that is not done to its T±days from the event's dates; each keeps a line of its history. */
export async function moveTasks(context: CommandContext, eventId: number, days: EventDays): Promise<void> {
  const { writer, clock, changed } = context;
  const rows = await writer
    .selectFrom('action')
    .select(['id', 'state', 'ownerId', 'dueOn', 'eventPhase', 'eventOffset'])
    .where('eventId', '=', eventId)
    .where('removedAt', 'is', null)
    .execute();
  const moved = movedTasks(
    rows.map(({ id, state, dueOn, eventPhase, eventOffset }) => ({
      id,
      phase: phaseOf(eventPhase),
      offset: eventOffset ?? 0,
      dueOn,
      isDone: state !== 'open',
    })),
    days,
  );
  for (const { id, from, to } of moved) {
    await writer
      .updateTable('action')
      .set((row) => ({ dueOn: to, version: row('version', '+', 1), updatedAt: clock.now() }))
      .where('id', '=', id)
      .execute();
    const ownerId = rows.find((row) => row.id === id)?.ownerId ?? context.actor.personId;
    await addLine(context, { actionId: id, meetingId: null, kind: 'due', ownerId, text: `${from} → ${to}` });
    changed({ feature: 'action', id, changes: [{ field: 'dueOn', before: from, after: to }] });
  }
}

/** A task that got another day by hand keeps the distance of that day from its event. */
export async function keepEventOffset(writer: Writer, actionId: number, dueOn: Day): Promise<void> {
  const row = await writer
    .selectFrom('action')
    .innerJoin('event', 'event.id', 'action.eventId')
    .select(['action.eventPhase', 'event.startsOn', 'event.endsOn'])
    .where('action.id', '=', actionId)
    .executeTakeFirst();
  if (!row) return;
  await writer
    .updateTable('action')
    .set({ eventOffset: offsetOf(phaseOf(row.eventPhase), dueOn, row) })
    .where('id', '=', actionId)
    .execute();
}
