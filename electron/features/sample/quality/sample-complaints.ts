import type { ComplaintLineKind } from '#shared/features/complaint/complaint.contract.ts';
import type { ComplaintState, Severity } from '#shared/features/complaint/complaint.fields.ts';
import { dayFromNumber } from '#shared/kernel/day.ts';
import type { BulkWriter } from '#electron/kernel/record/record-bulk.ts';
import type { Sqlite } from '#electron/kernel/sqlite.ts';
import { complaintRecord } from '../../complaint/complaint.record.ts';
import { sampleRandom, type SampleRandom } from '../sample-random.ts';
import {
  authorityStory,
  complaintStories,
  guaranteeStory,
  type ComplaintStory,
} from './sample-complaint-words.ts';
import { instantOf, type Worker, type Workers } from './sample-shop.ts';

/** Whom a complaint comes from, and about which repair. */
export type Complainer = {
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly phone: string | null;
  readonly vehicleId: number | null;
  readonly plate: string | null;
  readonly repairId: number | null;
  readonly adviserId: number | null;
  readonly handedOverOn: string | null;
};

/** How far a complaint is, `days` after it was received. */
type Course =
  | 'closed' | 'forced' | 'open' | 'unassigned' | 'inHand' | 'waitsForParts' | 'extensionAsked' | 'extended' | 'answered'
  | 'notSatisfied' | 'calledBack' | 'reopened'; // prettier-ignore

export type PlannedComplaint = {
  readonly story: ComplaintStory;
  readonly from: Complainer;
  readonly day: number;
  readonly severity: Severity;
  readonly course: Course;
};

/** One of every state, with the days since it was received: what a wall shows on a working morning. */
const presentCourses: readonly (readonly [days: number, Severity, Course])[] = [
  [0, 'normal', 'unassigned'],
  [1, 'serious', 'open'],
  [2, 'normal', 'inHand'],
  [1, 'major', 'inHand'],
  [8, 'serious', 'inHand'],
  [9, 'normal', 'waitsForParts'],
  [3, 'normal', 'extensionAsked'],
  [5, 'normal', 'extended'],
  [5, 'normal', 'answered'],
  [6, 'serious', 'notSatisfied'],
  [7, 'normal', 'calledBack'],
  [20, 'normal', 'reopened'],
];

type Shop = {
  readonly sqlite: Sqlite;
  readonly bulk: BulkWriter;
  readonly workers: Workers;
  readonly number: (letter: string, day: string) => string;
  readonly seed: number;
  readonly today: number;
  readonly start: number;
};

const complainers = (sqlite: Sqlite, where: string, order: string): readonly Complainer[] =>
  sqlite
    .prepare(
      `select r.customer_id as customerId, c.name as customerName, c.phone, r.vehicle_id as vehicleId, r.plate,
        r.id as repairId, r.adviser_id as adviserId, r.handed_over_on as handedOverOn
       from repair r join customer c on c.id = r.customer_id join vehicle v on v.id = r.vehicle_id
       where r.handed_over_on is not null and ${where} order by ${order}`,
    )
    .all() as Complainer[]; // the columns named

/** Some two complaints a month for three years, and one in every state now. Those of low scores are added by the caller. */
export function planComplaints({ sqlite, seed, today, start }: Shop): readonly PlannedComplaint[] {
  const random = sampleRandom(seed, 'complaints');
  const all = complainers(sqlite, 'true', 'r.handed_over_on, r.id');
  if (all.length === 0) return [];
  const plans: PlannedComplaint[] = [];
  const at = (from: Complainer): number =>
    Math.floor(Date.parse(from.handedOverOn ?? '') / 86_400_000) + random.int(0, 4);
  const past = Math.max(8, Math.round((today - start) / 17));
  for (let step = 0; step < past; step += 1) {
    const from = all[Math.floor((all.length * (step + random.next())) / past)];
    if (!from || at(from) > today - 35) continue;
    const story = random.pick(complaintStories);
    const severity = random.chance(0.12) ? 'serious' : 'normal';
    const course = step % 19 === 7 ? 'forced' : 'closed';
    plans.push({ story, from, day: at(from), severity, course });
    // 重复投诉: the same customer again, some weeks later.
    if (step % 12 === 5)
      plans.push({ story, from, day: Math.min(today - 30, at(from) + 40), severity, course });
  }
  const recent = all.slice(-Math.min(all.length, 90));
  for (const [days, severity, course] of presentCourses) {
    const from = random.pick(recent);
    plans.push({ story: random.pick(complaintStories), from, day: today - days, severity, course });
  }
  plans.push({
    story: authorityStory,
    from: random.pick(recent),
    day: today - 2,
    severity: 'normal',
    course: 'inHand',
  });
  const cars = complainers(
    sqlite,
    `v.kind = 'car' and v.use = 'private'`,
    'r.handed_over_on desc, r.id limit 20',
  );
  const [car] = cars;
  if (car)
    plans.push({ story: guaranteeStory, from: car, day: today - 5, severity: 'normal', course: 'extended' });
  return plans;
}

