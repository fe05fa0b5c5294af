import { shippedTemplate } from '#shared/features/event/event.shipped.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { SampleOptions } from './sample-world.ts';

/** Yuan of each budget line, in turn, and the share of it that was spent, in percent. */
const budgetYuan = [12_000, 8000, 6000, 4000, 3000] as const;
const spentPercent = [100, 92, 108, 85, 97] as const;
/** Days after an event in which a lead of the channel 活动 is one of it. */
const leadDays = 14;

const reviews = [
  {
    reviewGood: '提前两周电话邀约，到场客户比上次多；留资当天全部回访。',
    reviewBad: '试驾车只有一台，排队客户流失。宣传投放超预算 8%。',
    reviewNext: '备两台试驾车；投放按周设上限。',
  },
  {
    reviewGood: '老客户转介绍效果好，现场成交快。',
    reviewBad: '礼品准备不足，登记表字迹不清。',
    reviewNext: '礼品按邀约人数加两成；全部用平板登记。',
  },
] as const;

/**
 * 关键事项 of the sample as they are worked with: the two latest events of the past with roles, materials, spend, leads and a
 * review, and the next one with its budget.
 */
export async function addEventPlans(writer: Writer, { today }: SampleOptions): Promise<void> {
  const events = writer
    .selectFrom('event')
    .select(['id', 'kind', 'startsOn', 'endsOn', 'personId'])
    .where('kind', 'in', ['autoShow', 'launch', 'storeEvent']);
  const past = await events.where('startsOn', '<', today).orderBy('startsOn', 'desc').limit(2).execute();
  const coming = await events.where('startsOn', '>', today).orderBy('startsOn').limit(1).execute();
  for (const [at, event] of [...past, ...coming].entries()) {
    const review = at < past.length ? reviews[at] : undefined;
    const goals = { goalLeads: 12, goalOrders: 3 };
    await writer
      .updateTable('event')
      .set({ ...goals, ...review })
      .where('id', '=', event.id)
      .execute();
    await addParts(writer, event, { today, isPast: review !== undefined });
    if (!review) continue;
    await writer
      .updateTable('lead')
      .set({ eventId: event.id })
      .where('channel', '=', 'event')
      .where('eventId', 'is', null)
      .where('arrivedOn', '>=', event.startsOn)
      .where('arrivedOn', '<=', addDays(event.endsOn ?? event.startsOn, leadDays))
      .execute();
  }
}

/** Roles, materials and budget of an event by the shipped template of its kind; spend where it is over. */
async function addParts(
  writer: Writer,
  event: { readonly id: number; readonly kind: string; readonly personId: number | null },
  { today, isPast }: { readonly today: string; readonly isPast: boolean },
): Promise<void> {
  const content = shippedTemplate(event.kind, 'zh-CN')?.content;
  if (!content) return;
  const at = `${today}T00:00:00.000Z`;
  const head = { createdAt: at, updatedAt: at, removedAt: null, eventId: event.id };
  const { personId } = event;
  await writer
    .insertInto('eventRole')
    .values(
      content.roles.map((role, index) => ({ ...head, ...role, personId: index === 0 ? personId : null })),
    )
    .execute();
  await writer
    .insertInto('eventMaterial')
    .values(
      content.materials.map((one) => ({ ...head, ...one, personId, ready: isPast ? 1 : 0, note: null })),
    )
    .execute();
  await writer
    .insertInto('eventCost')
    .values(
      content.costs.map(({ category, name }, index) => {
        const yuan = budgetYuan[index % budgetYuan.length] ?? 0;
        const spentFen = isPast ? yuan * (spentPercent[index % spentPercent.length] ?? 0) : null;
        return { ...head, category, name, budgetFen: yuan * 100, spentFen, note: null };
      }),
    )
    .execute();
}
