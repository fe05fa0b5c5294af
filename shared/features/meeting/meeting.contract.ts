import { z } from 'zod';
import { inputSchema } from '../../kernel/field-schema.ts';
import { isWeek } from '../../kernel/period.ts';
import { action, command, query } from '../../rpc/call.ts';
import { output, recordCalls } from '../../rpc/record.contract.ts';
import type { ActionItem } from '../action/action.contract.ts';
import type { DeskFile } from '../job/job.contract.ts';
import { secretSchema } from '../signature/signature.schema.ts';
import { meetingFields } from './meeting.fields.ts';
import type { WeeklyPack } from './meeting.pack.ts';

/**
 * Glossary: 周例会 weekly meeting, 议程 agenda, 签到 sign-in, 纪要 minutes, 决议 decision, 草稿 draft, 已确认 confirmed,
 * 更正 amendment, 批准/复核/记录 what a signature means.
 */

export const attendanceStates = ['present', 'late', 'absent', 'excused'] as const;
export type AttendanceState = (typeof attendanceStates)[number];
/** 本人签到: in the own session, or on the recorder's screen with the own password or PIN. */
export const signInWays = ['session', 'password', 'pin'] as const;
export type SignInWay = (typeof signInWays)[number];
export const signatureMeanings = ['approve', 'review', 'record', 'amend'] as const;
export type SignatureMeaning = (typeof signatureMeanings)[number];
/** What a comment may stand beside: the indicators and the other groups of figures. */
export const commentTopics = [
  'orders',
  'deliveries',
  'leads',
  'serviceVisits',
  'serviceRevenue',
  'cashIn',
  'receivablesCollected',
  'quality',
  'stock',
  'people',
  'receivables',
  'cash',
  'goals',
  'actions',
  'deliveriesAhead',
  'events',
] as const;
export type CommentTopic = (typeof commentTopics)[number];

export type NamedPerson = { readonly id: number; readonly name: string };

export type AgendaItem = {
  readonly title: string;
  readonly plannedMinutes: number;
  readonly actualMinutes: number | null;
  readonly presenterId: number | null;
};

export type Attendee = {
  readonly personId: number;
  readonly name: string;
  readonly departmentName: string | null;
  readonly post: string | null;
  readonly state: AttendanceState;
  /** UTC instant, null when not signed in. */
  readonly signedInAt: string | null;
  /** How the person signed in; null: noted by the recorder. */
  readonly signedWith: SignInWay | null;
};

export type Topic = { readonly id: number; readonly title: string; readonly minutes: string };

export type MeetingDecision = {
  readonly id: number;
  readonly number: string;
  readonly text: string;
  readonly guidance: string | null;
  readonly method: string | null;
  readonly timing: string | null;
  readonly supervision: string | null;
  readonly logistics: string | null;
  readonly incentive: string | null;
};

/** A decision of the minutes that another has replaced since. */
export type ReplacedDecision = {
  readonly id: number;
  readonly on: string | null;
  readonly byId: number;
  readonly byNumber: string;
};

/** Everything that is signed: computed freshly in a draft, as it was once confirmed. */
export type MeetingContent = {
  readonly storeName: string;
  readonly number: string;
  readonly period: string;
  readonly heldOn: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string | null;
  readonly chair: NamedPerson | null;
  readonly recorder: NamedPerson | null;
  readonly agenda: readonly (AgendaItem & { readonly presenterName: string | null })[];
  readonly attendance: readonly Attendee[];
  readonly topics: readonly Topic[];
  readonly comments: Readonly<Partial<Record<CommentTopic, string>>>;
  readonly decisions: readonly MeetingDecision[];
  /** Items raised in this meeting. */
  readonly raised: readonly ActionItem[];
  /** Items of earlier meetings that are not closed, or were closed in this one; with their history. */
  readonly carried: readonly ActionItem[];
  readonly pack: WeeklyPack;
};

/** Parts that are edited and versioned apart: `head`, `agenda`, `attendance`, `topic.5`, `comment.orders`; absent: 0. */
export type PartVersions = Readonly<Record<string, number>>;

