import { invalidField } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordValues } from '#electron/kernel/record/record-definition.ts';

/** What has not happened yet is no visit and no test drive: the days are counted. Error: `in-future` beside the day. */
export async function leadDaysHavePassed(
  { clock }: CommandContext,
  _before: RecordValues | null,
  after: RecordValues,
): Promise<void> {
  const today = clock.today();
  for (const name of ['visitedOn', 'testDrivenOn'] as const)
    if (typeof after[name] === 'string' && after[name] > today)
      throw invalidField(`values.${name}`, 'in-future');
}
