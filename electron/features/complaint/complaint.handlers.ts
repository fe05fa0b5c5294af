import {
  continuesClock,
  clockRulesFor,
  graceDaysOf,
} from '#shared/features/complaint/complaint-clock.rules.ts';
import type {
  complaintClockContract,
  complaintContract,
  ComplaintLineKind,
} from '#shared/features/complaint/complaint.contract.ts';
import type { ComplaintState } from '#shared/features/complaint/complaint.fields.ts';
import { isLowered, stepRefusal, type ComplaintStep } from '#shared/features/complaint/complaint.rules.ts';
import { isMasked } from '#shared/kernel/field.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { may } from '#shared/rpc/rights.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import { maskedFields } from '#electron/kernel/record/record-mask.ts';
import { recordHandlers, updateRecord } from '#electron/kernel/record/record-handlers.ts';
import type { Printer } from '#electron/reports/sheet-file.ts';
import { checkInput, completeInput, raiseComplaint, type ComplaintInput } from './complaint.raise.ts';
import { printHandlers } from './complaint.print.ts';
import { complaintClockRecord, complaintRecord } from './complaint.record.ts';
import {
  addLine,
  askExtension,
  assertSeen,
  beginPause,
  decideExtension,
  endPause,
  savePatch,
  type StoredComplaint,
} from './complaint.repository.ts';
import { gather, readClockBook, timed, viewComplaint, type Gathered } from './complaint.view.ts';
import { readDesk, readWall } from './complaint.wall.ts';

const { list, get, neighbours, history, choose, remove, restore } = recordHandlers(complaintRecord);

type One = { readonly id: number; readonly version: number };
type Moved = { readonly id: number; readonly version: number; readonly state: ComplaintState };

/** The complaint as the person saw it, when the step may be taken. Errors: not-found, conflict, ComplaintRefusal keys. */
async function stepping(
  context: CommandContext,
  { id, version }: One,
  step: ComplaintStep,
): Promise<Gathered> {
  const found = await gather(context.writer, id);
  await assertSeen(context.writer, found.complaint, version);
  const refusal = stepRefusal(step, found.standing, context.actor);
  if (refusal) throw ruleViolated(refusal);
  return found;
}

/** Writes what a step leaves: the line of the history and the new version. */
async function leave(
  context: CommandContext,
  before: StoredComplaint,
  line: { readonly kind: ComplaintLineKind; readonly text: string; readonly handlerId?: number },
  patch: Parameters<typeof savePatch>[2] = {},
): Promise<Moved> {
  await addLine(context, { complaintId: before.id, handlerId: before.handlerId, ...line });
  const version = await savePatch(context, before, patch);
  return { id: before.id, version, state: patch.state ?? before.state };
}

async function personName({ writer }: CommandContext, id: number | null): Promise<string> {
  if (id === null) return '';
  const row = await writer.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? '';
}

/** Fields of a form whose change has a line of its own, or none. */
const apart = new Set(['severity', 'handlerId']);

/** Lines that tell what a form changed. */
async function tellEdit(
  context: CommandContext,
  before: StoredComplaint,
  after: ComplaintInput,
): Promise<void> {
  const line = { complaintId: before.id, handlerId: before.handlerId };
  if (before.severity !== after.severity)
    await addLine(context, { ...line, kind: 'severity', text: `${before.severity} ${after.severity}` });
  if (before.handlerId !== after.handlerId)
    await addLine(context, { ...line, kind: 'assigned', text: await personName(context, after.handlerId) });
  const others = Object.entries(after)
    .filter(([name, value]) => !apart.has(name) && before[name as keyof ComplaintInput] !== value)
    .map(([name]) => name);
  if (others.length > 0) await addLine(context, { ...line, kind: 'edited', text: others.join(',') });
}

const references = ['customerId', 'vehicleId', 'repairId', 'orderId'] as const;

