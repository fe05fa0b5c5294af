import { DeskError, ruleViolated } from '#shared/rpc/desk-error.ts';
import { appendAudit } from '#electron/kernel/audit.ts';
import type { DeskDatabase } from '#electron/kernel/database.ts';
import type { AttachmentStore } from '#electron/kernel/attachment-store.ts';
import { registerRecords } from '#electron/kernel/record/record-registry.ts';
import { allRecords } from '#electron/records.ts';
import { makeSamplePhotos, makeSampleSignature } from './quality/sample-photos.ts';
import { addQuality } from './quality/sample-quality.ts';
import { addChannelPlans } from './plan/sample-channel-plans.ts';
import { addMeetings } from './plan/sample-meetings.ts';
import { addEventPlans } from './sample-event-plans.ts';
import { sampleBulk } from './sample-bulk.ts';
import { addGoalTrees } from './sample-goals.ts';
import { addCalls } from './sample-calls.ts';
import { addCampaigns } from './sample-campaigns.ts';
import { addMembers } from './sample-members.ts';
import { addPartners } from './sample-partners.ts';
import { addPay } from './sample-pay.ts';
import type { SampleRows, SampleSink } from './sample-rows.ts';
import { makeSample } from './sample-store.ts';
import { addTraining } from './training/sample-training.ts';
import { totalling, type SampleTotals } from './sample-totals.ts';
import type { SampleOptions } from './sample-world.ts';

export type SampleWriting = {
  /** Whole percent. */
  readonly progress?: (percent: number) => void;
  readonly signal?: AbortSignal | undefined;
};

/** How long the loop may hold the thread before others get a turn, in milliseconds. */
const breathEveryMs = 40;

/**
 * Writes the sample into a migrated database without records, and its photos beside: one transaction with the search index,
 * the audit rows of its signatures and members and one for the sample itself.
 * Errors: `rule-violated` store-not-empty; `cancelled` (nothing was written).
 */
export async function writeSample(
  { database, attachments }: { readonly database: DeskDatabase; readonly attachments: AttachmentStore },
  options: SampleOptions,
  { progress, signal }: SampleWriting = {},
): Promise<SampleTotals> {
  // Closing figures of the plans look their conditions up by feature; no core need be open here.
  registerRecords(allRecords);
  const photos = await makeSamplePhotos(attachments);
  const signature = await makeSampleSignature(attachments);
  return database.write(async (writer) => {
    const present = await writer.selectFrom('person').select('id').limit(1).executeTakeFirst();
    const customer = await writer.selectFrom('customer').select('id').limit(1).executeTakeFirst();
    if (present || customer) throw ruleViolated('store-not-empty');

    const now = `${options.today}T00:00:00.000Z`;
    const bulk = sampleBulk(database.raw.writer, now);
    const { sink: count, totals } = totalling();
    const goals: SampleRows['goal'][] = [];
    const sink: SampleSink = (feature, id, row) => {
      if (feature === 'goal' && 'periodKind' in row) goals.push(row);
      bulk.sink(feature, id, row);
      count(feature, id, row);
    };
    let breath = performance.now();
    const breathe = async (percent: number): Promise<void> => {
      if (performance.now() - breath < breathEveryMs) return;
      progress?.(percent);
      await new Promise((resolve) => setImmediate(resolve));
      if (signal?.aborted) throw new DeskError({ code: 'cancelled' });
      breath = performance.now();
    };
    for (const done of makeSample(options, sink)) await breathe(Math.floor((done / options.customers) * 60));
    bulk.finish();
    await addGoalTrees(writer, goals, options);
    // Before the plans, which are signed with goals and pay.
    await addPay(writer, options);
    for await (const percent of addQuality({ writer, sqlite: database.raw.writer }, options, {
      photos,
      signature,
    }))
      await breathe(60 + Math.floor(percent * 0.35));
    const parts = { writer, sqlite: database.raw.writer };
    await addEventPlans(parts, options);
    await addChannelPlans(parts, options);
    await addMeetings(parts, options);
    await addMembers(writer, options);
    await addPartners(writer, options);
    await addCampaigns(parts, options);
    await addCalls(parts, options);
    await addTraining(writer, options);
    const all = totals();
    await appendAudit(writer, {
      at: now,
      personId: null,
      personName: options.ownerName,
      call: 'sample.create',
      records: [],
      told: {
        customers: options.customers,
        years: options.years,
        seed: options.seed,
        today: options.today,
        counts: all.counts,
      },
    });
    progress?.(100);
    return all;
  });
}
