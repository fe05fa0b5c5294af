import { z } from 'zod';

/**
 * What a membership grants (会员制度), kept as JSON of an edition with the day from which it holds. Money in whole fen, rates in
 * basis points. Glossary: 等级 tier, 积分 points, 储值 stored value (本金 principal, 赠送 bonus), 权益 benefit.
 */

const whole = (max: number, min = 0) =>
  z
    .number({ error: 'required' })
    .int({ error: 'not-whole' })
    .min(min, { error: 'too-small' })
    .max(max, { error: 'too-large' });
/** Dearest amount of a rule: ten million yuan. */
const fen = whole(1_000_000_000);
const name = z.string().trim().min(1, { error: 'required' }).max(30, { error: 'too-long' });

const benefitSchema = z.strictObject({
  name,
  /** How often a member of the tier has it in twelve months. */
  perYear: whole(50, 1),
  /** Its price in the store, for who gets it. */
  worthFen: fen,
  /** What it costs the store. */
  costFen: fen,
});

const tierSchema = z.strictObject({
  name,
  /** 门槛: sales that counted within the last twelve months. The first tier begins at 0. */
  fromFen: fen,
  /** 保级: who has the tier keeps it from so much on; empty: from the threshold. */
  keepFen: fen.nullable().default(null),
  /** 宽限: months for which the tier stays after the sales fell below. */
  graceMonths: whole(36).default(0),
  /** Points for each whole 100 yuan of a sale; parts of a point are dropped. */
  pointsPer100: whole(10_000),
  /** 工时折扣: taken off labour, in basis points. */
  labourDiscountBp: whole(10_000),
  benefits: z.array(benefitSchema).max(10),
  /** 会费: what buys the tier whatever the sales, and for how many months; 0: it is not sold. */
  priceFen: fen.default(0),
  priceMonths: whole(60, 1).default(12),
});
export type Tier = z.output<typeof tierSchema>;

/** 套餐 for sale: so many times of one thing at one price. */
const offerSchema = z.strictObject({
  name,
  times: whole(999, 1),
  priceFen: whole(1_000_000_000, 1),
  /** List price of one time. */
  unitFen: whole(1_000_000_000, 1),
  /** It can be used for so many months. */
  months: whole(120, 1),
});
export type PackageOffer = z.output<typeof offerSchema>;

/** What is sold: 工时 labour, 配件 parts, 其他 other (charges of a repair order; accessories and services of an order), 整车 vehicle. */
export const goodsKinds = ['labour', 'parts', 'other', 'vehicle'] as const;
export type GoodsKind = (typeof goodsKinds)[number];

const goodsSchema = z.strictObject({
  /** 计分比例: the part of the amount that points are given for; 0: such a sale neither earns points nor counts for the tier. */
  pointsBp: whole(10_000),
  /** 毛利率 as the store knows it; empty: not stated. */
  marginBp: whole(10_000).nullable(),
});
export type Goods = z.output<typeof goodsSchema>;

/** What an edition without rules on what is sold says: everything earns alike, no margin is stated. */
const anyGoods: Goods = { pointsBp: 10_000, marginBp: null };
const plainGoods = { labour: anyGoods, parts: anyGoods, other: anyGoods, vehicle: anyGoods };

export const designContentSchema = z.strictObject({
  /** From the lowest to the highest. */
  tiers: z.array(tierSchema).min(1, { error: 'required' }).max(6),
  /** What one point pays, in fen. */
  pointFen: whole(10_000, 1),
  /** Points live so many months; bonus money too. Principal has no end (prudent rule, domain rules §7). */
  pointsMonths: whole(120, 1),
  bonusMonths: whole(120, 1),
  /** 充值赠送: from so much paid at once, so much bonus. */
  topUps: z.array(z.strictObject({ fromFen: fen, bonusBp: whole(10_000) })).max(10),
  /** 在售套餐; what was sold before stays as it was sold. */
  packages: z.array(offerSchema).max(20).default([]),
  goods: z
    .strictObject({ labour: goodsSchema, parts: goodsSchema, other: goodsSchema, vehicle: goodsSchema })
    .default(plainGoods),
  /** 让利上限: most that may be given back of the margin of what is sold; empty: no limit. */
  marginLimitBp: whole(10_000, 1).nullable().default(null),
  /** Above these a manager must post. */
  managerAboveFen: fen,
  managerAbovePoints: whole(100_000_000),
});
export type DesignContent = z.output<typeof designContentSchema>;

