import { kindIndex } from '#shared/features/reminder/reminder-facts.ts';
import { reasonKey, type CallHistory } from '#shared/features/reminder/reminder-list.rules.ts';
import {
  usualTerms,
  type LastOfReason,
  type ReminderTerms,
} from '#shared/features/reminder/reminder-call.rules.ts';
import type { CallCode, ReminderKind } from '#shared/features/reminder/reminder.fields.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Role } from '#shared/rpc/rights.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { readSetting } from '#electron/kernel/settings.ts';

export const termsKey = 'reminderTerms';

/** 名单设置 of the store, or the usual ones. */
export async function readTerms(reader: Reader | Writer): Promise<ReminderTerms> {
  const stored = await readSetting(reader, termsKey);
  return stored === null ? usualTerms : { ...usualTerms, ...(JSON.parse(stored) as Partial<ReminderTerms>) }; // written by saveTerms
}

/** Calls longer ago say nothing of today's list: the longest promise and the longest rest, and a whole period. Days. */
const talkDays = 400;

const reached = ['willing', 'reached', 'callAgain', 'refused', 'void'];

/** What was said before, for the list of a day. */
export async function readHistory(reader: Reader | Writer, today: Day): Promise<Omit<CallHistory, 'silent'>> {
  const since = addDays(today, -talkDays);
  const talked = await reader
    .selectFrom('followUp')
    .leftJoin('reminderCall', (join) =>
      join.onRef('reminderCall.followUpId', '=', 'followUp.id').on('reminderCall.removedAt', 'is', null),
    )
    .select([
      'followUp.customerId',
      'followUp.happenedOn',
      'followUp.result',
      'followUp.personId',
      'reminderCall.code',
      'reminderCall.nextOn',
    ])
    .where('followUp.removedAt', 'is', null)
    .where('followUp.happenedOn', '>=', since)
    .orderBy('followUp.happenedOn')
    .orderBy('followUp.id')
    .execute();
  const talks = new Map<number, ReturnType<CallHistory['talks']['get']> & object>();
  for (const row of talked) {
    const code = row.code as CallCode | null; // written through the field table only
    // Whoever spoke of something that falls due keeps the customer; a call after a delivery only gives rest.
    const personId = code === null ? (talks.get(row.customerId)?.personId ?? null) : row.personId;
    talks.set(row.customerId, {
      on: row.happenedOn,
      code,
      reached: reached.includes(row.result ?? 'reached'),
      nextOn: row.nextOn,
      personId,
    });
  }
  const named = await reader
    .selectFrom('reminderReason')
    .innerJoin('reminderCall', 'reminderCall.id', 'reminderReason.reminderCallId')
    .innerJoin('followUp', 'followUp.id', 'reminderCall.followUpId')
    .select([
      'reminderReason.kind',
      'reminderReason.vehicleId',
      'reminderReason.dueOn',
      'reminderCall.customerId',
      'reminderCall.happenedOn',
      'reminderCall.code',
      'reminderCall.nextOn',
    ])
    .where('followUp.removedAt', 'is', null)
    .where('reminderCall.removedAt', 'is', null)
    .where('reminderCall.happenedOn', '>=', since)
    .orderBy('reminderCall.happenedOn')
    .orderBy('reminderCall.id')
    .$narrowType<{ kind: ReminderKind; code: CallCode }>()
    .execute();
  const reasons = new Map<number, LastOfReason>();
  for (const { kind, vehicleId, dueOn, customerId, happenedOn, code, nextOn } of named)
    reasons.set(reasonKey(kindIndex[kind], vehicleId ?? 0, customerId), {
      on: happenedOn,
      code,
      nextOn,
      dueOn,
    });
  const coming = await reader
    .selectFrom('reminderAppointment')
    .select('customerId')
    .where('removedAt', 'is', null)
    .where('state', '=', 'booked')
    .where('onDay', '>=', today)
    .execute();
  return { talks, reasons, booked: new Set(coming.map(({ customerId }) => customerId)) };
}

/** 客服 who work here and may sign in, by id. */
export async function readCarePeople(
  reader: Reader | Writer,
  today: Day,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const rows = await reader
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.personId')
    .select(['person.id', 'person.name', 'account.roles'])
    .where('account.active', '=', 1)
    .where('person.removedAt', 'is', null)
    .where((where) => where.or([where('person.leftOn', 'is', null), where('person.leftOn', '>=', today)]))
    .orderBy('person.id')
    .execute();
  return rows
    .filter(({ roles }) => (JSON.parse(roles) as readonly Role[]).includes('customerCare')) // written by saveAccount
    .map(({ id, name }) => ({ id, name }));
}
