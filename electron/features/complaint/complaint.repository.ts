import type { ClockRule } from '#shared/features/complaint/complaint-clock.rules.ts';
import type {
  ComplaintLine,
  ComplaintLineKind,
  ExtensionLine,
  PauseLine,
  PauseReason,
  Recurrence,
} from '#shared/features/complaint/complaint.contract.ts';
import type { ComplaintKind, ComplaintState } from '#shared/features/complaint/complaint.fields.ts';
import { recurrenceSpan } from '#shared/features/complaint/complaint.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { conflictOf } from '#electron/kernel/record/record-handlers.ts';
import { fromStored, readRow } from '#electron/kernel/record/record-repository.ts';
import type { RecordOf } from '#shared/rpc/record.contract.ts';
import type { complaintFields } from '#shared/features/complaint/complaint.fields.ts';
import { complaintRecord } from './complaint.record.ts';

export type StoredComplaint = RecordOf<typeof complaintFields>;

/** Error: not-found, also for a complaint in the bin unless `removed` is asked for. */
export async function readComplaint(
  reader: Reader | Writer,
  id: number,
  removed = false,
): Promise<StoredComplaint> {
  const row = await readRow(reader, complaintRecord, id);
  if (!row || (row['removedAt'] !== null && !removed)) throw notFound('complaint', id);
  return fromStored(complaintRecord, row) as unknown as StoredComplaint; // columns and fields are the same, see tests/migrations
}

/** The terms of the dated table. */
export async function readClockRules(reader: Reader | Writer): Promise<ClockRule[]> {
  const rows = await reader
    .selectFrom('complaintClock')
    .select([
      'id',
      'name',
      'basis',
      'kind',
      'channel',
      'severity',
      'answerDays',
      'finishDays',
      'dayKind',
      'graceDays',
      'validFrom',
      'validTo',
      'confirmed',
    ]) // prettier-ignore
    .where('removedAt', 'is', null)
    .execute();
  return rows.map((row) => ({ ...row, confirmed: row.confirmed === 1 }) as ClockRule); // choices are written through the field table only
}

export async function readPauses(reader: Reader | Writer, complaintId: number): Promise<PauseLine[]> {
  return reader
    .selectFrom('complaintPause')
    .select(['id', 'reason', 'text', 'fromOn', 'untilOn', 'personName'])
    .where('complaintId', '=', complaintId)
    .orderBy('id')
    .execute();
}

/** An extension as stored, with who asked for it. */
export type StoredExtension = ExtensionLine & { readonly personId: number };

export async function readExtensions(
  reader: Reader | Writer,
  { id, clockFrom }: Pick<StoredComplaint, 'id' | 'clockFrom'>,
): Promise<StoredExtension[]> {
  const rows = await reader
    .selectFrom('complaintExtension')
    .select([
      'id',
      'stage',
      'days',
      'reason',
      'consent',
      'personId',
      'personName',
      'at',
      'sinceOn',
      'decision',
      'decidedBy',
      'decidedAt',
      'decisionText',
    ]) // prettier-ignore
    .where('complaintId', '=', id)
    .orderBy('id')
    .execute();
  return rows.map(({ sinceOn, ...row }) => ({ ...row, isPresent: sinceOn === clockFrom }));
}

/** Asks for more days for a stage of the present clock. */
export async function askExtension(
  { writer, actor, clock }: CommandContext,
  { id, clockFrom }: Pick<StoredComplaint, 'id' | 'clockFrom'>,
  asked: Pick<ExtensionLine, 'stage' | 'days' | 'reason' | 'consent'>,
): Promise<void> {
  await writer
    .insertInto('complaintExtension')
    .values({
      complaintId: id,
      ...asked,
      personId: actor.personId,
      personName: actor.name,
      at: clock.now(),
      sinceOn: clockFrom,
      decision: null,
      decidedById: null,
      decidedBy: null,
      decidedAt: null,
      decisionText: null,
    })
    .execute();
}

/** Decides the extension that nobody has decided yet. */
export async function decideExtension(
  { writer, actor, clock }: CommandContext,
  complaintId: number,
  decision: 'approved' | 'refused',
  decisionText: string,
): Promise<void> {
  await writer
    .updateTable('complaintExtension')
    .set({
      decision,
      decidedById: actor.personId,
      decidedBy: actor.name,
      decidedAt: clock.now(),
      decisionText,
    })
    .where('complaintId', '=', complaintId)
    .where('decision', 'is', null)
    .execute();
}

