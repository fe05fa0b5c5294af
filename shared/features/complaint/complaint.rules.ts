import { addDays, type Day } from '../../kernel/day.ts';
import { may, type Role } from '../../rpc/rights.ts';
import type { ComplaintClock } from './complaint-clock.rules.ts';
import { severities, type ComplaintState, type Severity } from './complaint.fields.ts';

/** What can be done with a complaint. */
export const complaintSteps = [
  'edit',
  'assign', // 转交
  'take', // 受理
  'note',
  'investigate', // 原因与处理
  'pause',
  'resume',
  'extend', // 申请延期
  'decide', // 批准或驳回延期
  'answer', // 答复客户
  'callBack', // 回访
  'close',
  'force', // 强制关闭
  'reopen',
] as const;
export type ComplaintStep = (typeof complaintSteps)[number];

/** What the rules need to know of a complaint. */
export type StandingComplaint = {
  readonly state: ComplaintState;
  readonly handlerId: number | null;
  /** Everybody who had it in hand before. */
  readonly formerHandlerIds: readonly number[];
  readonly aboutId: number | null;
  readonly cause: string | null;
  readonly remedy: string | null;
  readonly isPaused: boolean;
  /** Who asked for the extension that waits for a decision; null: none waits. */
  readonly extensionById: number | null;
};

/** Why a step cannot be taken: the key of a sentence in the `problem` texts. */
export type ComplaintRefusal =
  | 'complaint-closed'
  | 'complaint-not-closed'
  | 'complaint-taken'
  | 'complaint-not-in-hand'
  | 'complaint-cause-missing'
  | 'complaint-not-answered'
  | 'complaint-not-called-back'
  | 'complaint-call-back-by-other'
  | 'complaint-closed-by-handler'
  | 'complaint-paused'
  | 'complaint-not-paused'
  | 'complaint-extension-waiting'
  | 'complaint-no-extension'
  | 'complaint-extension-by-other'
  | 'complaint-not-your-right';

export type Stepper = { readonly personId: number; readonly roles: readonly Role[] };

const handled = ({ handlerId, formerHandlerIds }: StandingComplaint, personId: number): boolean =>
  personId === handlerId || formerHandlerIds.includes(personId);

/**
 * Whether a person may take a step now (QC-5): states in order, call-back and closing by someone who never had it in hand, an
 * extension decided by somebody else than who asked. Null: go ahead.
 */
export function stepRefusal(
  step: ComplaintStep,
  complaint: StandingComplaint,
  person: Stepper,
): ComplaintRefusal | null {
  const { state } = complaint;
  const needed = step === 'force' || step === 'decide' ? 'complaint.approve' : 'complaint.write';
  if (!may(person.roles, needed)) return 'complaint-not-your-right';
  if (step === 'reopen') return state === 'closed' ? null : 'complaint-not-closed';
  if (state === 'closed') return 'complaint-closed';
  const own = handled(complaint, person.personId);
  switch (step) {
    case 'edit':
    case 'assign':
    case 'note':
      return null;
    case 'take':
      return state === 'open' ? null : 'complaint-taken';
    case 'investigate':
      return state === 'open' ? 'complaint-not-in-hand' : null;
    case 'pause':
      return complaint.isPaused ? 'complaint-paused' : null;
    case 'resume':
      return complaint.isPaused ? null : 'complaint-not-paused';
    case 'extend':
      return complaint.extensionById === null ? null : 'complaint-extension-waiting';
    case 'decide':
      if (complaint.extensionById === null) return 'complaint-no-extension';
      return complaint.extensionById === person.personId || own ? 'complaint-extension-by-other' : null;
    case 'answer':
      if (state !== 'inHand') return 'complaint-not-in-hand';
      return complaint.cause && complaint.remedy ? null : 'complaint-cause-missing';
    case 'callBack':
      if (state !== 'answered') return 'complaint-not-answered';
      return own || complaint.aboutId === person.personId ? 'complaint-call-back-by-other' : null;
    case 'close':
      if (state !== 'calledBack') return 'complaint-not-called-back';
      return own ? 'complaint-closed-by-handler' : null;
    case 'force':
      return own ? 'complaint-closed-by-handler' : null;
  }
}

/** Whom a complaint is brought to by itself. */
export type EscalationLevel = 'none' | 'manager' | 'owner';
export type EscalationReason = 'severity' | 'share' | 'late';
export type Escalation = { readonly level: EscalationLevel; readonly reasons: readonly EscalationReason[] };

/** From this share of the term on the manager hears of it, in basis points. */
const escalationShare = 7500;

/**
 * 升级: a serious complaint goes to the manager, a major one to the owner; so does a clock that is three quarters used, and
 * one that is late. A serious one that is nearly late goes to the owner too. Computed from the clock that counts now.
 */
export function escalationOf(severity: Severity, clock: ComplaintClock | undefined): Escalation {
  const reasons: EscalationReason[] = [];
  if (severity !== 'normal') reasons.push('severity');
  const isNear = clock !== undefined && !clock.isLate && clock.shareBasisPoints >= escalationShare;
  if (isNear) reasons.push('share');
  if (clock?.isLate) reasons.push('late');
  const toOwner = severity === 'major' || clock?.isLate || (severity === 'serious' && isNear);
  return { level: toOwner ? 'owner' : reasons.length > 0 ? 'manager' : 'none', reasons };
}

/** Lowering the severity gains time: that is a manager's word. */
export const isLowered = (before: Severity, after: Severity): boolean =>
  severities.indexOf(after) < severities.indexOf(before);

/** 重复投诉: the same customer or vehicle and the same kind within so many days, before or after. */
const recurrenceDays = 90;
/** The days within which another complaint is the same one again. */
export const recurrenceSpan = (receivedOn: Day): { readonly first: Day; readonly last: Day } => ({
  first: addDays(receivedOn, -recurrenceDays),
  last: addDays(receivedOn, recurrenceDays),
});

/** A name as it may hang on a wall: the first character of a person, both ends of a company. */
export function wallName(name: string | null): string {
  const signs = Array.from((name ?? '').trim());
  if (signs.length === 0) return '—';
  if (signs.length <= 4) return `${signs[0] ?? ''}**`;
  return `${signs.slice(0, 2).join('')}**${signs.slice(-2).join('')}`;
}
