import type { CommandContext } from '#electron/kernel/handler.ts';
import { partnerAgreementFields, partnerFields } from '#shared/features/partner/partner.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { addMonthsTo, monthDays, monthOf } from '#shared/kernel/period.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { createRecord } from '#electron/kernel/record/record-handlers.ts';
import { issueCards } from '../partner/partner.issuing.ts';
import { partnerAgreementRecord, partnerRecord } from '../partner/partner.record.ts';
import { redeemCard } from '../partner/partner.redeeming.ts';
import { balanceOfCard, findCard, unitOfCard } from '../partner/partner.repository.ts';
import { agreeSettlement, paySettlement } from '../partner/partner.settling.ts';
import { settlementView } from '../partner/partner.settlement-reading.ts';
import { receiveCards } from '../partner/partner.stocking.ts';
import { sampleRandom } from './sample-random.ts';
import type { SampleOptions } from './sample-world.ts';

type Terms = Partial<InputOf<typeof partnerAgreementFields>>;

/** Partners of a truck dealer: name, kind, contact, kind of card and its terms. */
const partners: readonly (readonly [string, string, string, string, Terms])[] = [
  [
    '中石化南岭东站',
    '加油',
    '周站长',
    '加油卡 200 元',
    { faceFen: 20_000, rebateHundredths: 150, monthQuota: 40 },
  ],
  [
    '安达轮胎',
    '轮胎',
    '钱经理',
    '轮胎抵用卡 300 元',
    { faceFen: 30_000, bearer: 'shared', storeShareHundredths: 4_000, rebateHundredths: 300, totalQuota: 60 },
  ],
  [
    '捷洁大车洗车',
    '洗车',
    '孙老板',
    '洗车卡 3 次',
    { unit: 'times', faceTimes: 3, timeFen: 6_000, numbering: 'stock', useFen: 200, validDays: 45 },
  ],
  [
    '南岭物流园停车场',
    '停车',
    '吴主管',
    '停车卡 100 元',
    { faceFen: 10_000, bearer: 'partner', rebateHundredths: 500 },
  ],
  [
    '高速 ETC 服务网点',
    '通行费 · ETC',
    '郑主任',
    'ETC 通行卡 500 元',
    { faceFen: 50_000, cardFen: 500, perCustomer: 2 },
  ],
];

const empty = (
  fields: typeof partnerFields | typeof partnerAgreementFields,
): Record<string, string | number | null> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, 'initial' in field ? field.initial : null]),
  );

/** 合作卡: five partners with an agreement each, cards given to members, two months settled and the present one running. */
export async function addPartners(writer: Writer, { seed, today }: SampleOptions): Promise<void> {
  const random = sampleRandom(seed, 'partners');
  let day: Day = today;
  const context: CommandContext = {
    writer,
    clock: { now: () => `${day}T06:00:00.000Z`, today: () => day },
    actor: { personId: 1, name: '', roles: ['owner'], language: 'zh-CN', sessionKey: '' },
    scope: 'all',
    signal: undefined,
    changed: () => undefined,
    tell: () => undefined,
    afterCommit: () => undefined,
  };
  const kinds = await writer.selectFrom('partnerKind').select(['id', 'name']).execute();
  const members = await writer
    .selectFrom('membership')
    .select('customerId')
    .where('state', '=', 'active')
    .orderBy('id')
    .limit(24)
    .execute();
  if (members.length === 0) return;
  const running = monthOf(today);
  const months = [addMonthsTo(running, -2), addMonthsTo(running, -1), running];
  const begin = monthDays(months[0] ?? running).first;
  const agreements: { id: number; partnerId: number; name: string }[] = [];
  for (const [name, kind, contact, cardName, terms] of partners) {
    day = begin;
    const partnerId = await createRecord(context, partnerRecord, {
      ...empty(partnerFields),
      name,
      kindId: kinds.find((one) => one.name === kind)?.id ?? 1,
      contact,
      phone: `1380000${String(2100 + agreements.length)}`,
      address: '南岭市物流大道',
      personId: 1,
    });
    const id = await createRecord(context, partnerAgreementRecord, {
      ...empty(partnerAgreementFields),
      partnerId,
      cardName,
      validFrom: begin,
      // The first ends soon, so that the desk has something to tell.
      validTo: agreements.length === 0 ? addDays(today, 20) : addDays(today, 300),
      ...terms,
    });
    agreements.push({ id, partnerId, name });
    if (terms.numbering === 'stock')
      await receiveCards(
        context,
        partnerId,
        '首批',
        Array.from({ length: 60 }, (_, at) => `XC${String(10_001 + at)}`),
      );
  }
  for (const [turn, month] of months.entries()) {
    const { first, last } = monthDays(month);
    for (const [at, { id }] of agreements.entries()) {
      day = addDays(first, Math.min(2, Math.max(0, Number(today.slice(8)) - 1)));
      if (day > today) day = today;
      const chosen = members.filter((_, n) => n % agreements.length === (at + turn) % agreements.length);
      const { cards } = await issueCards(context, {
        key: `sample:${id}:${month}`,
        agreementId: id,
        customerIds: chosen.map(({ customerId }) => customerId),
        each: 1,
        numbers: [],
        reason: random.pick(['tierBenefit', 'campaign', 'sale'] as const),
        note: null,
      });
      const end = last < today ? last : today;
      for (const { id: cardId } of cards) {
        if (!random.chance(0.6)) continue;
        const card = await findCard(writer, cardId);
        if (!card) continue;
        const balance = balanceOfCard(card);
        const quantity =
          unitOfCard(card) === 'times' ? 1 : random.chance(0.5) ? balance : Math.floor(balance / 300) * 100;
        if (quantity > 0)
          await redeemCard(context, {
            card,
            quantity,
            onDay: end,
            receiptKey: `${month}-${cardId}`,
            note: null,
          });
      }
    }
    if (last >= today) continue;
    // Settled early in the month after; the newest of the two is agreed and not paid yet.
    day = addDays(last, 6) > today ? today : addDays(last, 6);
    for (const { partnerId } of agreements) {
      const view = await settlementView(writer, { partnerId, month }, day, 'zh-CN');
      if (view.blocked) continue;
      const { id } = await agreeSettlement(context, {
        partnerId,
        month,
        seenNetFen: view.netFen,
        note: null,
      });
      if (turn === 0) await paySettlement(context, { id, onDay: day, account: '基本户' });
    }
  }
}
