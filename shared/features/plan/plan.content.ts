import { z } from 'zod';

/**
 * 年度经营计划 the annual plan as data: one content per part, so that several people write in different parts at once.
 * Money in whole fen, rates are computed, numbers may be null while they are not known: never a silent 0.
 */

/** Parts in the order of the book. */
export const planParts = [
  'opening', // 年度主题与卷首语
  'closing', // 当年决算
  'market', // 来年市场分析
  'staffing', // 人力资源规划
  'pay', // 薪酬福利设计
  'goals', // 目标
  'measures', // 实现措施
  'investment', // 投资战略
  'talent', // 人才战略
  'customer', // 客户战略
] as const;
export type PlanPart = (typeof planParts)[number];

/** Parts that carry measures: the plan's own and one list per strategy. */
export const measureParts = ['measures', 'investment', 'talent', 'customer'] as const;

const key = z.string().regex(/^[a-z0-9]{1,32}$/u);
const line = z.string().max(300);
const words = z.string().max(4000);
const count = z.number().int().min(0).max(100_000_000).nullable();
const money = z.number().int().min(0).max(1_000_000_000_000).nullable();

/** Running text: `**words**` are bold. */
const paragraph = z.strictObject({ kind: z.literal('paragraph'), key, text: words });
const heading = z.strictObject({ kind: z.literal('heading'), key, level: z.enum(['1', '2']), text: line });
const list = z.strictObject({
  kind: z.literal('list'),
  key,
  ordered: z.boolean(),
  items: z.array(z.string().max(1000)).max(60),
});
const grid = {
  key,
  caption: line,
  columns: z.array(line).min(1).max(8),
  rows: z.array(z.array(z.string().max(500)).max(8)).max(80),
};
const table = z.strictObject({ kind: z.literal('table'), ...grid });
/** First column: categories; each other column is a series, its cells numbers with at most two decimals or empty. */
const chart = z.strictObject({
  kind: z.literal('chart'),
  ...grid,
  unit: z.string().max(20),
  look: z.enum(['bar', 'line']),
});
const block = z.discriminatedUnion('kind', [paragraph, heading, list, table, chart]);
export type PlanBlock = z.infer<typeof block>;
export type PlanBlockOf<Kind extends PlanBlock['kind']> = Extract<PlanBlock, { kind: Kind }>;
const blocks = z.array(block).max(80);

/** 措施 a measure: what, who, until when, how it is checked, which goals of the year it serves. */
const measure = z.strictObject({
  key,
  text: z.string().max(500),
  ownerId: z.number().int().positive().nullable(),
  dueOn: z.iso.date().nullable(),
  check: line,
  /** Indicators of the year's goals. */
  goals: z.array(z.string().max(60)).max(20),
});
export type Measure = z.infer<typeof measure>;
const measures = z.array(measure).max(60);

/** 细分市场 one segment: the region's market this year and expected, the store's own share of it. Units: vehicles. */
const marketRow = z.strictObject({
  key,
  name: line,
  sizeNow: count,
  ownNow: count,
  sizeNext: count,
  ownNext: count,
});
export type MarketRow = z.infer<typeof marketRow>;

const competitorRow = z.strictObject({
  key,
  name: line,
  brands: line,
  units: count,
  strengths: z.string().max(500),
  weaknesses: z.string().max(500),
  answer: z.string().max(500),
});
/** 政策. */
const policyRow = z.strictObject({
  key,
  name: line,
  from: line,
  effect: z.string().max(500),
  answer: z.string().max(500),
});
/** 客户群. */
const groupRow = z.strictObject({
  key,
  name: line,
  count,
  needs: z.string().max(500),
  offer: z.string().max(500),
});
const swot = z.strictObject({ strengths: words, weaknesses: words, opportunities: words, threats: words });
export const swotFields = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const;

const months = z.array(z.number().int().min(0).max(1000)).length(12);
/** 岗位编制 one post: people at the year's beginning, hired and leaving by month, cost per person and month. */
const staffRow = z.strictObject({
  key,
  department: line,
  post: line,
  people: z.number().int().min(0).max(10_000),
  hired: months,
  leaving: months,
  monthlyCostFen: money,
});
export type StaffRow = z.infer<typeof staffRow>;

/** 投资项目: paid in a month of the year, earning from some months later, for so many months. */
const investmentRow = z.strictObject({
  key,
  name: line,
  amountFen: money,
  paidMonth: z.number().int().min(1).max(12).nullable(),
  /** Months from the payment to the first return; at least 1. */
  delayMonths: z.number().int().min(1).max(120).nullable(),
  incomeFen: money,
  costFen: money,
  lifeMonths: z.number().int().min(1).max(600).nullable(),
});
export type InvestmentRow = z.infer<typeof investmentRow>;

/** What each part holds. */
const partSchemas = {
  opening: z.strictObject({ theme: line, blocks }),
  /** Comments by the key of a figure. */
  closing: z.strictObject({ comments: z.record(z.string().max(60), z.string().max(1000)), blocks }),
  market: z.strictObject({
    markets: z.array(marketRow).max(40),
    competitors: z.array(competitorRow).max(40),
    policies: z.array(policyRow).max(40),
    groups: z.array(groupRow).max(40),
    swot,
    blocks,
  }),
  staffing: z.strictObject({ posts: z.array(staffRow).max(120), blocks }),
  pay: z.strictObject({ blocks }),
  goals: z.strictObject({ blocks }),
  measures: z.strictObject({ measures, blocks }),
  investment: z.strictObject({ investments: z.array(investmentRow).max(40), measures, blocks }),
  talent: z.strictObject({ measures, blocks }),
  customer: z.strictObject({ measures, blocks }),
} as const satisfies Record<PlanPart, z.ZodType>;

export type PlanPartContents = { readonly [Part in PlanPart]: z.infer<(typeof partSchemas)[Part]> };
export type MarketContent = PlanPartContents['market'];

/** One part with its content: what is saved at once. */
export const partChange = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('opening'), content: partSchemas.opening }),
  z.strictObject({ part: z.literal('closing'), content: partSchemas.closing }),
  z.strictObject({ part: z.literal('market'), content: partSchemas.market }),
  z.strictObject({ part: z.literal('staffing'), content: partSchemas.staffing }),
  z.strictObject({ part: z.literal('pay'), content: partSchemas.pay }),
  z.strictObject({ part: z.literal('goals'), content: partSchemas.goals }),
  z.strictObject({ part: z.literal('measures'), content: partSchemas.measures }),
  z.strictObject({ part: z.literal('investment'), content: partSchemas.investment }),
  z.strictObject({ part: z.literal('talent'), content: partSchemas.talent }),
  z.strictObject({ part: z.literal('customer'), content: partSchemas.customer }),
]);
export type PartChange = z.infer<typeof partChange>;

/** A plan that nobody has written in yet. */
export const emptyParts: PlanPartContents = {
  opening: { theme: '', blocks: [] },
  closing: { comments: {}, blocks: [] },
  market: {
    markets: [],
    competitors: [],
    policies: [],
    groups: [],
    swot: { strengths: '', weaknesses: '', opportunities: '', threats: '' },
    blocks: [],
  },
  staffing: { posts: [], blocks: [] },
  pay: { blocks: [] },
  goals: { blocks: [] },
  measures: { measures: [], blocks: [] },
  investment: { investments: [], measures: [], blocks: [] },
  talent: { measures: [], blocks: [] },
  customer: { measures: [], blocks: [] },
};