export type SignatureView = {
  readonly personId: number;
  readonly personName: string;
  readonly meaning: SignatureMeaning;
  readonly signedAt: string;
  /** SHA-256 of what was signed, in hex. */
  readonly hash: string;
  /** The amendment that it signs; null: the minutes. */
  readonly amendment: number | null;
};

export type Amendment = {
  /** 1, 2, 3 … within the minutes. */
  readonly number: number;
  readonly reason: string;
  readonly text: string;
  readonly personName: string;
  readonly at: string;
  readonly hash: string;
};

/** What a check of the signatures found. `void` (签名失效): the content is no longer what was signed. */
export type MeetingVerdict = {
  readonly state: 'unsigned' | 'valid' | 'void';
  /** Why it is void: the signed text, a row behind it, a signature or an amendment was changed outside the program. */
  readonly problems: readonly ('content' | 'rows' | 'signature' | 'audit' | 'amendment')[];
  readonly hash: string | null;
};

export type MeetingView = {
  readonly id: number;
  readonly state: 'draft' | 'confirmed';
  readonly confirmedAt: string | null;
  readonly content: MeetingContent;
  readonly versions: PartVersions;
  /** Who of the list can sign in themselves: people with an account. Empty once confirmed. */
  readonly signers: readonly number[];
  readonly signatures: readonly SignatureView[];
  readonly amendments: readonly Amendment[];
  readonly verdict: MeetingVerdict;
  /** Head of the audit chain when it was confirmed, short; printed at the foot. */
  readonly auditCode: string | null;
  /** Decisions of these minutes that are no longer in force, as of now. */
  readonly replaced: readonly ReplacedDecision[];
};

const id = z.number().int().positive();
const version = z.number().int().min(0);
const week = z.string().refine(isWeek, { error: 'not-a-week' });
const required = (max: number) =>
  z.string().trim().min(1, { error: 'required' }).max(max, { error: 'too-long' });
const minutes = z
  .number()
  .int({ error: 'not-whole' })
  .min(0, { error: 'too-small' })
  .max(600, { error: 'too-large' });

export const meetingPart = z.discriminatedUnion('part', [
  z.strictObject({
    part: z.literal('head'),
    values: inputSchema(meetingFields),
  }),
  z.strictObject({
    part: z.literal('agenda'),
    items: z
      .array(
        z.strictObject({
          title: required(200),
          plannedMinutes: minutes,
          actualMinutes: minutes.nullable(),
          presenterId: id.nullable(),
        }),
      )
      .max(40),
  }),
  z.strictObject({
    part: z.literal('attendance'),
    people: z
      .array(
        z.strictObject({
          personId: id,
          state: z.enum(attendanceStates),
          signedInAt: z.iso.datetime({ error: 'not-an-instant' }).nullable(),
        }),
      )
      .max(300),
  }),
  z.strictObject({
    part: z.literal('topic'),
    topicId: id,
    title: required(200),
    minutes: z.string().trim().max(20_000, { error: 'too-long' }),
  }),
  z.strictObject({
    part: z.literal('comment'),
    topic: z.enum(commentTopics),
    text: z.string().trim().max(2000, { error: 'too-long' }),
  }),
]);
export type MeetingPart = z.output<typeof meetingPart>;

/** Name under which a part's version is counted. */
export function partName(part: MeetingPart): string {
  if (part.part === 'topic') return `topic.${part.topicId}`;
  return part.part === 'comment' ? `comment.${part.topic}` : part.part;
}

const { list, neighbours, history, choose } = recordCalls(meetingFields, {
  read: 'meeting.read',
  write: 'meeting.write',
  remove: 'meeting.confirm',
});
const nothing = output<Record<string, never>>();

export type FoundMeeting = {
  readonly id: number;
  readonly state: 'draft' | 'confirmed';
  /** Whether it is held today and the person, who is on its list, has not signed in; and when the person did (UTC). */
  readonly own: { readonly awaited: boolean; readonly signedInAt: string | null };
};
type SignedIn = { readonly state: AttendanceState; readonly signedInAt: string };

