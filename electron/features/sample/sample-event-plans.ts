import { sql } from 'kysely';
import { dueOf } from '#shared/features/event/event.rules.ts';
import { shippedTemplate } from '#shared/features/event/event.shipped.ts';
import type { EventPhase } from '#shared/features/event/event.fields.ts';
import type { EventTemplateContent } from '#shared/features/event/event.template.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { actionHandlers } from '../action/action.handlers.ts';
import { raiseAction } from '../action/action.raise.ts';
import { sampleWorkers, type Workers } from './quality/sample-shop.ts';
import { sampleCommand } from './sample-command.ts';
import type { SampleOptions } from './sample-world.ts';

/** Yuan of each budget line, in turn, and the share of it that was spent, in percent. */
const budgetYuan = [12_000, 8000, 6000, 4000, 3000] as const;
const spentPercent = [100, 92, 108, 85, 97] as const;
/** Days of leads that are taken at an event, from its first day. */
const leadDays = 7;
/** Orders within so many days of an event are of its channel. */
const orderDays = 90;

/** Who answers for the tasks of a phase. */
const answers: Readonly<Record<EventPhase, string | null>> = {
  planning: null,
  publicity: '市场专员',
  onSite: '销售经理',
  followUp: '客服主管',
  review: null,
};
/** Who takes the roles of the shipped templates, in their order; null: who is responsible for the event. */
const casting = [null, '市场专员', '客服专员', '销售经理', '行政内勤', '销售经理'] as const;

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
  {
    reviewGood: '厂家讲师到场，产品讲解专业，客户停留时间长。',
    reviewBad: '展车到店晚一天，预热视频没有拍到实车。',
    reviewNext: '展车提前三天锁定到店；预热分两批发布。',
  },
  {
    reviewGood: '展位靠近入口，人流大，登记率高。',
    reviewBad: '周末人手不够，后两天登记有遗漏。',
    reviewNext: '周末排满六人，每两小时核对一次登记。',
  },
] as const;

type Event = {
  readonly id: number;
  readonly kind: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly personId: number | null;
};
type Show = { readonly writer: Writer; readonly workers: Workers; readonly today: Day };

/**
 * 关键事项 of the sample as they are worked with: the latest events of the past with tasks, roles, materials, spend, leads and
 * a review, the next two with tasks and a budget.
 */
export async function addEventPlans(
  { writer, sqlite }: { readonly writer: Writer; readonly sqlite: Sqlite },
  { today }: Pick<SampleOptions, 'today'>,
): Promise<void> {
  const show = { writer, workers: sampleWorkers(sqlite), today };
  const events = writer
    .selectFrom('event')
    .select(['id', 'kind', 'startsOn', 'endsOn', 'personId'])
    .where('kind', 'in', ['autoShow', 'launch', 'storeEvent']);
  const past = await events
    .where('endsOn', '<', today)
    .orderBy('startsOn', 'desc')
    .limit(reviews.length)
    .execute();
  const coming = await events.where('startsOn', '>', today).orderBy('startsOn').limit(2).execute();
  for (const [at, event] of [...past, ...coming].entries()) {
    const review = reviews[at];
    const isPast = at < past.length;
    await writer
      .updateTable('event')
      .set({ goalLeads: event.kind === 'autoShow' ? 30 : 12, goalOrders: 3, ...(isPast ? review : {}) })
      .where('id', '=', event.id)
      .execute();
    const content = shippedTemplate(event.kind, 'zh-CN')?.content;
    if (!content) continue;
    await addParts(show, event, content, isPast);
    await addTasks(show, event, content);
    if (isPast) await takeLeads(writer, event);
  }
}

/** Leads of the days from the event on are taken at it, with the orders that followed. */
async function takeLeads(writer: Writer, { id, startsOn, endsOn }: Event): Promise<void> {
  await writer
    .updateTable('lead')
    .set({
      eventId: id,
      channel: 'event',
      arrivedOn: sql<Day>`min(arrived_on, ${endsOn ?? startsOn})`,
    })
    .where('eventId', 'is', null)
    .where('channel', '!=', 'fleet')
    .where('arrivedOn', '>=', startsOn)
    .where('arrivedOn', '<', addDays(startsOn, leadDays))
    .execute();
  await writer
    .updateTable('vehicleOrder')
    .set({ channel: 'event' })
    .where('customerId', 'in', (row) =>
      row.selectFrom('lead').select('lead.customerId').where('lead.eventId', '=', id).$narrowType<{
        customerId: number;
      }>(),
    )
    .where('orderedOn', '>=', startsOn)
    .where('orderedOn', '<=', addDays(startsOn, orderDays))
    .execute();
}

/** Roles, materials and budget of an event by the shipped template of its kind; spend where it is over. */
async function addParts(
  { writer, workers, today }: Show,
  event: Event,
  content: EventTemplateContent,
  isPast: boolean,
): Promise<void> {
  const at = `${today}T00:00:00.000Z`;
  const head = { createdAt: at, updatedAt: at, removedAt: null, eventId: event.id };
  const { personId } = event;
  const whoIs = (post: string | null | undefined): number | null =>
    post ? workers.first(post).id : personId;
  await writer
    .insertInto('eventRole')
    .values(content.roles.map((role, index) => ({ ...head, ...role, personId: whoIs(casting[index]) })))
    .execute();
  await writer
    .insertInto('eventMaterial')
    .values(
      content.materials.map((one, index) => ({
        ...head,
        ...one,
        personId: whoIs('行政内勤'),
        ready: isPast || index % 2 === 0 ? 1 : 0,
        note: null,
      })),
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

/** Tasks of all phases at their T±days; what was due before today is closed, but for one that is late. */
async function addTasks(
  { writer, workers, today }: Show,
  event: Event,
  { tasks }: EventTemplateContent,
): Promise<void> {
  const first = Math.min(...tasks.map(({ offset }) => offset));
  const begin = addDays(event.startsOn, first - 3);
  const chair = workers.first('总经理');
  const leader = workers.byId(event.personId ?? chair.id);
  const planned = begin < today ? begin : today;
  for (const { phase, offset, text, check } of tasks) {
    const post = answers[phase];
    const owner = post === null ? leader : workers.first(post);
    const dueOn = dueOf(phase, offset, event);
    const { id } = await raiseAction(sampleCommand(writer, leader, planned), {
      text,
      check,
      ownerId: owner.id,
      dueOn,
      eventId: event.id,
      eventPhase: phase,
      eventOffset: offset,
    });
    // The last day before today is still being worked on.
    if (dueOn >= addDays(today, -2)) continue;
    const closer = owner.id === chair.id ? leader : chair;
    if (closer.id === owner.id) continue;
    await actionHandlers.close(
      { id, meetingId: null, evidence: '已按期完成' },
      sampleCommand(writer, closer, dueOn < planned ? planned : dueOn),
    );
  }
}
