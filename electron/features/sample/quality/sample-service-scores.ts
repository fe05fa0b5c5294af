import { isForPost, isLowScore, spotScore, type SpotMark } from '#shared/features/standard/standard.rules.ts';
import { dayFromNumber } from '#shared/kernel/day.ts';
import type { BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { serviceScoreRecord, spotCheckRecord } from '../../standard/standard.record.ts';
import { sampleRandom, weightedPick } from '../sample-random.ts';
import { lowScoreStory } from './sample-complaint-words.ts';
import type { Complainer, PlannedComplaint } from './sample-complaints.ts';
import { instantOf, type Worker, type Workers } from './sample-shop.ts';

type Shop = {
  readonly sqlite: Sqlite;
  readonly bulk: BulkWriter;
  readonly workers: Workers;
  readonly seed: number;
  readonly today: number;
  readonly start: number;
};
type Standard = { readonly id: number; readonly post: string; readonly weight: number };

/** Posts that are looked at each month, and who looks. */
const looked = [
  ['服务顾问', '售后经理'],
  ['服务顾问', '售后经理'],
  ['销售顾问', '销售经理'],
  ['维修技师', '售后经理'],
  ['客服专员', '客服主管'],
] as const;

/** 抽查: five a month, a little better every year. */
export function addSpotChecks({ sqlite, bulk, workers, seed, today, start }: Shop): void {
  const standards = sqlite.prepare('select id, post, weight from standard order by code').all() as Standard[]; // the columns named
  const putMark = sqlite.prepare(
    'insert into spot_check_mark (spot_check_id, standard_id, mark, weight, note) values (?, ?, ?, ?, ?)',
  );
  const random = sampleRandom(seed, 'spot checks');
  for (let month = start + 10; month < today; month += 30)
    for (const [post, checkerPost] of looked) {
      const day = month + random.int(0, 25);
      if (day >= today) continue;
      const person = workers.onDuty(random, post, day);
      const checker = workers.first(checkerPost);
      const own = standards.filter((one) => isForPost(one, person.post));
      if (own.length === 0 || person.id === checker.id) continue;
      const good = 0.78 + (0.14 * (day - start)) / (today - start);
      const marks = own.map(({ id, weight }) => {
        const mark: SpotMark = random.chance(0.06) ? 'notApplicable' : random.chance(good) ? 'met' : 'missed';
        return { id, weight, mark };
      });
      const count = (mark: SpotMark): number => marks.filter((one) => one.mark === mark).length;
      const id = bulk.insert(
        spotCheckRecord,
        {
          checkedOn: dayFromNumber(day),
          personId: person.id,
          post: person.post,
          checkerId: checker.id,
          scoreBasisPoints: spotScore(marks),
          metCount: count('met'),
          missedCount: count('missed'),
          note: null,
        },
        instantOf(day, 900),
      );
      for (const { id: standardId, mark, weight } of marks)
        putMark.run(id, standardId, mark, weight, mark === 'missed' ? '现场提醒，下次再看' : null);
    }
}

const pickScore = weightedPick<number>([
  [5, 58],
  [4, 27],
  [3, 10],
  [2, 3],
  [1, 2],
]);
const pickWay = weightedPick<'paper' | 'phone' | 'message' | 'code'>([
  ['paper', 20],
  ['phone', 25],
  ['message', 15],
  ['code', 40],
]);

/** A score, and the complaint that it raises when it is low. */
export type PlannedScore = {
  readonly from: Complainer;
  readonly adviser: Worker;
  readonly day: number;
  readonly score: number;
  readonly way: string;
  readonly complaint: PlannedComplaint | null;
};

/** 客户评分 of one visit in twenty. */
export function planScores({ sqlite, workers, seed, today }: Shop): readonly PlannedScore[] {
  const random = sampleRandom(seed, 'scores');
  const visits = sqlite
    .prepare(
      `select r.customer_id as customerId, c.name as customerName, c.phone, r.vehicle_id as vehicleId, r.plate,
        r.id as repairId, r.adviser_id as adviserId, r.handed_over_on as handedOverOn
       from repair r join customer c on c.id = r.customer_id
       where r.handed_over_on is not null and r.adviser_id is not null and r.id % 20 = 3 order by r.handed_over_on, r.id`,
    )
    .all() as Complainer[]; // the columns named
  return visits.map((from) => {
    const day = Math.min(
      today,
      Math.floor(Date.parse(from.handedOverOn ?? '') / 86_400_000) + random.int(0, 3),
    );
    const score = pickScore(random);
    const course = today - day > 6 ? 'closed' : today - day > 2 ? 'answered' : 'inHand';
    const complaint = { story: lowScoreStory, from, day, severity: 'normal', course } as const;
    return {
      from,
      adviser: workers.byId(from.adviserId ?? 0),
      day,
      score,
      way: pickWay(random),
      complaint: isLowScore(score) ? complaint : null,
    };
  });
}

export function writeScore(
  { bulk }: Pick<Shop, 'bulk'>,
  plan: PlannedScore,
  complaintId: number | null,
): void {
  const { from, adviser, day, score, way } = plan;
  bulk.insert(
    serviceScoreRecord,
    {
      scoredOn: dayFromNumber(day),
      personId: adviser.id,
      score,
      words: score >= 5 ? null : score >= 3 ? '可以再快一点' : '没有说清楚什么时候能好',
      way,
      customerId: from.customerId,
      repairId: from.repairId,
      complaintId,
    },
    instantOf(day, 600),
  );
}
