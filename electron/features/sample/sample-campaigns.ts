import type { AnswerCode } from '#shared/features/campaign/campaign.fields.ts';
import { addDays, dayNumber, type Day } from '#shared/kernel/day.ts';
import { listInput, type ListFilter } from '#shared/rpc/record.contract.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { fromStored, readRow } from '#electron/kernel/record/record-repository.ts';
import { updateRecord } from '#electron/kernel/record/record-handlers.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { enterResponse } from '../campaign/campaign.entering.ts';
import { campaignRecord } from '../campaign/campaign.record.ts';
import { makeCampaign, previewCampaign, startCampaign } from '../campaign/campaign.starting.ts';
import { readCampaignTouches } from '../campaign/campaign.open.ts';
import { sampleWorkers } from './quality/sample-shop.ts';
import { auditedCommand, sampleCommand } from './sample-command.ts';
import { sampleRandom, weightedPick } from './sample-random.ts';
import type { SampleOptions } from './sample-world.ts';

type Wanted = {
  readonly name: string;
  readonly feature: string;
  readonly filters: readonly ListFilter[];
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly controlBp: number;
  readonly plan: Readonly<Record<string, string | number | null>>;
  /** How many customers were called, and on which days after the start. */
  readonly calls: number;
  readonly callDays: number;
};

const answers = weightedPick<AnswerCode>([
  ['accepted', 5],
  ['thinking', 4],
  ['noAnswer', 6],
  ['refused', 3],
  ['wrongNumber', 1],
]);

/** One campaign that is over, with its control group, and one that runs; both called about by customer care. */
const wanted = (today: Day): readonly Wanted[] => [
  {
    name: '秋季免费安全检查',
    feature: 'customer',
    filters: [{ field: 'kind', operator: 'is', value: 'person' }],
    startsOn: addDays(today, -75),
    endsOn: addDays(today, -31),
    controlBp: 2000,
    plan: {
      goal: '把久未到店的个人客户请回来做秋季检查',
      offer: '免费全车安全检查一次，检查后维修工时九折',
      script:
        '〔客户〕您好，我是〔门店〕的〔我〕。入秋了，我们为您准备了一次免费全车安全检查，您这周哪天方便过来？',
      fixedFen: 300_000,
      perHeadFen: 300,
      spentFen: 428_600,
    },
    calls: 90,
    callDays: 20,
  },
  {
    name: '会员冬季换油券',
    feature: 'membership',
    filters: [{ field: 'state', operator: 'is', value: 'active' }],
    startsOn: addDays(today, -6),
    endsOn: addDays(today, 38),
    controlBp: 1000,
    plan: {
      goal: '让会员在入冬前到店换冬季机油',
      offer: '冬季换油券一张，抵 200 元',
      script:
        '〔客户〕您好，我是〔门店〕的〔我〕。天冷了，给会员准备了一张 200 元换油券，今天就可以发到您的会员卡里，您要吗？',
      giftKind: 'voucher',
      giftName: '冬季换油券',
      giftFen: 20_000,
      giftTimes: 1,
      giftDays: 60,
      giftGoods: 'parts',
      fixedFen: 50_000,
      perHeadFen: 100,
    },
    calls: 14,
    callDays: 6,
  },
];

/** Triggers that are switched on. */
const switchedOn = ['noVisit', 'pointsExpiring'] as const;

/** 营销活动 of the sample, written by the feature itself. */
export async function addCampaigns(
  { writer, sqlite }: { readonly writer: Writer; readonly sqlite: Sqlite },
  { seed, today }: SampleOptions,
): Promise<void> {
  const random = sampleRandom(seed, 'campaigns');
  const people = sampleWorkers(sqlite);
  const owner = people.first('客服主管');
  for (const one of wanted(today)) {
    const on = (day: Day) => sampleCommand(writer, owner, day);
    const { name, controlBp, startsOn, endsOn } = one;
    const source = { feature: one.feature, list: listInput.parse({ filters: one.filters }) };
    const made = { source, controlBp, name, startsOn, endsOn };
    const { id } = await makeCampaign(on(startsOn), made, { seed: random.int(1, 1_000_000) });
    const row = await readRow(writer, campaignRecord, id);
    if (!row) continue;
    await updateRecord(on(startsOn), campaignRecord, id, null, {
      ...fromStored(campaignRecord, row),
      ...one.plan,
    });
    const { heads, controlHeads } = await previewCampaign(writer, on(startsOn), { id, controlBp });
    // A very small sample has nobody to ask; its campaigns stay drafts.
    if (heads === controlHeads) continue;
    await startCampaign(on(startsOn), { id, controlBp, seen: heads });
    const touches = await readCampaignTouches(writer, startsOn, 'zh-CN');
    const asked = touches.filter(({ reason }) => reason.campaignId === id).slice(0, one.calls);
    for (const [at, { customerId }] of asked.entries()) {
      const day = addDays(startsOn, Math.floor((at * one.callDays) / asked.length));
      const code = answers(random);
      const caller = people.onDuty(random, '客服专员', dayNumber(day));
      await enterResponse(sampleCommand(writer, caller, day), {
        customerId,
        campaignId: id,
        triggerId: null,
        code,
        words: '',
        nextOn: null,
        // The ledger runs up to today already; earlier gifts would be dated back.
        gives: false,
      });
    }
  }
  await giveToday({ writer, today }, people.onDuty(random, '客服专员', dayNumber(today)));
  await writer.updateTable('campaignTrigger').set({ active: 1 }).where('kind', 'in', switchedOn).execute();
}

/** Two members take the voucher of the running campaign today. */
async function giveToday(
  { writer, today }: { readonly writer: Writer; readonly today: Day },
  caller: { readonly id: number; readonly name: string },
): Promise<void> {
  const touches = await readCampaignTouches(writer, today, 'zh-CN');
  for (const { customerId, reason } of touches.filter((one) => one.reason.giftKind === 'voucher').slice(0, 2))
    await auditedCommand(writer, caller, today, {
      call: 'campaign.enter',
      work: async (context) =>
        enterResponse(context, {
          customerId,
          campaignId: reason.campaignId,
          triggerId: null,
          code: 'accepted',
          words: '今天就要',
          nextOn: null,
          gives: true,
        }),
    });
}