export const meetingContract = {
  list,
  neighbours,
  history,
  choose,
  /** The meeting of a week: made with its agenda and attendance list when there is none yet. */
  open: command(
    'meeting.write',
    z.strictObject({ week }),
    output<{ id: number; number: string; created: boolean }>(),
  ),
  /** The meeting of a week, if it was opened. */
  find: query('meeting.read', z.strictObject({ week }), output<FoundMeeting | null>()),
  get: query('meeting.read', z.strictObject({ id }), output<MeetingView>()),
  /** The three parts of a week as the data has them now, with or without a meeting. */
  pack: query('meeting.read', z.strictObject({ week }), output<WeeklyPack>()),
  /** Saves one part. Errors: conflict when somebody else saved the same part since; `meeting-confirmed`. */
  savePart: command(
    'meeting.write',
    z.strictObject({ id, version, change: meetingPart }),
    output<{ version: number }>(),
  ),
  /** A topic of a title; where there is one already, that one. */
  addTopic: command(
    'meeting.write',
    z.strictObject({ id, title: required(200) }),
    output<{ topicId: number }>(),
  ),
  removeTopic: command('meeting.write', z.strictObject({ id, topicId: id, version }), nothing),
  /** 本人签到 in the own session: notes the time; late after the planned start. Errors: `meeting-confirmed`, `sign-in-too-early`. */
  signIn: command('meeting.attend', z.strictObject({ id }), output<SignedIn>()),
  /**
   * 本人签到 on the recorder's screen, with that person's own password or PIN. Errors: as above, `person-without-account`,
   * wrong-secret, too-many-failures, `pin-needs-password-today`.
   */
  signInHere: action(
    'meeting.write',
    z.strictObject({ id, personId: id, secret: secretSchema }),
    output<SignedIn>(),
  ),
  /**
   * 删除草稿 opened by mistake: it goes to the bin with its decisions and action items. Errors: `meeting-confirmed`,
   * `meeting-signed` when somebody signed in.
   */
  discard: command('meeting.write', z.strictObject({ id }), nothing),
  /** Takes a discarded draft out of the bin. Error: `meeting-opened-again` when its week has another meeting. */
  restore: command('meeting.write', z.strictObject({ id }), nothing),
  /**
   * Freezes the minutes and signs them as approved. Errors: invalid-input beside what is still missing;
   * `meeting-confirmed`; wrong-secret.
   */
  confirm: action(
    'meeting.confirm',
    z.strictObject({ id, secret: secretSchema }),
    output<{ hash: string; auditCode: string }>(),
  ),
  /** Adds one's signature to confirmed minutes: recorded or reviewed. Error: `already-signed`. */
  sign: action(
    'meeting.write',
    z.strictObject({ id, meaning: z.enum(['review', 'record']), secret: secretSchema }),
    output<{ hash: string }>(),
  ),
  /** 更正: stands beside the minutes, which stay as they are. */
  amend: action(
    'meeting.confirm',
    z.strictObject({ id, reason: required(500), text: required(4000), secret: secretSchema }),
    output<{ number: number; hash: string }>(),
  ),
  verify: query('meeting.read', z.strictObject({ id }), output<MeetingVerdict>()),
  /** The minutes as PDF bytes, for the preview in the program. */
  preview: action('meeting.read', z.strictObject({ id }), output<DeskFile>()),
  /** The minutes as a file of a job, to be fetched with `job.file`. */
  print: action(
    'meeting.read',
    z.strictObject({ id, format: z.enum(['pdf', 'docx']).default('pdf') }),
    output<{ jobId: number }>(),
  ),
  /** 批量打印: the confirmed minutes of a quarter (`2026-Q4`, by the Thursday of their weeks) as one PDF. Error: `nothing-to-print`. */
  printQuarter: action(
    'meeting.read',
    z.strictObject({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/u, { error: 'not-a-quarter' }) }),
    output<{ jobId: number; count: number }>(),
  ),
};
