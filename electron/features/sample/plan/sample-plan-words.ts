import {
  emptyParts,
  type Measure,
  type PlanPartContents,
  type StaffRow,
} from '#shared/features/plan/plan.content.ts';
import { heading, list, paragraph } from './sample-plan-blocks.ts';
import { marketPart } from './sample-plan-market.ts';
import { staffingPart } from './sample-plan-staffing.ts';

/** Texts and figures of the sample's annual plans: one as it was approved for the present year, one being written for the next. */

/** Who answers for what, by post. */
export type PlanOwners = Readonly<
  Record<'sales' | 'service' | 'market' | 'care' | 'finance' | 'office', number>
>;

type Beginning = { readonly year: number; readonly owners: PlanOwners; readonly posts: readonly StaffRow[] };

/** Parts that both plans have; `step` lets the second go further than the first. */
function common({ year, owners, posts }: Beginning, step: number) {
  const measure = (
    key: string,
    text: string,
    ownerId: number,
    on: string,
    goals: readonly string[],
    check = '月例会看数',
  ): Measure => ({ key: `${key}${year}`, text, ownerId, dueOn: `${year}-${on}`, check, goals: [...goals] });
  const grown = (value: number): number => value + Math.round((value * step * 6) / 100);
  return {
    measure,
    market: marketPart(year, grown),
    staffing: staffingPart(posts),
    pay: {
      blocks: [
        heading('h1', '销售顾问'),
        list('l1', [
          '底薪不变，提成按月台数分档，越往上每台越高',
          '金融、保险、精品另算分成',
          '达成系数：八成以下打折，超过一成加奖',
        ]),
        heading('h2', '维修技师'),
        paragraph('p1', '工时提成加质量系数：返工扣当单，**三个月零返工**加一档。'),
        {
          kind: 'table' as const,
          key: 't1',
          caption: '福利',
          columns: ['项目', '标准', '何时'],
          rows: [
            ['工龄补贴', '每满一年每月 50 元', '入职周年次月'],
            ['高温补贴', '每月 200 元', '6～9 月'],
            ['体检', '一年一次', '4 月'],
          ],
        },
      ],
    },
    goals: {
      blocks: [paragraph('p1', '目标按去年各月节奏分解，三月、九月是高峰；先保订单，再保交车和回款。')],
    },
    measures: {
      measures: [
        measure('m1', '每周走访两家车队，记录在客户跟进里', owners.sales, '03-31', ['orders', 'leads']),
        measure('m2', '二手车评估当天出价，置换单独立项', owners.sales, '04-30', ['orders']),
        measure('m3', '夜间保养两班倒，干线车队优先', owners.service, '05-31', [
          'serviceVisits',
          'serviceRevenue',
        ]),
        measure(
          'm4',
          '线索十分钟内回电，超时第二天晨会通报',
          owners.market,
          '02-28',
          ['leads'],
          '抽查通话记录',
        ),
        measure('m5', '应收逾期三十天停单，财务每周一发名单', owners.finance, '01-31', [
          'receivablesCollected',
          'cashIn',
        ]),
      ],
      blocks: [paragraph('p1', '措施宁少勿多：**每项有人、有期限、有检查**，月例会逐项过。')],
    },
    investment: {
      investments: [
        {
          key: 'bays',
          name: '重卡快修工位两个',
          amountFen: 38_600_000,
          paidMonth: 3,
          delayMonths: 2,
          incomeFen: 4_600_000,
          costFen: 2_150_000,
          lifeMonths: 96,
        },
        {
          key: 'trial',
          name: '新能源试用车两台',
          amountFen: 24_000_000,
          paidMonth: 5,
          delayMonths: 1,
          incomeFen: 1_250_000,
          costFen: 380_000,
          lifeMonths: 48,
        },
      ],
      measures: [
        measure(
          'i1',
          '两个快修工位五月投用',
          owners.service,
          '05-31',
          ['serviceVisits', 'serviceRevenue'],
          '验收单',
        ),
        measure('i2', '试用车送进五家城配车队', owners.market, '06-30', ['orders', 'leads'], '试用协议'),
      ],
      blocks: [paragraph('p1', '只投两件事：把**修得快**做成招牌，把**新能源**试出来。不扩场地。')],
    },
    talent: {
      measures: [
        measure(
          't1',
          '选三名内训师，每月各讲一课',
          owners.office,
          '02-28',
          ['orders', 'serviceRevenue'],
          '培训签到',
        ),
        measure('t2', '两名主管后备跟岗半年', owners.office, '06-30', ['serviceRevenue'], '述职'),
      ],
      blocks: [paragraph('p1', '用人三句话：看本事、看担当、看徒弟。**带不出徒弟的不提拔。**')],
    },
  };
}

/** As the owner signed it. */
export function approvedPlan(given: Beginning): PlanPartContents {
  const { measure, ...parts } = common(given, 0);
  return {
    ...emptyParts,
    ...parts,
    opening: {
      theme: '守住大客户，修车比别人快',
      blocks: [
        paragraph(
          'p1',
          '市场不会再送增量给我们。这一年只做两件难事：**守住前五十名车队**，把进厂修车的时间减一半。',
        ),
        paragraph('p2', '数字是大家一起算出来的，每一项都有名字。做到了，年底兑现。'),
      ],
    },
    closing: {
      comments: {
        orders: '下半年追回来，全年与计划相当。',
        serviceRevenue: '夜班开了以后明显上升。',
        receivablesCollected: '两家车队账期拖长，已谈好分期。',
      },
      blocks: [paragraph('p1', '订单靠老客户，服务靠夜班。短板是二手车和线上。')],
    },
    customer: {
      measures: [
        measure('k1', '前五十名车队一户一策，每季度老板拜访一次', given.owners.sales, '03-31', ['orders']),
        measure(
          'k2',
          '投诉两小时内回电，当天给方案',
          given.owners.care,
          '01-31',
          ['serviceVisits'],
          '投诉看板',
        ),
      ],
      blocks: [paragraph('p1', '客户分三层：大车队**一户一策**，城配车队做方案，个体车主做速度。')],
    },
  };
}

/** As it stands while it is written: some measures and the last strategy are still to come. */
export function plannedNext(given: Beginning): PlanPartContents {
  const { measure: _measure, ...parts } = common(given, 1);
  return {
    ...emptyParts,
    ...parts,
    opening: {
      theme: '修得快，换得起，跑得远',
      blocks: [paragraph('p1', '去年把修车做快了，今年把**置换**做成第二条腿。')],
    },
    closing: { comments: { leads: '线上线索多了，成交还没跟上。' }, blocks: [] },
    customer: {
      measures: [],
      blocks: [paragraph('p1', '还在讨论：置换客户的回访由客服做还是销售做。')],
    },
  };
}
