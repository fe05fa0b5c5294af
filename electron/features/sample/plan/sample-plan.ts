import { planParts, type PlanPartContents } from '#shared/features/plan/plan.content.ts';
import { addDays, dayFromNumber, type Day } from '#shared/kernel/day.ts';
import { yearOf } from '#shared/kernel/period.ts';
import type { Writer } from '#electron/kernel/database.ts';
import type { BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import { actionRecord } from '../../action/action.record.ts';
import { readPlan, writePart } from '../../plan/plan.repository.ts';
import { freezePlan } from '../../plan/plan.signature.ts';
import { startingPosts } from '../../plan/plan.starting.ts';
import { measuresOf, readContent } from '../../plan/plan.view.ts';
import type { Workers } from '../quality/sample-shop.ts';
import type { SampleTrail } from '../quality/sample-trail.ts';
import { approvedPlan, plannedNext, type PlanOwners } from './sample-plan-words.ts';

/** 年度计划 of the sample: the present year's as it was approved before it began, and next year's being written. */

type Shop = {
  readonly writer: Writer;
  readonly bulk: BulkWriter;
  readonly trail: SampleTrail;
  readonly workers: Workers;
  readonly number: (letter: string, day: string) => string;
  /** Day number. */
  readonly today: number;
  readonly storeName: string;
  readonly shortCode: (hash: string) => string;
};

/** Ten in the morning at the store. */
const atTen = (day: Day): string => `${day}T02:00:00.000Z`;

async function begin(
  { writer }: Shop,
  plan: { readonly year: number; readonly day: Day; readonly parts: PlanPartContents; readonly by: string },
): Promise<number> {
  const at = atTen(plan.day);
  const { insertId } = await writer
    .insertInto('plan')
    .values({ createdAt: at, updatedAt: at, year: plan.year, edition: 1, state: 'draft', reason: null })
    .executeTakeFirstOrThrow();
  const planId = Number(insertId);
  for (const part of planParts)
    await writePart(writer, { name: plan.by, at }, { planId, part, content: plan.parts[part] }, 0);
  return planId;
}

/** Signs and freezes a plan as the owner did on a day; its measures become action items. */
async function approve(shop: Shop, planId: number, day: Day): Promise<void> {
  const { writer, bulk, trail, workers, number } = shop;
  const owner = workers.first('总经理');
  const manager = workers.first('销售经理');
  const head = await readPlan(writer, planId);
  const { content } = await readContent(writer, head, day);
  const frozen = freezePlan({ ...content, storeName: shop.storeName });
  await writer
    .insertInto('planSnapshot')
    .values({ planId, ...frozen, auditCode: shop.shortCode(trail.head()) })
    .execute();
  const at = atTen(day);
  await writer
    .updateTable('plan')
    .set({
      state: 'approved',
      updatedAt: at,
      submittedAt: atTen(addDays(day, -2)),
      submittedById: manager.id,
      approvedAt: at,
      approvedById: owner.id,
    })
    .where('id', '=', planId)
    .execute();
  trail.sign(
    {
      signed: { feature: 'plan', recordId: planId },
      signer: owner,
      meaning: 'approve',
      at,
      call: 'plan.approve',
      changes: [{ field: 'state', before: 'submitted', after: 'approved' }],
    },
    frozen,
  );
  const today = dayFromNumber(shop.today);
  for (const { key, text, ownerId, dueOn, check } of measuresOf(content.parts)) {
    if (ownerId === null || dueOn === null) continue;
    const isDone = dueOn < today;
    const actionId = bulk.insert(
      actionRecord,
      {
        number: number('A', day),
        text,
        ownerId,
        dueOn,
        check,
        raisedOn: day,
        ...(isDone
          ? {
              state: 'closed',
              reportedOn: dueOn,
              closedOn: dueOn,
              closedById: owner.id,
              evidence: '已按期完成',
            }
          : { state: 'open' }),
      },
      at,
    );
    const lines = [
      { kind: 'raised' as const, at, text },
      ...(isDone ? [{ kind: 'closed' as const, at: atTen(dueOn), text: '已按期完成' }] : []),
    ];
    for (const line of lines)
      await writer
        .insertInto('actionLine')
        .values({ actionId, meetingId: null, personId: owner.id, personName: owner.name, ownerId, ...line })
        .execute();
    await writer.insertInto('planAction').values({ year: head.year, measure: key, actionId }).execute();
  }
}

export async function addPlans(shop: Shop): Promise<void> {
  const { writer, workers } = shop;
  const today = dayFromNumber(shop.today);
  const year = yearOf(today);
  const of = (post: string): number => workers.first(post).id;
  const owners: PlanOwners = {
    sales: of('销售经理'),
    service: of('售后经理'),
    market: of('市场经理'),
    care: of('客服主管'),
    finance: of('财务经理'),
    office: of('行政内勤'),
  };
  const by = workers.first('销售经理').name;
  const signedOn: Day = `${year - 1}-12-18`;
  const posts = await startingPosts(writer, signedOn);
  const parts = approvedPlan({ year, owners, posts });
  await approve(shop, await begin(shop, { year, day: addDays(signedOn, -5), parts, by }), signedOn);
  const next = { year: year + 1, owners, posts: await startingPosts(writer, today) };
  await begin(shop, { year: year + 1, day: today, parts: plannedNext(next), by });
}
