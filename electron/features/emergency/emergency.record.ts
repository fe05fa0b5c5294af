import { emergencyDrillFields, emergencyFields } from '#shared/features/emergency/emergency.fields.ts';
import { nextDates } from '#shared/features/emergency/emergency.rules.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordDefinition, RecordValues } from '#electron/kernel/record/record-definition.ts';

const dayOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const datesOf = (values: RecordValues) =>
  nextDates({
    lastDrillOn: dayOf(values['lastDrillOn']),
    drillMonths: Number(values['drillMonths']),
    reviewedOn: dayOf(values['reviewedOn']),
    reviewMonths: Number(values['reviewMonths']),
  });

export const emergencyRecord = {
  feature: 'emergency',
  table: 'emergency',
  fields: emergencyFields,
  readRight: 'emergency.read',
  title: 'name',
  titleEn: 'nameEn',
  detail: 'trigger',
  compute: datesOf,
} satisfies RecordDefinition;

/** The last drill of a plan and when the next is due follow from its drills. */
async function settleDrills({ writer, clock, changed }: CommandContext, id: number): Promise<void> {
  const plan = await writer.selectFrom('emergency').selectAll().where('id', '=', id).executeTakeFirst();
  if (!plan) return;
  const last = await writer
    .selectFrom('emergencyDrill')
    .select(({ fn }) => fn.max('drilledOn').as('drilledOn'))
    .where('emergencyId', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst();
  const lastDrillOn = last?.drilledOn ?? null;
  if (lastDrillOn === plan.lastDrillOn) return;
  await writer
    .updateTable('emergency')
    .set({
      lastDrillOn,
      ...nextDates({ ...plan, lastDrillOn }),
      version: plan.version + 1,
      updatedAt: clock.now(),
    })
    .where('id', '=', id)
    .execute();
  changed({
    feature: 'emergency',
    id,
    changes: [{ field: 'lastDrillOn', before: plan.lastDrillOn, after: lastDrillOn }],
  });
}

export const emergencyDrillRecord = {
  feature: 'emergencyDrill',
  table: 'emergencyDrill',
  fields: emergencyDrillFields,
  readRight: 'emergency.read',
  title: 'drilledOn',
  indexed: false,
  async afterChange(context, before, after) {
    const ids = new Set(
      [before?.['emergencyId'], after?.['emergencyId']].filter((id) => typeof id === 'number'),
    );
    for (const id of ids) await settleDrills(context, id);
  },
} satisfies RecordDefinition;
