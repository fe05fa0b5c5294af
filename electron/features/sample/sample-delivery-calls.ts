import { weightedPick, type SampleRandom } from './sample-random.ts';
import type { SampleRows } from './sample-rows.ts';
import type { SampleWorld } from './sample-world.ts';

type FollowUp = SampleRows['followUp'];
export type SampleDelivery = {
  readonly orderId: number;
  readonly number: string;
  readonly customerId: number;
  readonly consultantId: number;
  /** Day number. */
  readonly delivered: number;
};

/** The rules that a new store has (migration 0013): id, days after the delivery, days open, share of calls made. */
const occasions = [
  [1, 1, 5, 0.95],
  [2, 7, 14, 0.92],
  [3, 30, 21, 0.85],
  [4, 90, 30, 0.75],
  [4, 180, 30, 0.7],
  [4, 270, 30, 0.65],
  [4, 360, 30, 0.6],
] as const;

/** Scores that raise a complaint are left out: the sample's complaints come from elsewhere. */
const pickScore = weightedPick<number | null>([
  [5, 58],
  [4, 28],
  [3, 9],
  [null, 5],
]);
const words = [
  '车辆使用正常，很满意',
  '动力不错，油耗还在观察',
  '已上牌，准备跑长途',
  '交车讲解很清楚',
  '空调出风有点小，说好首保时看',
  '希望多送一次保养',
  '跑了几趟，制动和转向都正常',
  '想了解二级维护的时间',
] as const;
const unreached = ['无人接听', '关机', '正在通话', '不在服务区'] as const;

/** 交车回访 calls of one delivery by the rules, with a stream of dice of its own: nothing else moves when these change. */
export function addDeliveryCalls(world: SampleWorld, delivery: SampleDelivery): void {
  const { calendar } = world;
  const random = world.random(`calls of ${delivery.number}`);
  for (const [ruleId, days, open, made] of occasions) {
    const due = delivery.delivered + days;
    if (due > calendar.today) return;
    let day = due + (random.chance(0.7) ? 0 : random.int(1, 3));
    const isMade = random.chance(made) && day <= due + open;
    const put = (row: Pick<FollowUp, 'result' | 'content' | 'score'>): void => {
      if (day < calendar.start || day > calendar.today) return;
      world.add('followUp', {
        customerId: delivery.customerId,
        happenedOn: calendar.day(day),
        personId: callerOf(world, random, delivery, ruleId, day),
        way: 'call',
        nextOn: null,
        nextById: null,
        orderId: delivery.orderId,
        followUpRuleId: ruleId,
        dueOn: calendar.day(due),
        aboutId: row.score === null ? null : delivery.consultantId,
        standardId: null,
        complaintId: null,
        ...row,
      });
    };
    if (!isMade) continue;
    if (random.chance(0.2)) {
      put({ result: 'notReached', content: random.pick(unreached), score: null });
      day += 1;
    }
    if (random.chance(0.01)) {
      put({ result: 'refused', content: '不需要再打电话', score: null });
      return;
    }
    put({ result: 'reached', content: random.pick(words), score: pickScore(random) });
  }
}

const callerOf = (
  world: SampleWorld,
  random: SampleRandom,
  { consultantId }: SampleDelivery,
  ruleId: number,
  day: number,
): number => (ruleId === 1 ? consultantId : world.onDuty(random, '客服专员', day).id);
