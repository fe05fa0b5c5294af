import { outlookOf, type WhatIf } from '#shared/features/income/income.rules.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import { addMonthsTo, monthOf } from '#shared/kernel/period.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { readBasis } from '../income/income.basis.ts';
import { insertWish } from '../income/income.repository.ts';
import { insertPayRule } from '../pay/pay.repository.ts';
import type { SampleOptions } from './sample-world.ts';

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

const wanted = [
  { wishFen: 900_000, words: '年底想多跑两台，给孩子交学费。' },
  { wishFen: 1_200_000, words: null },
] as const;

/** 薪酬规则 of the posts that sell and advise, and two sellers' wishes for the month to come: those who delivered vehicles lately, by their own figures. */
export async function addPay(writer: Writer, { today, ownerName }: SampleOptions): Promise<void> {
  const now = `${today}T00:00:00.000Z`;
  const thisMonth = monthOf(today);
  const fromMonth = `${today.slice(0, 4)}-01`;
  const rules = [
    ['销售顾问', seller],
    ['服务顾问', adviser],
  ] as const;
  for (const [name, content] of rules) {
    const post = await writer.selectFrom('post').select('id').where('name', '=', name).executeTakeFirst();
    if (!post) continue;
    await insertPayRule(writer, {
      lineId: null,
      edition: 1,
      postId: post.id,
      fromMonth,
      toMonth: null,
      content,
      note: null,
      createdAt: now,
      createdById: 1, // the owner
    });
  }
  const sellers = await writer
    .selectFrom('person')
    .innerJoin('post', 'post.id', 'person.postId')
    .select('person.id')
    .where('post.name', '=', '销售顾问')
    .where('person.leftOn', 'is', null)
    .orderBy('person.id')
    .execute();
  const actor = {
    personId: 1,
    name: ownerName,
    roles: ['owner'],
    language: 'zh-CN',
    sessionKey: '',
  } as const;
  let wishes = 0;
  for (const { id: personId } of sellers) {
    if (wishes === wanted.length) break;
    const basis = await readBasis({ reader: writer, scope: 'all', actor }, now, personId);
    const month = basis.months.find((one) => one.month === addMonthsTo(thisMonth, 1));
    const rule = basis.rules.find(({ id }) => id === month?.payId);
    if (!month || !rule) continue;
    const what: WhatIf = {
      wishFen: wanted[wishes]?.wishFen ?? 0,
      goalUnits: month.givenUnits === null ? 4 : null,
      averages: {},
      rates: {},
    };
    const { unit } = rule.content;
    const known = { own: basis.evidence[unit], peers: basis.peers[unit] };
    const { result } = outlookOf(rule.content, known, month, what);
    if (result?.solved.kind !== 'reached') continue;
    await insertWish(writer, {
      personId,
      payId: rule.id,
      unit,
      fromMonth: month.month,
      toMonth: month.month,
      wishFen: what.wishFen,
      months: [{ month: month.month, units: result.solved.units, incomeFen: result.solved.incomeFen }],
      what,
      words: wanted[wishes]?.words ?? null,
      createdAt: now,
    });
    wishes += 1;
  }
}
