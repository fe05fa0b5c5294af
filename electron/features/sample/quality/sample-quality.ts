import { dayNumber } from '#shared/kernel/day.ts';
import { shippedChecklists, shippedVersion } from '#shared/features/checklist/shipped/all.ts';
import { shortCode } from '#electron/kernel/audit.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { bulkWriter } from '#electron/kernel/record/record-bulk.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { recordAttachment } from '#electron/kernel/attachment-rows.ts';
import { shippedSetting, writeShipment } from '../../checklist/checklist.shipped.ts';
import { listPublished } from '../../checklist/checklist.repository.ts';
import { writeSetting } from '#electron/kernel/settings.ts';
import { addEntries } from '../plan/sample-entries.ts';
import { addGaps } from '../plan/sample-gaps.ts';
import { addPlans } from '../plan/sample-plan.ts';
import { sampleCalendar } from '../sample-calendar.ts';
import { sampleStoreName, type SampleOptions } from '../sample-world.ts';
import { sampleList } from './sample-answers.ts';
import { planPdi, type PlannedCheck } from './sample-check-plan.ts';
import { checkWriter, type WrittenCheck } from './sample-check-writer.ts';
import { complaintWriter, planComplaints, type PlannedComplaint } from './sample-complaints.ts';
import { planDeliveries } from './sample-delivery-plan.ts';
import { addDeliveries } from './sample-deliveries.ts';
import { evaluationWriter, planEvaluations } from './sample-evaluations.ts';
import type { SamplePhoto } from './sample-photos.ts';
import { repairPapers } from './sample-repair-papers.ts';
import { planRepairs, type RepairPlan } from './sample-repair-plan.ts';
import { addSpotChecks, planScores, writeScore } from './sample-service-scores.ts';
import { sampleNumbers, sampleWorkers } from './sample-shop.ts';
import { sampleTasks } from './sample-tasks.ts';
import { sampleTrail } from './sample-trail.ts';

/**
 * 质量 of the sample store: three PDI of every vehicle, the three levels of repairs with rework and certificates, tasks,
 * deliveries done and planned, annual plans with what was typed and found behind goals, complaints in every state, spot checks and scores. Rows go straight into the tables, in the
 * shapes that the rules write: numbers of the year, frozen contents, signatures in the audit chain. Yields whole percent.
 */
export async function* addQuality(
  { writer, sqlite }: { readonly writer: Writer; readonly sqlite: Sqlite },
  options: SampleOptions,
  pictures: { readonly photos: readonly SamplePhoto[]; readonly signature: SamplePhoto },
): AsyncGenerator<number> {
  const now = `${options.today}T00:00:00.000Z`;
  writeShipment(sqlite, shippedChecklists, now);
  await writeSetting(writer, shippedSetting, String(shippedVersion));
  const { photos, signature } = pictures;
  for (const { thumbnail, hash, size, width, height } of [...photos, signature]) {
    const file = { mediaType: 'image/jpeg', createdAt: now };
    await recordAttachment(writer, { hash, size, width, height, ...file });
    await recordAttachment(writer, { ...thumbnail, width: null, height: null, ...file });
  }
  const lists = (await listPublished(writer)).map(sampleList);
  const today = dayNumber(options.today);
  const { start } = sampleCalendar(options.today, options.years);
  const number = sampleNumbers(sqlite);
  const bulk = bulkWriter(sqlite);
  const workers = sampleWorkers(sqlite);
  const trail = sampleTrail(sqlite);
  const { seed } = options;
  const shop = { sqlite, bulk, workers, trail, number, seed, today, start, shortCode };
  const tasks = sampleTasks(sqlite, bulk, number);
  const checks = checkWriter({ ...shop, tasks, lists, photos });
  const papers = repairPapers({ ...shop, storeName: sampleStoreName });

  const repairs = planRepairs(sqlite, shop);
  const planOf = new Map(repairs.flatMap((plan) => plan.checks.map((check) => [check, plan] as const)));
  const done = new Map<RepairPlan, { check: PlannedCheck; written: WrittenCheck }[]>();
  const pdi = planPdi(sqlite, shop);
  const checked = new Set(
    pdi
      .filter(({ purpose, state }) => purpose === 'quality' && state === 'passed')
      .map(({ subject }) => subject.stockId),
  );
  const deliveries = planDeliveries(sqlite, shop, checked);
  const handOverChecks = deliveries.flatMap((plan) => plan.checks);
  const all = [...pdi, ...planOf.keys(), ...handOverChecks].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
  for (const [index, check] of all.entries()) {
    const written = checks.write(check);
    if (index % 20 === 0) yield Math.floor((index * 90) / all.length);
    const plan = planOf.get(check);
    if (!plan) continue;
    const before = done.get(plan) ?? [];
    done.set(plan, [...before, { check, written }]);
    if (check.state === 'failed') papers.sendBack({ check, written }, lists);
    if (check.purpose === 'final' && check.state === 'passed')
      papers.certify(plan, done.get(plan) ?? [], check.signer);
  }
  checks.finish();
  yield 88;
  await addDeliveries(
    { ...shop, writer, signature, photo: photos[0] ?? signature, storeName: sampleStoreName },
    deliveries,
  );
  yield 90;

  await addPlans({ ...shop, writer, storeName: sampleStoreName });
  await addEntries({ ...shop, writer });
  await addGaps({ ...shop, writer });
  addSpotChecks(shop);
  const scores = planScores(shop);
  const complaints = complaintWriter(shop);
  const evaluations = planEvaluations(shop);
  const raised = [...scores, ...evaluations].flatMap(({ complaint }) => complaint ?? []);
  const planned = [...planComplaints(shop), ...raised].sort((a, b) => a.day - b.day);
  const ids = new Map(planned.map((plan, index) => [plan, complaints.write(plan, index + 1)]));
  const complaintOf = (plan: PlannedComplaint | null): number | null => (plan && ids.get(plan)) ?? null;
  for (const score of scores) writeScore(shop, score, complaintOf(score.complaint));
  const writeEvaluation = evaluationWriter(shop);
  for (const evaluation of evaluations) writeEvaluation(evaluation, complaintOf(evaluation.complaint));
  yield 95;
  bulk.flush();
}
