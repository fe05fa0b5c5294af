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
const hasStops = sql`c.id in (select complaint_id from complaint_pause union all select complaint_id from complaint_extension)`;

/** A column, or '' where its value is none that a rule names. */
const named = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<unknown> =>
  values.length === 0
    ? sql`''`
    : sql`case when ${column} in (${sql.join(values.map((value) => sql.lit(value)))}) then ${column} else '' end`;

/** For whom complaints are read: theirs are told apart. 0: nobody. */
export type Asking = { readonly rules: readonly ClockRule[]; readonly personId: number };

/**
 * What the clock of a complaint without pauses and extensions depends on, as one text, and whether it is the person's:
 * equal texts, equal clocks. One text groups several times faster than columns.
 */
function alikeKey({ rules, personId }: Asking): RawBuilder<string> {
  const kinds = [...new Set(rules.flatMap(({ kind }) => kind ?? []))];
  const channels = [...new Set(rules.flatMap(({ channel }) => channel ?? []))];
  return sql<string>`c.clock_from || '|' || c.severity || '|' || ${named(sql`c.kind`, kinds)} || '|'
    || ${named(sql`c.channel`, channels)} || '|' || coalesce(c.answered_on, '') || '|'
    || (c.handler_id is ${personId})`;
}

export type Alike = TimedComplaint & {
  readonly key: string;
  readonly count: number;
  readonly isMine: boolean;
};

/** Open complaints without pauses and extensions by what their clocks depend on. */
export async function readOpenAlike(reader: Reader, asking: Asking): Promise<readonly Alike[]> {
  const { rows } = await sql<{ key: string; count: number }>`
    select ${alikeKey(asking)} as key, count(*) as count from complaint c where ${isOpen} and not ${hasStops}
    group by 1`.execute(reader);
  return rows.map(({ key, count }) => {
    const [clockFrom = '', severity, kind, channel, answeredOn, isMine] = key.split('|');
    return {
      key,
      count,
      clockFrom,
      closedOn: null,
      pauses: [],
      extensions: [],
      severity: severity as Alike['severity'], // columns that are written through the field table only
      kind: (kind || null) as Alike['kind'],
      channel: (channel || null) as Alike['channel'],
      answeredOn: answeredOn || null,
      isMine: isMine === '1',
    };
  });
}

/** Ids of open complaints by their key, oldest first; of the keys given only. */
export async function readIdsAlike(
  reader: Reader,
  asking: Asking,
  alike: readonly Pick<Alike, 'key' | 'clockFrom'>[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  if (alike.length === 0) return new Map();
  // The index begins with the day: only complaints of these days are read.
  const days = [...new Set(alike.map(({ clockFrom }) => clockFrom))];
  const key = alikeKey(asking);
  const { rows } = await sql<{ id: number; key: string }>`
    select c.id, ${key} as key from complaint c
    where ${isOpen} and c.clock_from in (${sql.join(days)}) and not ${hasStops}
      and ${key} in (${sql.join(alike.map((one) => one.key))})
    order by +c.id`.execute(reader);
  const ids = new Map<string, number[]>();
  for (const row of rows) {
    const found = ids.get(row.key);
    if (found) found.push(row.id);
    else ids.set(row.key, [row.id]);
  }
  return ids;
}

export type Single = TimedComplaint & { readonly id: number; readonly handlerId: number | null };

/** Open complaints one by one with what their clocks need: those that were paused or extended, or some by their ids. */
export async function readOpenSingly(
  reader: Reader,
  which: 'stopped' | readonly number[],
): Promise<readonly Single[]> {
  if (which.length === 0) return [];
  const chosen = which === 'stopped' ? hasStops : sql`c.id in (${sql.join([...which])})`;
  type Row = Omit<Single, 'pauses' | 'extensions' | 'closedOn'>;
  const open = await sql<Row>`
    select c.id, c.kind, c.channel, c.severity, c.clock_from, c.answered_on, c.handler_id
    from complaint c where ${isOpen} and ${chosen}`.execute(reader);
  if (open.rows.length === 0) return [];
  const pauses = await sql<ClockPause & { readonly complaintId: number }>`
    select p.complaint_id, p.from_on, p.until_on from complaint_pause p
    join complaint c on c.id = p.complaint_id where ${isOpen}`.execute(reader);
  type Approved = Omit<ClockExtension, 'hasConsent'> & { complaintId: number; consent: string | null };
  const extensions = await sql<Approved>`
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
    where c.id in (${sql.join([...ids])})`.execute(reader);
  return new Map(
    rows.map(({ customerName, plate, ...row }) => [
      row.id,
      { ...row, customer: wallName(customerName), plate: plate === null ? null : maskPlate(plate) },
    ]),
  );
}

export async function readUnassigned(reader: Reader): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from complaint c where ${isOpen} and c.handler_id is null`.execute(reader);
  return rows[0]?.count ?? 0;
}

/** Open complaints with an extension that somebody else asked for and that a person may decide. */
export async function readWaiting(reader: Reader, personId: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select c.id from complaint_extension e join complaint c on c.id = e.complaint_id
    where ${isOpen} and e.decision is null and e.person_id != ${personId}
      and c.handler_id is not ${personId}`.execute(reader);
  return rows.map(({ id }) => id);
}
