import { averageHundredths, lowScoresOf } from '#shared/features/evaluation/evaluation.rules.ts';
import { isForPost } from '#shared/features/standard/standard.rules.ts';
import { dayFromNumber, type Day } from '#shared/kernel/day.ts';
import type { BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { evaluationRecord } from '../../evaluation/evaluation.record.ts';
import { serviceScoreRecord } from '../../standard/standard.record.ts';
import { sampleRandom, weightedPick } from '../sample-random.ts';
import { lowScoreStory } from './sample-complaint-words.ts';
import type { Complainer, PlannedComplaint } from './sample-complaints.ts';
import { instantOf, type Workers } from './sample-shop.ts';

type Shop = {
  readonly sqlite: Sqlite;
  readonly bulk: BulkWriter;
  readonly workers: Workers;
  readonly number: (letter: string, day: Day) => string;
  readonly seed: number;
  readonly today: number;
};

type Given = {
  readonly way: 'paper' | 'screen' | 'code';
  readonly scores: readonly { readonly standardId: number; readonly score: number }[];
  readonly recommend: number | null;
  readonly words: string | null;
};

export type PlannedEvaluation = {
  readonly from: Complainer;
  readonly adviserId: number;
  readonly day: number;
  readonly standardIds: readonly number[];
  /** null: no answer yet. */
  readonly given: Given | null;
  readonly complaint: PlannedComplaint | null;
};

/** Customers of the last four months are asked. */
const daysBack = 120;

const pickScore = weightedPick<number>([
  [5, 62],
  [4, 28],
  [3, 9],
  [2, 0.7],
  [1, 0.3],
]);
const pickRecommend = weightedPick<number | null>([
  [10, 30],
  [9, 25],
  [8, 18],
  [7, 8],
  [6, 5],
  [5, 3],
  [3, 2],
  [null, 9],
]);
const pickWay = weightedPick<Given['way']>([
  ['code', 60],
  ['paper', 25],
  ['screen', 15],
]);
const praise = ['讲得很清楚', '比说好的时间还早', '洗车再快一点就更好了'] as const;

/** 即时评价 of every fourth visit of the last months; three in five customers answer. */
export function planEvaluations({ sqlite, workers, seed, today }: Shop): readonly PlannedEvaluation[] {
  const random = sampleRandom(seed, 'evaluations');
  const standards = sqlite.prepare('select id, post from standard order by code').all() as {
    id: number;
    post: string;
  }[]; // the columns named
  const visits = sqlite
    .prepare(
      `select r.customer_id as customerId, c.name as customerName, c.phone, r.vehicle_id as vehicleId, r.plate,
        r.id as repairId, r.adviser_id as adviserId, r.handed_over_on as handedOverOn
       from repair r join customer c on c.id = r.customer_id
       where r.handed_over_on between ? and ? and r.adviser_id is not null and r.id % 4 = 1
       order by r.handed_over_on, r.id`,
    )
    .all(dayFromNumber(today - daysBack), dayFromNumber(today)) as Complainer[]; // the columns named
  return visits.flatMap((from) => {
    const adviser = workers.byId(from.adviserId ?? 0);
    const own = standards.filter((one) => isForPost(one, adviser.post));
    if (own.length === 0) return [];
    const day = Math.floor(Date.parse(from.handedOverOn ?? '') / 86_400_000);
    const given: Given | null = random.chance(0.6)
      ? {
          way: pickWay(random),
          scores: own
            .filter(() => random.chance(0.85))
            .map(({ id }) => ({ standardId: id, score: pickScore(random) })),
          recommend: pickRecommend(random),
          words: random.chance(0.15) ? random.pick(praise) : null,
        }
      : null;
    const isLow = given !== null && lowScoresOf(given.scores).length > 0;
    const course = today - day > 6 ? 'closed' : today - day > 2 ? 'answered' : 'inHand';
    const complaint = { story: lowScoreStory, from, day, severity: 'normal', course } as const;
    return [
      {
        from,
        adviserId: adviser.id,
        day,
        standardIds: own.map(({ id }) => id),
        given,
        complaint: isLow ? complaint : null,
      },
    ];
  });
}

/** Writes them in the order of their days, with the complaints that low scores raised. */
export function evaluationWriter({
  sqlite,
  bulk,
  number,
}: Shop): (plan: PlannedEvaluation, complaintId: number | null) => void {
  const putQuestion = sqlite.prepare(
    'insert into evaluation_question (evaluation_id, place, standard_id) values (?, ?, ?)',
  );
  return ({ from, adviserId, day, standardIds, given }, complaintId) => {
    const on = dayFromNumber(day);
    const about = { customerId: from.customerId, repairId: from.repairId, personId: adviserId };
    const id = bulk.insert(
      evaluationRecord,
      {
        ...about,
        number: number('E', on),
        visit: 'repair',
        askedOn: on,
        askedById: adviserId,
        state: given ? 'answered' : 'waiting',
        way: given?.way ?? null,
        answeredOn: given ? on : null,
        scoreHundredths: given ? averageHundredths(given.scores) : null,
        recommend: given?.recommend ?? null,
        words: given?.words ?? null,
        complaintId,
      },
      instantOf(day, 1000),
    );
    for (const [place, standardId] of standardIds.entries()) putQuestion.run(id, place, standardId);
    if (!given) return;
    const low = new Set(lowScoresOf(given.scores).map(({ standardId }) => standardId));
    for (const { standardId, score } of given.scores)
      bulk.insert(
        serviceScoreRecord,
        {
          ...about,
          scoredOn: on,
          score,
          way: given.way,
          standardId,
          evaluationId: id,
          complaintId: low.has(standardId) ? complaintId : null,
        },
        instantOf(day, 1005),
      );
  };
}