const stateOf: Readonly<Record<Course, ComplaintState>> = {
  closed: 'closed', forced: 'closed', open: 'open', unassigned: 'open', inHand: 'inHand', waitsForParts: 'inHand',
  extensionAsked: 'inHand', extended: 'inHand', answered: 'answered', notSatisfied: 'inHand', calledBack: 'calledBack',
  reopened: 'inHand',
}; // prettier-ignore

type Step = readonly [kind: ComplaintLineKind, days: number, by: Worker, text: string];

/** Writes complaints with everything that happened to them, steps on days that no clock of the store forbids. */
export function complaintWriter(shop: Shop) {
  const { sqlite, bulk, workers, number, today } = shop;
  const putLine = sqlite.prepare(
    `insert into complaint_line (complaint_id, at, kind, person_id, person_name, handler_id, text)
     values (?, ?, ?, ?, ?, ?, ?)`,
  );
  const putPause = sqlite.prepare(
    `insert into complaint_pause (complaint_id, reason, text, from_on, until_on, person_id, person_name, resumed_by)
     values (?, 'parts', ?, ?, null, ?, ?, null)`,
  );
  const putExtension = sqlite.prepare(
    `insert into complaint_extension (complaint_id, stage, days, reason, consent, person_id, person_name, at, since_on,
      decision, decided_by_id, decided_by, decided_at, decision_text)
     values (?, 'answer', 5, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  function stepsOf(
    plan: PlannedComplaint,
    random: SampleRandom,
    handler: Worker,
    chief: Worker,
  ): readonly Step[] {
    const { story, course } = plan;
    const quick = plan.severity === 'normal' ? 2 : 1;
    const received: Step = ['received', 0, handler, story.subject];
    const taken: Step = ['taken', 0, handler, handler.name];
    const looked: Step = ['investigated', 1, handler, `${story.cause}；${story.remedy}`];
    const answered: Step = ['answered', quick, handler, story.answer];
    const called: Step = ['calledBack', quick + random.int(1, 2), chief, story.words];
    const manager = workers.first('售后经理');
    switch (course) {
      case 'open':
      case 'unassigned':
        return [received];
      case 'inHand':
        return [received, taken];
      case 'waitsForParts':
        return [received, taken, looked, ['paused', 2, handler, '等配件到货']];
      case 'extensionAsked':
        return [received, taken, looked, ['extensionAsked', 3, handler, '配件要从外地调']];
      case 'extended':
        return [
          received, taken, looked, ['extensionAsked', 3, handler, '配件要从外地调'],
          ['extensionApproved', 4, manager, '同意，先给客户说明'],
        ]; // prettier-ignore
      case 'answered':
        return [received, taken, looked, answered];
      case 'notSatisfied':
        return [
          received,
          taken,
          looked,
          answered,
          ['calledBack', quick + 2, chief, '还有异响，没有彻底解决'],
        ];
      case 'calledBack':
        return [received, taken, looked, answered, called];
      case 'closed':
        return [received, taken, looked, answered, called, ['closed', called[1] + 1, chief, story.words]];
      case 'forced':
        return [received, taken, looked, answered, ['notReached', 4, chief, '三次无人接听'], ['forced', 8, manager, '多次联系不上，问题已解决']]; // prettier-ignore
      case 'reopened':
        return [
          received, taken, looked, answered, called, ['closed', called[1] + 1, chief, story.words],
          ['reopened', 18, chief, '客户来电：问题又出现'],
        ]; // prettier-ignore
    }
  }

  return {
    /** Gives the complaint's id. */
    write(plan: PlannedComplaint, index: number): number {
      const { story, from, severity, course } = plan;
      const random = sampleRandom(shop.seed, `complaint ${index}`);
      const handler = workers.onDuty(random, '客服专员', plan.day);
      const chief = workers.first('客服主管');
      // Nothing is in the future, and a serious one that waited is late.
      const steps = stepsOf(plan, random, handler, chief).map(([kind, days, by, text]): Step => [
        kind,
        Math.min(days, today - plan.day),
        by,
        text,
      ]);
      const on = (kind: ComplaintLineKind): string | null => {
        const step = steps.find((one) => one[0] === kind);
        return step ? dayFromNumber(plan.day + step[1]) : null;
      };
      const receivedOn = dayFromNumber(plan.day);
      const isOver = course === 'closed' || course === 'forced';
      const hasCalled = course !== 'reopened' && on('calledBack') !== null;
      const closer = course === 'forced' ? workers.first('售后经理') : chief;
      const id = bulk.insert(
        complaintRecord,
        {
          number: number('T', receivedOn),
          state: stateOf[course],
          subject: story.subject,
          kind: story.kind,
          severity,
          channel: story.channel,
          receivedOn,
          externalNumber:
            story.channel === 'marketSupervision' ? `${receivedOn.slice(0, 4)}-12315-0${index}` : null,
          customerId: from.customerId,
          customerName: from.customerName,
          phone: from.phone,
          vehicleId: from.vehicleId,
          plate: from.plate,
          repairId: from.repairId,
          description: story.description,
          demand: story.demand,
          handlerId: course === 'unassigned' ? null : handler.id,
          aboutId: story.kind === 'attitude' || story.kind === 'lowScore' ? from.adviserId : null,
          cause: on('investigated') ? story.cause : null,
          remedy: on('investigated') ? story.remedy : null,
          costFen: on('investigated') ? story.costYuan * 100 : null,
          answer: on('answered') ? story.answer : null,
          clockFrom: receivedOn,
          takenOn: on('taken'),
          answeredOn: on('answered'),
          calledBackOn: hasCalled ? on('calledBack') : null,
          calledBackById: hasCalled ? chief.id : null,
          callBackResult: hasCalled ? (course === 'notSatisfied' ? 'dissatisfied' : 'satisfied') : null,
          customerWords: hasCalled ? (steps.find(([kind]) => kind === 'calledBack')?.[3] ?? null) : null,
          closedOn: isOver ? (on('closed') ?? on('forced')) : null,
          closedById: isOver ? closer.id : null,
          forced: course === 'forced' ? 1 : 0,
          closeReason: course === 'forced' ? '多次联系不上，问题已解决' : null,
          reopened: course === 'reopened' ? 1 : 0,
        },
        instantOf(plan.day, 540),
      );
      steps.forEach(([kind, days, by, text], at) => {
        const moment = instantOf(plan.day + days, plan.day + days === today ? 485 + at * 9 : 540 + at * 35);
        putLine.run(id, moment, kind, by.id, by.name, kind === 'received' ? null : handler.id, text);
        const day = dayFromNumber(plan.day + days);
        if (kind === 'paused') putPause.run(id, text, day, by.id, by.name);
        if (kind !== 'extensionAsked') return;
        const isDecided = course === 'extended';
        const manager = workers.first('售后经理');
        const decided = isDecided
          ? ['approved', manager.id, manager.name, instantOf(plan.day + 4, 600), '同意，先给客户说明']
          : [null, null, null, null, null];
        const consent = story.kind === 'threeGuarantees' ? '客户书面同意' : null;
        putExtension.run(id, text, consent, by.id, by.name, moment, receivedOn, ...decided);
      });
      return id;
    },
  };
}
