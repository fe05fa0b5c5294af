import { sql } from 'kysely';
import {
  clocksOf,
  presentClock,
  type ClockExtension,
  type ClockPause,
  type ClockStage,
  type TimedComplaint,
} from '#shared/features/complaint/complaint-clock.rules.ts';
import type {
  ComplaintDesk,
  ComplaintWall,
  WallLine,
} from '#shared/features/complaint/complaint.contract.ts';
import type { ComplaintState } from '#shared/features/complaint/complaint.fields.ts';
import { escalationOf, wallName } from '#shared/features/complaint/complaint.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { maskPlate } from '#shared/kernel/plate.ts';
import type { Reader } from '#electron/kernel/database.ts';
import type { Actor } from '#electron/kernel/handler.ts';
import { readClockBook } from './complaint.view.ts';

/** An open complaint as the wall reads it. */
type OpenRow = Omit<TimedComplaint, 'pauses' | 'extensions' | 'closedOn'> & {
  readonly id: number;
  readonly number: string;
  readonly state: ComplaintState;
  readonly subject: string;
  readonly customerName: string | null;
  readonly plate: string | null;
  readonly handlerId: number | null;
  readonly handlerName: string | null;
  readonly receivedOn: Day;
};

/** Every open complaint; literals, so that the partial index serves it. */
async function readOpen(reader: Reader): Promise<readonly OpenRow[]> {
  const { rows } = await sql<OpenRow>`
    select c.id, c.number, c.state, c.subject, c.kind, c.severity, c.channel, c.customer_name, c.plate, c.handler_id,
      c.received_on, c.clock_from, c.answered_on, p.name as handler_name
    from complaint c left join person p on p.id = c.handler_id
    where c.removed_at is null and c.state != 'closed'`.execute(reader);
  return rows;
}

const grouped = <Row extends { readonly complaintId: number }>(rows: readonly Row[]): Map<number, Row[]> =>
  Map.groupBy(rows, ({ complaintId }) => complaintId);

const openOnes = sql`select id from complaint where removed_at is null and state != 'closed'`;

/** Pauses and extensions of the open complaints. */
async function readStops(reader: Reader): Promise<{
  pauses: Map<number, (ClockPause & { complaintId: number })[]>;
  extensions: Map<
    number,
    {
      complaintId: number;
      stage: ClockStage;
      days: number;
      consent: string | null;
      sinceOn: Day;
      decision: string | null;
      personId: number;
    }[]
  >;
}> {
  const pauses = await sql<ClockPause & { complaintId: number }>`
    select complaint_id, from_on, until_on from complaint_pause where complaint_id in (${openOnes})`.execute(
    reader,
  );
  const extensions = await reader
    .selectFrom('complaintExtension')
    .select(['complaintId', 'stage', 'days', 'consent', 'sinceOn', 'decision', 'personId'])
    .where('complaintId', 'in', sql<number>`(${openOnes})`)
    .execute();
  return { pauses: grouped(pauses.rows), extensions: grouped(extensions) };
}

/** A line with what the desk asks of it. */
type Ranked = WallLine & { readonly handlerId: number | null; readonly waitsForDecisionOf: number | null };

const noPauses: readonly ClockPause[] = [];
const noExtensions: readonly ClockExtension[] = [];

/** Late ones first, the longest in front; then by time left; then those whose clock stands; at the end those without one. */
function rank({ clock }: WallLine): number {
  if (!clock) return 3;
  return clock.isLate ? 0 : clock.isPaused ? 2 : 1;
}
const byTimeLeft = (a: WallLine, b: WallLine): number =>
  rank(a) - rank(b) ||
  (a.clock?.daysLeft ?? 0) - (b.clock?.daysLeft ?? 0) ||
  (a.clock?.dueOn ?? '').localeCompare(b.clock?.dueOn ?? '') ||
  a.id - b.id;

/** Every open complaint with the clock that counts now, most urgent first. */
async function rankedLines(reader: Reader, today: Day): Promise<Ranked[]> {
  const book = await readClockBook(reader);
  const open = await readOpen(reader);
  const { pauses, extensions } = await readStops(reader);
  return open
    .map((row): Ranked => {
      const asked = extensions.get(row.id);
      const approved = asked
        ?.filter(({ decision, sinceOn }) => decision === 'approved' && sinceOn === row.clockFrom)
        .map(({ stage, days, consent }) => ({ stage, days, hasConsent: consent !== null }));
      const complaint: TimedComplaint = {
        ...row,
        closedOn: null,
        pauses: pauses.get(row.id) ?? noPauses,
        extensions: approved ?? noExtensions,
      };
      const clock = presentClock(clocksOf(complaint, book.rules, today, book.calendar)) ?? null;
      const { id, number, state, kind, severity, subject, handlerId, handlerName, receivedOn } = row;
      return {
        id,
        number,
        state,
        kind,
        severity,
        subject,
        handlerName,
        receivedOn,
        handlerId,
        clock,
        customer: wallName(row.customerName),
        plate: row.plate === null ? null : maskPlate(row.plate),
        escalation: escalationOf(severity, clock ?? undefined),
        waitsForDecisionOf: asked?.find(({ decision }) => decision === null)?.personId ?? null,
      };
    })
    .sort(byTimeLeft);
}

const told = ({ handlerId: _handler, waitsForDecisionOf: _waits, ...line }: Ranked): WallLine => line;

/** 看板: open complaints by time left, with how many there are of each sort. */
export async function readWall(reader: Reader, today: Day, limit: number): Promise<ComplaintWall> {
  const lines = await rankedLines(reader, today);
  const count = (fits: (line: WallLine) => boolean): number => lines.filter(fits).length;
  return {
    today,
    lines: lines.slice(0, limit).map(told),
    open: lines.length,
    late: count(({ clock }) => clock?.isLate === true),
    dueToday: count(({ clock }) => clock?.dueOn === today && !clock.isPaused),
    paused: count(({ clock }) => clock?.isPaused === true),
    toManager: count(({ escalation }) => escalation.level === 'manager'),
    toOwner: count(({ escalation }) => escalation.level === 'owner'),
    missingYears: [...new Set(lines.flatMap(({ clock }) => clock?.missingYears ?? []))].sort((a, b) => a - b),
  };
}

const deskLines = 8;

/** What waits for a person. */
export async function readDesk(reader: Reader, today: Day, actor: Actor): Promise<ComplaintDesk> {
  const lines = await rankedLines(reader, today);
  const few = (fits: (line: Ranked) => boolean): WallLine[] =>
    lines.filter(fits).slice(0, deskLines).map(told);
  const isOwner = actor.roles.includes('owner');
  const isManager = actor.roles.includes('manager');
  return {
    open: lines.length,
    late: lines.filter(({ clock }) => clock?.isLate).length,
    unassigned: lines.filter(({ handlerId }) => handlerId === null).length,
    escalated: few(
      ({ escalation: { level } }) => (isOwner && level === 'owner') || (isManager && level !== 'none'),
    ),
    mine: few(({ handlerId }) => handlerId === actor.personId),
    toDecide:
      isOwner || isManager
        ? few(
            ({ waitsForDecisionOf, handlerId }) =>
              waitsForDecisionOf !== null &&
              waitsForDecisionOf !== actor.personId &&
              handlerId !== actor.personId,
          )
        : [],
  };
}
