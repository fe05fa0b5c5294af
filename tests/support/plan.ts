import type { DeskClient } from '#renderer/transport/client.ts';
import type { PlanBlock, PlanPartContents } from '#shared/features/plan/plan.content.ts';

const noMonths = (): number[] => Array.from({ length: 12 }, () => 0);
const inMonths = (counts: Readonly<Record<number, number>>): number[] =>
  noMonths().map((none, index) => counts[index + 1] ?? none);

const words: PlanBlock[] = [
  { kind: 'heading', key: 'h1', level: '1', text: '为什么' },
  { kind: 'paragraph', key: 'p1', text: '今年**牵引车**的份额是根本，先守住老客户，再谈新线路。' },
  { kind: 'heading', key: 'h2', level: '2', text: '三件事' },
  {
    kind: 'list',
    key: 'l1',
    ordered: true,
    items: ['守住**大客户**', '做好二手车置换', '把服务吸收率提到六成'],
  },
  {
    kind: 'table',
    key: 't1',
    caption: '车型结构',
    columns: ['车型', '今年', '来年'],
    rows: [
      ['牵引车', '320', '360'],
      ['自卸车', '80', '90'],
    ],
  },
  {
    kind: 'chart',
    key: 'c1',
    caption: '季度销量',
    unit: '台',
    look: 'bar',
    columns: ['季度', '今年', '来年'],
    rows: [
      ['一季度', '110', '125'],
      ['二季度', '120', '132.5'],
      ['三季度', '90', ''],
    ],
  },
];

/** A whole plan of a year that can be submitted; `ownerId` answers for everything. */
export const wholePlan = (ownerId: number, year = 2027): PlanPartContents => {
  const measure = (key: string, text: string, month: string) => ({
    key,
    text,
    ownerId,
    dueOn: `${year}-${month}-20`,
    check: '月例会看数',
    goals: ['orders'],
  });
  return {
    opening: { theme: '守住大客户，做强服务', blocks: words },
    closing: { comments: { orders: '三季度断货，少卖二十台。' }, blocks: words },
    market: {
      markets: [
        { key: 'm1', name: '牵引车', sizeNow: 3200, ownNow: 320, sizeNext: 3300, ownNext: 360 },
        { key: 'm2', name: '自卸车', sizeNow: 900, ownNow: 80, sizeNext: null, ownNext: 90 },
        { key: 'm3', name: '新能源轻卡', sizeNow: 0, ownNow: 0, sizeNext: 400, ownNext: 30 },
      ],
      competitors: [
        {
          key: 'k1',
          name: '北环卡车城',
          brands: '远途、力达',
          units: 410,
          strengths: '场地大，现车多',
          weaknesses: '售后只有四个工位',
          answer: '服务套餐换首保',
        },
      ],
      policies: [
        {
          key: 'y1',
          name: '国四淘汰补贴',
          from: '2027-01',
          effect: '置换需求提前',
          answer: '一季度做置换专场',
        },
      ],
      groups: [{ key: 'g1', name: '快递车队', count: 26, needs: '出勤率', offer: '夜间保养' }],
      swot: {
        strengths: '服务能力强',
        weaknesses: '二手车弱',
        opportunities: '置换补贴',
        threats: '厂家直营',
      },
      blocks: words,
    },
    staffing: {
      posts: [
        {
          key: 's1',
          department: '销售部',
          post: '销售顾问',
          people: 8,
          hired: inMonths({ 3: 2 }),
          leaving: inMonths({ 6: 1 }),
          monthlyCostFen: 950_000,
        },
        {
          key: 's2',
          department: '售后部',
          post: '维修技师',
          people: 12,
          hired: inMonths({ 2: 1, 9: 1 }),
          leaving: noMonths(),
          monthlyCostFen: 880_033,
        },
      ],
      blocks: words,
    },
    pay: { blocks: words },
    goals: { blocks: words },
    measures: {
      measures: [measure('a1', '每周走访两家车队', '03'), measure('a2', '建二手车评估流程', '05')],
      blocks: words,
    },
    investment: {
      investments: [
        {
          key: 'i1',
          name: '重卡专用工位两个',
          amountFen: 36_000_000,
          paidMonth: 3,
          delayMonths: 2,
          incomeFen: 4_500_000,
          costFen: 1_500_000,
          lifeMonths: 60,
        },
        {
          key: 'i2',
          name: '洗车机',
          amountFen: 8_000_000,
          paidMonth: 5,
          delayMonths: 1,
          incomeFen: 200_000,
          costFen: 200_000,
          lifeMonths: 60,
        },
        {
          key: 'i3',
          name: '展厅灯光',
          amountFen: null,
          paidMonth: null,
          delayMonths: 1,
          incomeFen: null,
          costFen: null,
          lifeMonths: null,
        },
      ],
      measures: [measure('b1', '两个工位五月投用', '05')],
      blocks: words,
    },
    talent: { measures: [measure('c1', '选三名内训师', '02')], blocks: words },
    customer: { measures: [measure('d1', '前五十名客户一户一策', '04')], blocks: words },
  };
};

/** The same, with nothing left open. */
export const completePlan = (ownerId: number, year = 2027): PlanPartContents => {
  const whole = wholePlan(ownerId, year);
  return {
    ...whole,
    investment: { ...whole.investment, investments: whole.investment.investments.slice(0, 2) },
  };
};

/** Puts goals of the store in force: twelve months each. */
export async function putGoals(
  client: DeskClient,
  year: number,
  goals: Readonly<Record<string, readonly number[]>>,
): Promise<void> {
  const { id: planId, version } = await client.goal.openDraft({ year, reason: '年度计划' });
  const cells = Object.entries(goals).flatMap(([indicator, months]) =>
    months.map((value, index) => ({
      indicator,
      row: 'store',
      period: `${year}-${String(index + 1).padStart(2, '0')}`,
      value,
      seen: null,
    })),
  );
  await client.goal.set({ planId, mode: 'topDown', cells });
  await client.goal.enforce({ planId, version, reason: '年度计划' });
}
