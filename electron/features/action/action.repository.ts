import { sql, type SqlBool, type ExpressionBuilder } from 'kysely';
import type {
  ActionItem,
  ActionLine,
  ActionLineKind,
  ActionOrigin,
} from '#shared/features/action/action.contract.ts';
import type { ActionState } from '#shared/features/action/action.fields.ts';
import { byUrgency, daysOverdue } from '#shared/features/action/action.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { Tables } from '#electron/kernel/tables.ts';

export type StoredAction = {
  readonly id: number;
  readonly version: number;
  readonly state: ActionState;
  readonly ownerId: number;
  readonly text: string;
  readonly check: string;
  readonly dueOn: Day;
  readonly meetingId: number | null;
  readonly decisionId: number | null;
  readonly reportedOn: Day | null;
  readonly closedOn: Day | null;
  readonly removedAt: string | null;
};

type Where = (
  row: ExpressionBuilder<Tables, 'action'>,
) => ReturnType<ExpressionBuilder<Tables, 'action'>['and']>;

/** Items that a condition picks, with names and history, most urgent first. */
async function readItems(reader: Reader, today: Day, where: Where): Promise<ActionItem[]> {
  const rows = await reader
    .selectFrom('action')
    .innerJoin('person as owner', 'owner.id', 'action.ownerId')
    .leftJoin('person as closer', 'closer.id', 'action.closedById')
    .leftJoin('meeting as source', 'source.id', 'action.meetingId')
    .leftJoin('decision', 'decision.id', 'action.decisionId')
    .leftJoin('inspection', 'inspection.id', 'action.inspectionId')
    .leftJoin('event', 'event.id', 'action.eventId')
    .leftJoin('gap', 'gap.id', 'action.gapId')
    .leftJoin('channelPlan', 'channelPlan.id', 'action.channelPlanId')
    .leftJoin('planAction', 'planAction.actionId', 'action.id')
    .select([
      'action.id',
      'action.version',
      'action.number',
      'action.text',
      'action.ownerId',
      'owner.name as ownerName',
      'action.dueOn',
      'action.check',
      'action.state',
      'action.raisedOn',
      'action.meetingId',
      'action.decisionId',
      'source.number as meetingNumber',
      'action.inspectionId',
      'action.eventId',
      'action.gapId',
      'action.channelPlanId',
      'decision.number as decisionNumber',
      'inspection.number as inspectionNumber',
      'event.name as eventName',
      'gap.number as gapNumber',
      'channelPlan.month as channelMonth',
      'channelPlan.channel',
      'planAction.year as planYear',
      'action.closedOn',
      'closer.name as closedByName',
      'action.evidence',
    ])
    .where('action.removedAt', 'is', null)
    .where((row) => where(row as unknown as ExpressionBuilder<Tables, 'action'>))
    .execute();
  const lines = await readLines(
    reader,
    rows.map((row) => row.id),
  );
  return rows
    .map((found) => {
      const { inspectionId, eventId, gapId, channelPlanId, ...about } = found;
      const {
        decisionNumber,
        inspectionNumber,
        eventName,
        gapNumber,
        channelMonth,
        channel,
        planYear,
        ...row
      } = about;
      const state = row.state as ActionState; // written through the field table only
      const named: readonly (readonly [ActionOrigin['feature'], number | null, string | null])[] = [
        ['gap', gapId, gapNumber],
        ['event', eventId, eventName],
        ['decision', row.decisionId, decisionNumber],
        ['inspection', inspectionId, inspectionNumber],
        ['channelPlan', channelPlanId, channelMonth],
        ['plan', planYear, planYear === null ? null : String(planYear)],
      ];
      const origin = named.flatMap(([feature, id, name]) =>
        id === null || name === null ? [] : [{ feature, id, name, channel }],
      );
      return {
        ...row,
        origin: origin[0] ?? null,
        state,
        daysOverdue: daysOverdue({ state, dueOn: row.dueOn }, today),
        lines: lines.get(row.id) ?? [],
      };
    })
    .sort(byUrgency);
}

async function readLines(reader: Reader, ids: readonly number[]): Promise<Map<number, ActionLine[]>> {
  const byItem = new Map<number, ActionLine[]>();
  if (ids.length === 0) return byItem;
  const rows = await reader
    .selectFrom('actionLine')
    .leftJoin('meeting', 'meeting.id', 'actionLine.meetingId')
    .select([
      'actionLine.actionId',
      'actionLine.kind',
      'actionLine.at',
      'actionLine.personName',
      'meeting.number as meetingNumber',
      'actionLine.text',
    ])
    .where('actionLine.actionId', 'in', ids)
    .orderBy('actionLine.id')
    .execute();
  for (const { actionId, ...line } of rows) byItem.set(actionId, [...(byItem.get(actionId) ?? []), line]);
  return byItem;
}

/** Error: not-found. */
export async function readItem(reader: Reader, id: number, today: Day): Promise<ActionItem> {
  const [item] = await readItems(reader, today, (row) => row.and([row('action.id', '=', id)]));
  if (!item) throw notFound('action', id);
  return item;
}

const notClosed = sql<SqlBool>`action.state != 'closed'`; // literal, so that the partial index serves it

