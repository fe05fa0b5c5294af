import { addDays, type Day } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf, yearOf, type Month } from '#shared/kernel/period.ts';
import type { Channel } from '#shared/features/channel-plan/channel-plan.contract.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { actionHandlers } from '../../action/action.handlers.ts';
import { raiseAction } from '../../action/action.raise.ts';
import { readYear } from '../../channel-plan/channel-plan.repository.ts';
import { sampleWorkers, type Worker, type Workers } from '../quality/sample-shop.ts';
import { sampleCommand } from '../sample-command.ts';
import type { SampleOptions } from '../sample-world.ts';

type Planned = {
  /** Post of who answers for the channel. */
  readonly owner: string;
  /** Budget of a month in yuan, without events. */
  readonly budget: number;
  /** Work of a week in turn: what, and how it is checked. */
  readonly weekly: readonly (readonly [text: string, check: string])[];
  readonly note: string;
};

const plans: Readonly<Record<Exclude<Channel, 'other'>, Planned>> = {
  showroom: {
    owner: '销售经理',
    budget: 6000,
    weekly: [
      ['展车清洁、资料补齐，晨会抽查讲解', '看晨会记录'],
      ['进店客户当天留电话，次日回访', '看回访记录'],
      ['周末试驾预约 6 组', '看试驾登记'],
      ['未成交客户逐个复盘，定下次跟进日期', '看线索列表'],
    ],
    note: '以进店留资和试驾为主，不打价格战。',
  },
  online: {
    owner: '市场专员',
    budget: 12_000,
    weekly: [
      ['短视频两条，挂车型留资', '看后台数据'],
      ['网销线索 15 分钟内回电', '看通话记录'],
      ['电话邀约到店 20 组', '看邀约名单'],
      ['投放按周复盘，停掉高成本计划', '看投放报表'],
    ],
    note: '按每条线索成本控制投放，单条不超过 500 元。',
  },
  secondDealer: {
    owner: '销售经理',
    budget: 4000,
    weekly: [
      ['走访两家二级网点，核对库存和订单', '看走访表'],
      ['送新车型资料和报价到各网点', '看签收'],
    ],
    note: '保证交期，返利按月结清。',
  },
  fleet: {
    owner: '销售经理',
    budget: 5000,
    weekly: [
      ['拜访两家车队，更新用车计划', '看拜访记录'],
      ['跟进在谈车队的金融方案', '看方案'],
    ],
    note: '以在谈车队的更新计划为准，提前两个月报价。',
  },
  referral: {
    owner: '客服主管',
    budget: 3000,
    weekly: [
      ['交车满 30 天客户回访，征求转介绍', '看回访记录'],
      ['转介绍礼品当月兑现', '看领取登记'],
    ],
    note: '老客户介绍成交，每台礼品 500 元以内。',
  },
  event: {
    owner: '市场经理',
    budget: 2000,
    weekly: [['核对活动线索跟进，24 小时内全部回电', '看线索列表']],
    note: '活动的预算和支出在“关键事项”里，这里只记活动以外的费用。',
  },
};

const channelsPlanned = Object.keys(plans) as (keyof typeof plans)[]; // the keys of a literal object

/** What was spent of a month's budget, in percent, by the month's number. */
const spentPercent = [92, 104, 88, 97, 101, 95] as const;

/** Fen; two thirds of the budget in the month that runs, nothing entered ahead. */
function costOf(yuan: number, month: Month, now: Month): number | null {
  if (month > now) return null;
  const percent = month === now ? 66 : (spentPercent[Number(month.slice(5)) % spentPercent.length] ?? 100);
  return yuan * percent;
}

type Goals = { readonly goalLeads: number; readonly goalOrders: number };

/** What was wanted of what the month brought, in percent, in turn. */
const wantedPercent = [95, 108, 115, 90, 102, 120] as const;

/** Goals near what the month brought, or the same month of the year before: some reached, some not. */
function goalsOf(
  brought: { readonly leads: number; readonly orders: number } | undefined,
  turn: number,
): Goals {
  const percent = wantedPercent[turn % wantedPercent.length] ?? 100;
  return {
    goalLeads: Math.max(1, Math.ceil(((brought?.leads ?? 0) * percent) / 100)),
    goalOrders: Math.max(1, Math.ceil(((brought?.orders ?? 0) * percent) / 100)),
  };
}

type Desk = { readonly writer: Writer; readonly workers: Workers; readonly today: Day };

/** The week's work of a month: what was due is closed, what is due now is open. */
async function addActions(
  { writer, workers, today }: Desk,
  plan: { readonly id: number; readonly month: Month; readonly weekly: Planned['weekly'] },
  owner: Worker,
): Promise<void> {
  const { first, last } = monthDays(plan.month);
  const begin = addDays(first, -2) < today ? addDays(first, -2) : today;
  const closer = workers.first('总经理');
  for (const [index, [text, check]] of plan.weekly.entries()) {
    const step = Math.floor(28 / plan.weekly.length);
    const wished = addDays(first, step * (index + 1) - 2);
    const dueOn = wished > last ? last : wished;
    const { id } = await raiseAction(sampleCommand(writer, owner, begin), {
      text,
      check,
      ownerId: owner.id,
      dueOn,
      channelPlanId: plan.id,
    });
    if (dueOn < addDays(today, -2) && owner.id !== closer.id)
      await actionHandlers.close(
        { id, meetingId: null, evidence: '已检查，按计划完成' },
        sampleCommand(writer, closer, dueOn),
      );
  }
}

/**
 * 渠道工作计划 of the sample: last year's and this one's, a month ahead; goals by what the channels brought, cost until last
 * month, the weekly work of the latest months as action items.
 */
export async function addChannelPlans(
  { writer, sqlite }: { readonly writer: Writer; readonly sqlite: Sqlite },
  { today }: Pick<SampleOptions, 'today'>,
): Promise<void> {
  const desk = { writer, workers: sampleWorkers(sqlite), today };
  const now = monthOf(today);
  const year = yearOf(today);
  const end = addMonthsTo(now, 1) > `${year}-12` ? addMonthsTo(now, 1) : `${year}-12`;
  for (const [turn, channel] of channelsPlanned.entries()) {
    const { owner: post, budget, weekly, note } = plans[channel];
    const owner = desk.workers.first(post);
    const actual = new Map<Month, { readonly leads: number; readonly orders: number }>();
    for (const one of [year - 1, year])
      for (const line of (await readYear(writer, one, channel)).months) actual.set(line.month, line);
    for (let month: Month = `${year - 1}-01`; month <= end; month = addMonthsTo(month, 1)) {
      const at = `${addDays(monthDays(month).first, -3)}T02:00:00.000Z`;
      const written = at.slice(0, 10) < today ? at : `${today}T00:00:00.000Z`;
      const { id } = await writer
        .insertInto('channelPlan')
        .values({
          createdAt: written,
          updatedAt: written,
          removedAt: null,
          month,
          channel,
          personId: owner.id,
          ...goalsOf(
            actual.get(month < now ? month : addMonthsTo(month, -12)),
            turn + Number(month.slice(5)),
          ),
          budgetFen: budget * 100,
          costFen: costOf(budget, month, now),
          note,
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      if (month >= addMonthsTo(now, -1) && month <= addMonthsTo(now, 1))
        await addActions(desk, { id, month, weekly }, owner);
    }
  }
}
