import type {
  AttendanceState,
  meetingContract,
  SignInWay,
} from '#shared/features/meeting/meeting.contract.ts';
import { isLate } from '#shared/features/meeting/meeting.rules.ts';
import { timeOfInstant } from '#shared/kernel/day.ts';
import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';
import type { CommandContext, HandlersOf } from '#electron/kernel/handler.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { provePerson } from '../session/session.prove.ts';
import { patchAccount } from '../session/session.repository.ts';
import { readAttendance, saveSignIn } from './meeting.attendance.ts';
import { touchPart } from './meeting.parts.ts';
import { mustBeDraft } from './meeting.repository.ts';

type SignInCalls = Pick<HandlersOf<typeof meetingContract>, 'signIn' | 'signInHere'>;
type Signed = { readonly state: AttendanceState; readonly signedInAt: string };

/**
 * Writes that a person signed in themselves. Who did so before keeps the first time; whom the recorder has called present
 * or late stays so.
 */
async function sign(context: CommandContext, id: number, personId: number, way: SignInWay): Promise<Signed> {
  const { writer, clock, changed, tell } = context;
  const meeting = await mustBeDraft(writer, id);
  const today = clock.today();
  if (meeting.heldOn !== null && meeting.heldOn > today) throw ruleViolated('sign-in-too-early');
  const listed = (await readAttendance(writer, id)).find((line) => line.personId === personId);
  if (listed?.signedWith && listed.signedInAt) return { state: listed.state, signedInAt: listed.signedInAt };
  const signedInAt = clock.now();
  const late =
    meeting.heldOn === today && isLate(timeOfInstant(signedInAt, storeOffsetMinutes), meeting.startsAt);
  const noted = listed?.state === 'present' || listed?.state === 'late' ? listed.state : undefined;
  const state = noted ?? (late ? 'late' : 'present');
  await saveSignIn(writer, id, { personId, state, signedInAt, signedWith: way });
  const version = await touchPart(context, id, 'attendance', null);
  tell('signedIn', { personId, way });
  changed({
    feature: 'meeting',
    id,
    changes: [{ field: 'attendance', before: version - 1, after: version }],
  });
  return { state, signedInAt };
}

export const signInHandlers = ({ cost }: { readonly cost: PasswordCost }): SignInCalls => ({
  signIn: async ({ id }, context) => sign(context, id, context.actor.personId, 'session'),

  async signInHere({ id, personId, secret }, context) {
    await mustBeDraft(context.reader, id);
    const { actor } = context;
    if (!actor) throw new DeskError({ code: 'signed-out', reason: 'no-session' });
    const account = await provePerson(context, personId, secret, cost);
    const { result } = await context.write(async (transaction) => {
      await patchAccount(transaction.writer, personId, { failures: 0, blockedUntil: null });
      const way = secret.pin === undefined ? 'password' : 'pin';
      return sign({ ...context, ...transaction, actor }, id, account.personId, way);
    });
    return result;
  },
});