let lastRead: { readonly text: string; readonly content: DesignContent } | undefined;

/** An edition as it was stored; what editions of before did not say yet is what held then. The last one read is kept. */
export function readDesign(text: string): DesignContent {
  if (lastRead?.text !== text) lastRead = { text, content: designContentSchema.parse(JSON.parse(text)) };
  return lastRead.content;
}

const notSold = { priceFen: 0, priceMonths: 12 };

/** Comes with the program and holds until the store makes its own: a plain one, to be checked by the store. */
export const shippedDesign: DesignContent = {
  tiers: [
    {
      name: '普通',
      fromFen: 0,
      keepFen: null,
      graceMonths: 0,
      pointsPer100: 100,
      labourDiscountBp: 0,
      benefits: [],
      ...notSold,
    },
    {
      name: '银卡',
      fromFen: 1_000_000,
      keepFen: null,
      graceMonths: 0,
      pointsPer100: 150,
      labourDiscountBp: 500,
      benefits: [{ name: '免费安全检测', perYear: 2, worthFen: 20_000, costFen: 6_000 }],
      ...notSold,
    },
    {
      name: '金卡',
      fromFen: 5_000_000,
      keepFen: null,
      graceMonths: 0,
      pointsPer100: 200,
      labourDiscountBp: 1000,
      benefits: [
        { name: '免费安全检测', perYear: 4, worthFen: 20_000, costFen: 6_000 },
        { name: '免费道路救援', perYear: 1, worthFen: 80_000, costFen: 50_000 },
      ],
      ...notSold,
    },
  ],
  pointFen: 1,
  pointsMonths: 24,
  bonusMonths: 24,
  topUps: [
    { fromFen: 500_000, bonusBp: 500 },
    { fromFen: 2_000_000, bonusBp: 800 },
  ],
  packages: [],
  goods: plainGoods,
  marginLimitBp: null,
  managerAboveFen: 5_000_000,
  managerAbovePoints: 50_000,
};

/** The tier that sales of the last twelve months reach; the first where they are below 0 (more returned than bought). */
export function tierOf({ tiers }: Pick<DesignContent, 'tiers'>, salesFen: number): Tier {
  const reached = tiers.findLast(({ fromFen }) => salesFen >= fromFen) ?? tiers[0];
  if (!reached) throw new RangeError('a design without tiers');
  return reached;
}

/** Points of a sale: whole ones, for whole hundreds of yuan times the tier's rate, dropped below. */
export const pointsOf = (saleFen: number, { pointsPer100 }: Pick<Tier, 'pointsPer100'>): number =>
  Math.floor((saleFen * pointsPer100) / 10_000);

/** Whole fen by what they were paid for; what is not named is 0. */
export type GoodsSum = Readonly<Partial<Record<GoodsKind, number>>>;

/**
 * What a sale counts for: `saleFen` of what earns points at all, for the tier and for returns; `countedFen` of it by the shares
 * of the design, whole fen dropped below, for the points.
 */
export function countedOf(
  { goods }: Pick<DesignContent, 'goods'>,
  sold: GoodsSum,
): { readonly saleFen: number; readonly countedFen: number } {
  let saleFen = 0;
  let counted = 0;
  for (const kind of goodsKinds) {
    const fen = sold[kind] ?? 0;
    const { pointsBp } = goods[kind];
    if (pointsBp === 0) continue;
    saleFen += fen;
    counted += fen * pointsBp;
  }
  return { saleFen, countedFen: Math.floor(counted / 10_000) };
}

/** Bonus of a top-up: the highest step that is reached, whole fen dropped below. */
export function bonusOf({ topUps }: Pick<DesignContent, 'topUps'>, paidFen: number): number {
  const reached = topUps
    .filter(({ fromFen }) => paidFen >= fromFen)
    .toSorted((a, b) => a.fromFen - b.fromFen)
    .at(-1);
  return reached ? Math.floor((paidFen * reached.bonusBp) / 10_000) : 0;
}
