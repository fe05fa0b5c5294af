import type { PayContent } from '#shared/features/pay/pay.content.ts';

/** Seller: steps on all vehicles, shares, coefficient by attainment. */
const seller: PayContent = {
  unit: 'deal',
  baseFen: 350_000,
  stepKind: 'all',
  steps: [
    { from: 1, to: 4, amountFen: 40_000 },
    { from: 5, to: 8, amountFen: 60_000 },
    { from: 9, to: null, amountFen: 80_000 },
  ],
  shares: [
    { of: 'insurance', basisPoints: 300 },
    { of: 'finance', basisPoints: 800 },
    { of: 'accessory', basisPoints: 500 },
  ],
  coefficients: [
    { fromBasisPoints: 0, belowBasisPoints: 6000, basisPoints: 8000 },
    { fromBasisPoints: 6000, belowBasisPoints: 10_000, basisPoints: 10_000 },
    { fromBasisPoints: 10_000, belowBasisPoints: null, basisPoints: 12_000 },
  ],
  coefficientOn: 'commission',
  capFen: null,
  welfare: [
    { name: '餐补', amountFen: 30_000, inCash: true },
    { name: '话费补贴', amountFen: 10_000, inCash: true },
    { name: '单人宿舍', amountFen: 60_000, inCash: false },
  ],
};

/** Service adviser: each step pays for its own orders only, with a cap. */
const adviser: PayContent = {
  unit: 'visit',
  baseFen: 380_000,
  stepKind: 'above',
  steps: [
    { from: 1, to: 40, amountFen: 1000 },
    { from: 41, to: 80, amountFen: 2000 },
    { from: 81, to: null, amountFen: 3000 },
  ],
  shares: [
    { of: 'labour', basisPoints: 200 },
    { of: 'parts', basisPoints: 100 },
  ],
  coefficients: [],
  coefficientOn: 'commission',
  capFen: 900_000,
  welfare: [{ name: '餐补', amountFen: 30_000, inCash: true }],
};

const meals = { name: '餐补', amountFen: 30_000, inCash: true };
const none = {
  stepKind: 'all',
  steps: [],
  shares: [],
  coefficients: [],
  coefficientOn: 'commission',
  capFen: null,
  welfare: [meals],
} as const satisfies Partial<PayContent>;
const byAttainment: PayContent['coefficients'] = [
  { fromBasisPoints: 0, belowBasisPoints: 8000, basisPoints: 6000 },
  { fromBasisPoints: 8000, belowBasisPoints: 10_000, basisPoints: 9000 },
  { fromBasisPoints: 10_000, belowBasisPoints: null, basisPoints: 12_000 },
];

/** Technician: hours at a rate that rises with them, and a small share of the labour. */
const technician: PayContent = {
  ...none,
  unit: 'hour',
  baseFen: 280_000,
  stepKind: 'above',
  steps: [
    { from: 1, to: 80, amountFen: 1600 },
    { from: 81, to: 140, amountFen: 2000 },
    { from: 141, to: null, amountFen: 2400 },
  ],
  shares: [{ of: 'labour', basisPoints: 300 }],
  welfare: [meals, { name: '高温补贴', amountFen: 20_000, inCash: true }],
};

/** Sales manager: bonus by attainment of the department's goal, so much for each vehicle, a share of its insurance. */
const salesManager: PayContent = {
  ...none,
  unit: 'deal',
  scope: 'department',
  baseFen: 600_000,
  bonusFen: 400_000,
  steps: [{ from: 1, to: null, amountFen: 8000 }],
  shares: [{ of: 'insurance', basisPoints: 50 }],
  coefficients: byAttainment,
};

const serviceManager: PayContent = {
  ...none,
  unit: 'visit',
  scope: 'department',
  baseFen: 580_000,
  bonusFen: 350_000,
  shares: [
    { of: 'labour', basisPoints: 80 },
    { of: 'parts', basisPoints: 40 },
  ],
  coefficients: byAttainment,
};

const fixed = (baseFen: number): PayContent => ({ ...none, unit: 'fixed', baseFen });

/** Rules by the name of the post. */
export const samplePayRules: Readonly<Record<string, PayContent>> = {
  总经理: fixed(1_500_000),
  行政内勤: fixed(420_000),
  销售经理: salesManager,
  销售顾问: seller,
  销售内勤: fixed(430_000),
  售后经理: serviceManager,
  服务顾问: adviser,
  维修技师: technician,
  质检员: fixed(520_000),
  市场经理: fixed(680_000),
  市场专员: fixed(480_000),
  客服主管: fixed(560_000),
  客服专员: fixed(420_000),
  财务经理: fixed(750_000),
  出纳: fixed(450_000),
  配件主管: fixed(560_000),
  配件员: fixed(430_000),
};
