import type { TriggerPreview } from '#shared/features/campaign/campaign-views.ts';
import type { Day } from '#shared/kernel/day.ts';
import { notFound, ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import { readNames } from './campaign.audience.ts';
import { readFound, readAskAgain, type Narrow, type Trigger } from './campaign.open.ts';

const shownNames = 50;

async function mustRead(reader: Reader | Writer, id: number): Promise<Trigger> {
  const row = await reader
    .selectFrom('campaignTrigger')
    .selectAll()
    .where('id', '=', id)
    .where('removedAt', 'is', null)
    .$narrowType<Narrow>()
    .executeTakeFirst();
  if (!row) throw notFound('campaignTrigger', id);
  return row;
}

/** Whom a rule finds today, whether it is switched on or not. Error: `not-found`. */
export async function previewTrigger(
  reader: Reader | Writer,
  id: number,
  today: Day,
): Promise<TriggerPreview> {
  const trigger = await mustRead(reader, id);
  const { open, resting, silent } = await readFound(reader, trigger, {
    today,
    days: await readAskAgain(reader, today),
  });
  const shown = open.toSorted((a, b) => (a.eventOn < b.eventOn ? -1 : 1)).slice(0, shownNames);
  const names = await readNames(
    reader,
    shown.map(({ customerId }) => customerId),
  );
  return {
    isActive: trigger.active === 1,
    heads: open.length,
    resting,
    silent,
    whom: shown.map(({ customerId, eventOn }) => ({
      customerId,
      eventOn,
      name: names.get(customerId) ?? '',
    })),
  };
}

/** Switches a rule after its preview. Errors: `not-found`, `campaign-preview-changed`. */
export async function switchTrigger(
  context: CommandContext,
  { id, active, seen }: { readonly id: number; readonly active: boolean; readonly seen: number },
): Promise<void> {
  const { writer, clock } = context;
  const trigger = await mustRead(writer, id);
  const { heads } = await previewTrigger(writer, id, clock.today());
  if (heads !== seen) throw ruleViolated('campaign-preview-changed', { count: heads });
  await writer
    .updateTable('campaignTrigger')
    .set({ active: active ? 1 : 0, version: trigger.version + 1, updatedAt: clock.now() })
    .where('id', '=', id)
    .execute();
  context.changed({
    feature: 'campaignTrigger',
    id,
    changes: [{ field: 'active', before: trigger.active === 1, after: active }],
  });
}
