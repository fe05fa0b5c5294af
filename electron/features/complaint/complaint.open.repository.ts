import { sql, type RawBuilder } from 'kysely';
import type {
  ClockExtension,
  ClockPause,
  ClockRule,
  TimedComplaint,
} from '#shared/features/complaint/complaint-clock.rules.ts';
import type { WallLine } from '#shared/features/complaint/complaint.contract.ts';
import { wallName } from '#shared/features/complaint/complaint.rules.ts';
import { maskPlate } from '#shared/kernel/plate.ts';
import type { Reader } from '#electron/kernel/database.ts';

/** Open complaints; literals, so that the partial index serves it. */
const isOpen = sql`c.removed_at is null and c.state != 'closed'`;
const hasStops = sql`c.id in (select complaint_id from complaint_pause union select complaint_id from complaint_extension)`;

/** A column, or null where its value is none that a rule names. */
const named = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> =>
  values.length === 0
    ? sql`null`
    : sql`case when ${column} in (${sql.join(values.map((value) => sql.lit(value)))}) then ${column} end`;

type Alike = TimedComplaint & { readonly ids: readonly number[] };

/** Open complaints without pauses and extensions, those together whose clocks are the same. */
export async function readOpenAlike(reader: Reader, rules: readonly ClockRule[]): Promise<readonly Alike[]> {
  const kinds = [...new Set(rules.flatMap(({ kind }) => kind ?? []))];
  const channels = [...new Set(rules.flatMap(({ channel }) => channel ?? []))];
  type Row = Omit<Alike, 'ids' | 'pauses' | 'extensions' | 'closedOn'> & { readonly ids: string };
  const { rows } = await sql<Row>`
    select ${named(sql`c.kind`, kinds)} as kind, ${named(sql`c.channel`, channels)} as channel, c.severity, c.clock_from,
      c.answered_on, group_concat(c.id) as ids
    from complaint c where ${isOpen} and not ${hasStops}
    group by 1, 2, 3, 4, 5`.execute(reader);
  return rows.map((row) => ({
    ...row,
    closedOn: null,
    pauses: [],
    extensions: [],
    ids: row.ids
      .split(',')
      .map(Number)
      .sort((a, b) => a - b),
  }));
}

type Stopped = TimedComplaint & { readonly id: number };

/** Open complaints that were paused or extended, with what their clocks need. */
export async function readOpenStopped(reader: Reader): Promise<readonly Stopped[]> {
  type Row = Omit<Stopped, 'pauses' | 'extensions' | 'closedOn'>;
  const open = await sql<Row>`
    select c.id, c.kind, c.channel, c.severity, c.clock_from, c.answered_on
    from complaint c where ${isOpen} and ${hasStops}`.execute(reader);
  if (open.rows.length === 0) return [];
  const pauses = await sql<ClockPause & { readonly complaintId: number }>`
    select p.complaint_id, p.from_on, p.until_on from complaint_pause p
    join complaint c on c.id = p.complaint_id where ${isOpen}`.execute(reader);
  const extensions = await sql<
    Omit<ClockExtension, 'hasConsent'> & { complaintId: number; consent: string | null }
  >`
    select e.complaint_id, e.stage, e.days, e.consent from complaint_extension e
    join complaint c on c.id = e.complaint_id
    where ${isOpen} and e.decision = 'approved' and e.since_on = c.clock_from`.execute(reader);
  const pausesOf = Map.groupBy(pauses.rows, ({ complaintId }) => complaintId);
  const extensionsOf = Map.groupBy(extensions.rows, ({ complaintId }) => complaintId);
  return open.rows.map((row) => ({
    ...row,
    closedOn: null,
    pauses: pausesOf.get(row.id) ?? [],
    extensions: (extensionsOf.get(row.id) ?? []).map(({ stage, days, consent }) => ({
      stage,
      days,
      hasConsent: consent !== null,
    })),
  }));
}

/** What the wall shows of some complaints beside their clocks; names and plates masked for everybody. */
export async function readWallRows(
  reader: Reader,
  ids: readonly number[],
): Promise<ReadonlyMap<number, Omit<WallLine, 'clock' | 'escalation'>>> {
  if (ids.length === 0) return new Map();
  type Row = Omit<WallLine, 'clock' | 'escalation' | 'customer'> & { readonly customerName: string | null };
  const { rows } = await sql<Row>`
    select c.id, c.number, c.state, c.kind, c.severity, c.subject, c.customer_name, c.plate, c.received_on,
      p.name as handler_name
    from complaint c left join person p on p.id = c.handler_id
    where c.id in (${sql.join(ids)})`.execute(reader);
  return new Map(
    rows.map(({ customerName, plate, ...row }) => [
      row.id,
      { ...row, customer: wallName(customerName), plate: plate === null ? null : maskPlate(plate) },
    ]),
  );
}

/** Open complaints that a person has in hand. */
export async function readHandled(reader: Reader, personId: number): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select c.id from complaint c where ${isOpen} and c.handler_id = ${personId}`.execute(reader);
  return new Set(rows.map(({ id }) => id));
}

export async function readUnassigned(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from complaint c where ${isOpen} and c.handler_id is null`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** Open complaints with an extension that somebody else asked for and that a person may decide. */
export async function readWaiting(reader: Reader, personId: number): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`
    select c.id from complaint_extension e join complaint c on c.id = e.complaint_id
    where ${isOpen} and e.decision is null and e.person_id != ${personId} and c.handler_id is not ${personId}`.execute(
    reader,
  );
  return new Set(rows.map(({ id }) => id));
}
