import { outlookOf, type WhatIf } from '#shared/features/income/income.rules.ts';
import { knownOf } from '#shared/features/income/income-rates.rules.ts';
import type { PayContent } from '#shared/features/pay/pay.content.ts';
import { paySlip } from '#shared/features/pay/pay.rules.ts';
import { addMonthsTo, monthDays, monthOf, type Month } from '#shared/kernel/period.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { readBasis } from '../income/income.basis.ts';
import { readEvidence } from '../income/income.evidence.ts';
import { insertWish, patchWish } from '../income/income.repository.ts';
import { insertPayRule } from '../pay/pay.repository.ts';
import { samplePayRules } from './sample-pay-rules.ts';
import type { SampleOptions } from './sample-world.ts';

const wanted = [
  { wishFen: 900_000, words: '年底想多跑两台，给孩子交学费。' },
  { wishFen: 1_200_000, words: null },
] as const;

/** 薪酬规则 of every post, agreements of two years, and two sellers' wishes for the month to come: those who delivered vehicles lately, by their own figures. */
export async function addPay(writer: Writer, { today, ownerName }: SampleOptions): Promise<void> {
  const now = `${today}T00:00:00.000Z`;
  const thisMonth = monthOf(today);
  const fromMonth = `${today.slice(0, 4)}-01`;
  for (const [name, content] of Object.entries(samplePayRules)) {
    const post = await writer.selectFrom('post').select('id').where('name', '=', name).executeTakeFirst();
    if (!post) continue;
    const rule = { lineId: null, edition: 1, postId: post.id, createdAt: now, createdById: 1 }; // the owner
    // The years before paid five per cent less base.
    const earlier = { ...content, baseFen: Math.floor((content.baseFen * 95) / 10_000) * 100 };
    await insertPayRule(writer, {
      ...rule,
      fromMonth: addMonthsTo(fromMonth, -24),
      toMonth: addMonthsTo(fromMonth, -1),
      content: earlier,
      note: null,
    });
    await insertPayRule(writer, { ...rule, fromMonth, toMonth: null, content, note: '底薪上调 5%。' });
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
  await addAgreed(
    writer,
    sellers.slice(0, 4).map(({ id }) => id),
    thisMonth,
  );
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
    const { result } = outlookOf(rule.content, knownOf(basis, rule.content), month, what);
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

/** Quarters before this one that people agreed on with their manager. */
const quartersBack = 8;

/** 收入目标 that were agreed on in the two years before: a quarter each, near to what the person then reached. */
async function addAgreed(writer: Writer, people: readonly number[], thisMonth: Month): Promise<void> {
  const rules = await writer
    .selectFrom('pay')
    .innerJoin('post', 'post.id', 'pay.postId')
    .select(['pay.id', 'fromMonth', 'toMonth', 'content'])
    .where('post.name', '=', '销售顾问')
    .execute();
  for (const [at, personId] of people.entries())
    for (let back = quartersBack; back >= 1; back -= 1) {
      const fromMonth = addMonthsTo(thisMonth, -3 * back);
      const toMonth = addMonthsTo(fromMonth, 2);
      const rule = rules.find(
        (one) => one.fromMonth <= fromMonth && (one.toMonth === null || one.toMonth >= toMonth),
      );
      const { deal } = await readEvidence(writer, [personId], {
        from: monthDays(fromMonth).first,
        to: monthDays(toMonth).last,
      });
      if (!rule || deal.units < 3) continue;
      const paid = JSON.parse(rule.content) as PayContent; // written above
      const averages = Object.fromEntries(
        paid.shares.map(({ of }) => [of, Math.round((deal.sums[of] ?? 0) / deal.units)]),
      );
      // Every fourth quarter somebody promised one vehicle more a month than was reached.
      const units = Math.ceil(deal.units / 3) + ((back + at) % 4 === 0 ? 1 : 0);
      const months = [0, 1, 2].map((next) => ({
        month: addMonthsTo(fromMonth, next),
        units,
        incomeFen: paySlip(paid, units, { averages, goalUnits: units }).totalFen,
      }));
      const createdAt = `${monthDays(addMonthsTo(fromMonth, -1)).last}T02:00:00.000Z`;
      const wishFen = Math.floor((months[0]?.incomeFen ?? 0) / 50_000) * 50_000;
      const id = await insertWish(writer, {
        personId,
        payId: rule.id,
        unit: 'deal',
        fromMonth,
        toMonth,
        wishFen,
        months,
        what: { wishFen, goalUnits: units, averages, rates: {} },
        words: null,
        createdAt,
      });
      const isDeclined = (back + at) % 7 === 0;
      await patchWish(
        writer,
        { id, version: 1 },
        {
          updatedAt: createdAt,
          ...(isDeclined
            ? {
                state: 'declined',
                answerWords: '季度到车不足，先按月谈。',
                answeredById: 1,
                answeredAt: createdAt,
              }
            : { state: 'confirmed', decidedById: 1, decidedAt: createdAt }),
        },
      );
    }
}