/** What a form means: masked values stand for what is stored; a record that is newly named brings what it knows. */
async function meant(
  { writer, actor }: CommandContext,
  sent: ComplaintInput,
  before: StoredComplaint,
): Promise<ComplaintInput> {
  const hidden = new Set(maskedFields(complaintRecord, actor).map(([name]) => name));
  const open = (name: 'phone' | 'plate'): string | null =>
    hidden.has(name) && (sent[name] === null || isMasked(sent[name])) ? before[name] : sent[name];
  const values = { ...sent, phone: open('phone'), plate: open('plate') };
  const isNew = references.some((name) => values[name] !== null && values[name] !== before[name]);
  return isNew ? completeInput(writer, values) : values;
}

export const complaintHandlers = (printer: Printer): HandlersOf<typeof complaintContract> => ({
  list,
  get,
  neighbours,
  history,
  choose,
  remove,
  restore,

  create: async ({ values }, context) => raiseComplaint(context, values),

  async update({ id, version, values: sent }, context) {
    const { complaint: before } = await stepping(context, { id, version }, 'edit');
    const values = await meant(context, sent, before);
    await checkInput(context.writer, values, context.clock.today());
    const mayApprove = may(context.actor.roles, 'complaint.approve');
    if (values.receivedOn !== before.receivedOn && !mayApprove)
      throw ruleViolated('complaint-received-fixed');
    if (isLowered(before.severity, values.severity) && !mayApprove)
      throw ruleViolated('complaint-severity-lowered');
    await tellEdit(context, before, values);
    let next = await updateRecord(context, complaintRecord, id, version, values);
    if (values.receivedOn !== before.receivedOn && before.clockFrom === before.receivedOn)
      next = await savePatch(context, { ...before, version: next }, { clockFrom: values.receivedOn });
    return { id, version: next };
  },

  view: async ({ id }, context) => viewComplaint(context, id),
  ...printHandlers(printer),

  async assign({ handlerId, text, ...one }, context) {
    const { complaint } = await stepping(context, one, 'assign');
    const name = await personName(context, handlerId);
    const said = text === null ? name : `${name}：${text}`;
    return leave(context, complaint, { kind: 'assigned', text: said }, { handlerId });
  },

  async take(one, context) {
    const { complaint } = await stepping(context, one, 'take');
    const handlerId = complaint.handlerId ?? context.actor.personId;
    const takenOn = context.clock.today();
    const line = { kind: 'taken', text: await personName(context, handlerId), handlerId } as const;
    return leave(context, complaint, line, { state: 'inHand', handlerId, takenOn });
  },

  async note({ text, ...one }, context) {
    const { complaint } = await stepping(context, one, 'note');
    return leave(context, complaint, { kind: 'note', text });
  },

  async investigate({ cause, remedy, costFen, ...one }, context) {
    const { complaint } = await stepping(context, one, 'investigate');
    const text = [cause, remedy].filter((part) => part !== null).join('；');
    return leave(context, complaint, { kind: 'investigated', text }, { cause, remedy, costFen });
  },

  async pause({ reason, text, ...one }, context) {
    const { complaint, pauses } = await stepping(context, one, 'pause');
    const today = context.clock.today();
    // A clock of the computer that was set back must not put a pause over an earlier one.
    const fromOn = pauses.reduce(
      (day, { untilOn }) => (untilOn !== null && untilOn > day ? untilOn : day),
      today,
    );
    await beginPause(context, { complaintId: complaint.id, reason, text, fromOn, untilOn: null });
    return leave(context, complaint, { kind: 'paused', text });
  },

  async resume({ text, ...one }, context) {
    const { complaint, pauses } = await stepping(context, one, 'resume');
    await endPause(context, pauses, context.clock.today());
    return leave(context, complaint, { kind: 'resumed', text: text ?? '' });
  },

  async extend({ stage, days, reason, consent, ...one }, context) {
    const { complaint } = await stepping(context, one, 'extend');
    await askExtension(context, complaint, { stage, days, reason, consent });
    return leave(context, complaint, { kind: 'extensionAsked', text: reason });
  },

  async decide({ approved, text, ...one }, context) {
    const { complaint } = await stepping(context, one, 'decide');
    await decideExtension(context, complaint.id, approved ? 'approved' : 'refused', text);
    return leave(context, complaint, { kind: approved ? 'extensionApproved' : 'extensionRefused', text });
  },

  async answer({ answer, ...one }, context) {
    const { complaint } = await stepping(context, one, 'answer');
    // Opened again within the grace it was answered before: the first answer kept the term.
    const answeredOn = complaint.answeredOn ?? context.clock.today();
    return leave(
      context,
      complaint,
      { kind: 'answered', text: answer },
      { state: 'answered', answer, answeredOn },
    );
  },

  async callBack({ result, customerWords, ...one }, context) {
    const { complaint } = await stepping(context, one, 'callBack');
    if (result === null) return leave(context, complaint, { kind: 'notReached', text: customerWords });
    return leave(
      context,
      complaint,
      { kind: 'calledBack', text: customerWords },
      {
        state: result === 'dissatisfied' ? 'inHand' : 'calledBack',
        calledBackOn: context.clock.today(),
        calledBackById: context.actor.personId,
        callBackResult: result,
        customerWords,
      },
    );
  },

  async close({ customerWords, ...one }, context) {
    const found = await stepping(context, one, 'close');
    return shut(context, found, { kind: 'closed', text: customerWords }, { customerWords, forced: false });
  },

  async force({ reason, ...one }, context) {
    const found = await stepping(context, one, 'force');
    return shut(context, found, { kind: 'forced', text: reason }, { closeReason: reason, forced: true });
  },

  async reopen({ reason, ...one }, context) {
    const found = await stepping(context, one, 'reopen');
    const { complaint } = found;
    const today = context.clock.today();
    const closedOn = complaint.closedOn ?? today;
    const { rules, calendar } = await readClockBook(context.writer);
    const grace = graceDaysOf(clockRulesFor(rules, timed(found)));
    const continues = continuesClock(closedOn, today, grace, calendar);
    // While it was closed the old clock stood still.
    if (continues && today > closedOn)
      await beginPause(context, {
        complaintId: complaint.id,
        reason: 'closed',
        text: reason,
        fromOn: closedOn,
        untilOn: today,
      });
    return leave(
      context,
      complaint,
      { kind: 'reopened', text: reason },
      {
        state: 'inHand',
        reopened: complaint.reopened + 1,
        forced: false,
        closeReason: null,
        closedOn: null,
        closedById: null,
        calledBackOn: null,
        calledBackById: null,
        callBackResult: null,
        customerWords: null,
        ...(continues ? {} : { clockFrom: today, answeredOn: null }),
      },
    );
  },

  wall: async ({ limit }, { reader, clock }) => readWall(reader, clock.today(), limit),
  desk: async (_input, { reader, clock, actor }) => readDesk(reader, clock.today(), actor),
});

/** Closes: a running pause ends, an extension that nobody decided falls. */
async function shut(
  context: CommandContext,
  { complaint, pauses, standing }: Gathered,
  line: { readonly kind: 'closed' | 'forced'; readonly text: string },
  patch: Parameters<typeof savePatch>[2],
): Promise<Moved> {
  const closedOn = context.clock.today();
  await endPause(context, pauses, closedOn);
  if (standing.extensionById !== null) await decideExtension(context, complaint.id, 'refused', line.text);
  return leave(context, complaint, line, {
    ...patch,
    state: 'closed',
    closedOn,
    closedById: context.actor.personId,
  });
}

export const complaintClockHandlers: HandlersOf<typeof complaintClockContract> =
  recordHandlers(complaintClockRecord);