export const listOpenItems = (reader: Reader, today: Day, ownerId?: number): Promise<ActionItem[]> =>
  readItems(reader, today, (row) =>
    row.and([notClosed, ...(ownerId === undefined ? [] : [row('action.ownerId', '=', ownerId)])]),
  );

/** Raised in meetings up to a week, or outside of one by its end: what a meeting of that week can speak of. */
const knownIn = (row: Parameters<Where>[0], week: { readonly week: string; readonly last: Day }) =>
  row.or([
    row.and([row('action.meetingId', 'is', null), row('action.raisedOn', '<=', week.last)]),
    sql<SqlBool>`action.meeting_id in (select id from meeting where period <= ${week.week})`,
  ]);

/** Not closed and due by the end of the week after the meeting's own. */
export const listItemsDue = (
  reader: Reader,
  today: Day,
  days: { readonly week: string; readonly last: Day; readonly next: { readonly last: Day } },
): Promise<ActionItem[]> =>
  readItems(reader, today, (row) =>
    row.and([notClosed, row('action.dueOn', '<=', days.next.last), knownIn(row, days)]),
  );

/** Items that carry out a decision. */
export const listItemsOfDecision = (reader: Reader, today: Day, decisionId: number): Promise<ActionItem[]> =>
  readItems(reader, today, (row) => row.and([row('action.decisionId', '=', decisionId)]));

/** Actions of a channel's month. */
export const listItemsOfChannelPlan = (reader: Reader, today: Day, planId: number): Promise<ActionItem[]> =>
  readItems(reader, today, (row) => row.and([row('action.channelPlanId', '=', planId)]));

/** Tasks of an event, most urgent first. */
export const listItemsOfEvent = (reader: Reader, today: Day, eventId: number): Promise<ActionItem[]> =>
  readItems(reader, today, (row) => row.and([row('action.eventId', '=', eventId)]));

export const listOverdueItems = (reader: Reader, today: Day): Promise<ActionItem[]> =>
  readItems(reader, today, (row) => row.and([notClosed, row('action.dueOn', '<', today)]));

/** The countermeasures of a gap record. */
export const listItemsOfGap = (reader: Reader, today: Day, gapId: number): Promise<ActionItem[]> =>
  readItems(reader, today, (row) => row.and([row('action.gapId', '=', gapId)]));

export const listItemsRaisedIn = (reader: Reader, today: Day, meetingId: number): Promise<ActionItem[]> =>
  readItems(reader, today, (row) => row.and([row('action.meetingId', '=', meetingId)]));

/**
 * What comes up by itself in a meeting: items of earlier meetings, or raised outside of one up to its week's end, that
 * are not closed, or were closed in it, during its week or later.
 */
export const listItemsCarriedTo = (
  reader: Reader,
  today: Day,
  meeting: { readonly id: number; readonly period: string; readonly first: Day; readonly last: Day },
): Promise<ActionItem[]> =>
  readItems(reader, today, (row) =>
    row.and([
      row.or([
        notClosed,
        row('action.closedMeetingId', '=', meeting.id),
        row('action.closedOn', '>=', meeting.first),
      ]),
      row.or([
        row.and([row('action.meetingId', 'is', null), row('action.raisedOn', '<=', meeting.last)]),
        sql<SqlBool>`action.meeting_id in (select id from meeting where period < ${meeting.period})`,
      ]),
    ]),
  );

/** Error: not-found, also for an item in the bin. */
export async function readAction(writer: Writer | Reader, id: number): Promise<StoredAction> {
  const row = await writer
    .selectFrom('action')
    .select([
      'id',
      'version',
      'state',
      'ownerId',
      'text',
      'check',
      'dueOn',
      'meetingId',
      'decisionId',
      'reportedOn',
      'closedOn',
      'removedAt',
    ])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row || row.removedAt !== null) throw notFound('action', id);
  return { ...row, state: row.state as ActionState }; // written through the field table only
}

/** Everybody who owned the item before its present owner. */
export async function formerOwners(writer: Writer, id: number): Promise<number[]> {
  const rows = await writer
    .selectFrom('actionLine')
    .select('ownerId')
    .distinct()
    .where('actionId', '=', id)
    .execute();
  return rows.map((row) => row.ownerId);
}

/** Writes one line of an item's history. */
export async function addLine(
  { writer, actor, clock }: CommandContext,
  line: { actionId: number; meetingId: number | null; kind: ActionLineKind; ownerId: number; text: string },
): Promise<void> {
  await writer
    .insertInto('actionLine')
    .values({ ...line, at: clock.now(), personId: actor.personId, personName: actor.name })
    .execute();
}

/** Moves an item to another state and tells the audit. */
export async function saveState(
  { writer, clock, changed }: CommandContext,
  before: StoredAction,
  patch: {
    state: ActionState;
    reportedOn?: Day | null;
    closedOn?: Day | null;
    closedById?: number | null;
    closedMeetingId?: number | null;
    evidence?: string | null;
  },
): Promise<void> {
  await writer
    .updateTable('action')
    .set({ ...patch, version: before.version + 1, updatedAt: clock.now() })
    .where('id', '=', before.id)
    .execute();
  changed({
    feature: 'action',
    id: before.id,
    changes: [{ field: 'state', before: before.state, after: patch.state }],
  });
}
