import type { Writer } from '#electron/kernel/database.ts';
import { appendAudit, type RecordChange } from '#electron/kernel/audit.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { Day } from '#shared/kernel/day.ts';

type Person = { readonly id: number; readonly name: string };

/** Half past four in the afternoon at the store. */
const instantOf = (day: Day): string => `${day}T08:30:00.000Z`;

/** A command as somebody ran it on a day of the past: features write with it what the sample holds, without audit of their own. */
export function sampleCommand(writer: Writer, { id, name }: Person, day: Day): CommandContext {
  return {
    writer,
    clock: fixedClock(instantOf(day)),
    scope: 'all',
    signal: undefined,
    actor: { personId: id, name, roles: ['owner'], language: 'zh-CN', sessionKey: '' },
    changed: () => undefined,
    tell: () => undefined,
    afterCommit: () => undefined,
  };
}

/** The same with its audit row, for what is signed or booked: the check of a signature, and the sums of a ledger, look for it there. */
export async function auditedCommand(
  writer: Writer,
  person: Person,
  day: Day,
  { call, work }: { readonly call: string; readonly work: (context: CommandContext) => Promise<unknown> },
): Promise<void> {
  const records: RecordChange[] = [];
  const told: Record<string, unknown> = {};
  const context = sampleCommand(writer, person, day);
  await work({
    ...context,
    changed: (change) => void records.push(change),
    tell: (key, value) => void (told[key] = value),
  });
  await appendAudit(writer, {
    at: context.clock.now(),
    personId: person.id,
    personName: person.name,
    call,
    records,
    told,
  });
}