export async function readLines(reader: Reader, complaintId: number): Promise<ComplaintLine[]> {
  return reader
    .selectFrom('complaintLine')
    .select(['id', 'kind', 'at', 'personName', 'text'])
    .where('complaintId', '=', complaintId)
    .orderBy('id')
    .execute();
}

/** Everybody who ever had it in hand: took it, or looked into it or answered it, in own name or for its handler. */
export async function handlersOf(reader: Reader | Writer, complaintId: number): Promise<number[]> {
  const rows = await reader
    .selectFrom('complaintLine')
    .select(['kind', 'handlerId', 'personId'])
    .where('complaintId', '=', complaintId)
    .where('kind', 'in', ['taken', 'investigated', 'answered'])
    .execute();
  const people = rows.flatMap(({ kind, handlerId, personId }) => [
    ...(handlerId === null ? [] : [handlerId]),
    ...(kind === 'taken' ? [] : [personId]),
  ]);
  return [...new Set(people)];
}

/** Complaints of the same kind by the same customer, or of the same vehicle, around a day. */
export async function readRecurrences(
  reader: Reader,
  complaint: {
    readonly id: number;
    readonly kind: ComplaintKind;
    readonly receivedOn: Day;
    readonly customerId: number | null;
    readonly vehicleId: number | null;
  },
): Promise<Recurrence[]> {
  const { id, kind, receivedOn, customerId, vehicleId } = complaint;
  if (customerId === null && vehicleId === null) return [];
  const { first, last } = recurrenceSpan(receivedOn);
  const rows = await reader
    .selectFrom('complaint')
    .select(['id', 'number', 'receivedOn', 'subject', 'state'])
    .where('id', '!=', id)
    .where('removedAt', 'is', null)
    .where('kind', '=', kind)
    .where('receivedOn', '>=', first)
    .where('receivedOn', '<=', last)
    .where(({ eb, or }) =>
      or([
        ...(customerId === null ? [] : [eb('customerId', '=', customerId)]),
        ...(vehicleId === null ? [] : [eb('vehicleId', '=', vehicleId)]),
      ]),
    )
    .orderBy('receivedOn')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as ComplaintState })); // written by the core only
}

/** Writes one line of the history. */
export async function addLine(
  { writer, actor, clock }: Pick<CommandContext, 'writer' | 'actor' | 'clock'>,
  line: { complaintId: number; kind: ComplaintLineKind; handlerId: number | null; text: string },
): Promise<void> {
  await writer
    .insertInto('complaintLine')
    .values({ ...line, at: clock.now(), personId: actor.personId, personName: actor.name })
    .execute();
}

type Patch = Partial<Omit<StoredComplaint, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'removedAt'>>;

/** What a step leaves on the complaint, as a new version that the audit tells. Returns the version. */
export async function savePatch(
  { writer, clock, changed }: CommandContext,
  before: StoredComplaint,
  patch: Patch,
): Promise<number> {
  const version = before.version + 1;
  const { forced, ...rest } = patch;
  await writer
    .updateTable('complaint')
    .set({
      ...rest,
      ...(forced === undefined ? {} : { forced: Number(forced) }),
      version,
      updatedAt: clock.now(),
    })
    .where('id', '=', before.id)
    .execute();
  const changes = Object.entries(patch).flatMap(([field, after]) => {
    const old = before[field as keyof Patch];
    return old === after ? [] : [{ field, before: old, after }];
  });
  changed({ feature: 'complaint', id: before.id, changes });
  return version;
}

/** Error: conflict when somebody changed the complaint since the person saw it. */
export async function assertSeen(writer: Writer, complaint: StoredComplaint, version: number): Promise<void> {
  if (complaint.version !== version) throw await conflictOf(writer, 'complaint', complaint.id);
}

export async function beginPause(
  { writer, actor }: CommandContext,
  pause: {
    complaintId: number;
    reason: PauseReason;
    text: string;
    fromOn: Day;
    untilOn: Day | null;
  },
): Promise<void> {
  await writer
    .insertInto('complaintPause')
    .values({ ...pause, personId: actor.personId, personName: actor.name, resumedBy: null })
    .execute();
}

/** Ends the running pause, if there is one; never before it began. */
export async function endPause(
  { writer, actor }: CommandContext,
  pauses: readonly PauseLine[],
  today: Day,
): Promise<void> {
  const running = pauses.find(({ untilOn }) => untilOn === null);
  if (!running) return;
  await writer
    .updateTable('complaintPause')
    .set({ untilOn: today > running.fromOn ? today : running.fromOn, resumedBy: actor.name })
    .where('id', '=', running.id)
    .execute();
}
