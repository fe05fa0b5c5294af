import { hoursOf, seasonEnds } from '#shared/features/training/training.rules.ts';
import { nextDates } from '#shared/features/emergency/emergency.rules.ts';
import { addDays, addMonths } from '#shared/kernel/day.ts';
import type { Writer } from '#electron/kernel/database.ts';
import { sampleRandom } from '../sample-random.ts';
import type { SampleOptions } from '../sample-world.ts';
import { addSampleExams } from './sample-exams.ts';
import { sampleContest, sampleExamined, sampleSessions } from './sample-training-words.ts';

/** Yuan that a trainer gets more for an hour. */
const hourYuan = 100;
const times = { startsAt: '15:00', endsAt: '17:00' } as const;
/** Sellers who sit in a session, and of them who grow on a track. */
const classSize = 6;

export type SampleClass = {
  /** Heads of the posts who train, by post. */
  readonly heads: ReadonlyMap<string, number>;
  readonly sellers: readonly number[];
};

async function classOf(writer: Writer): Promise<SampleClass> {
  const people = await writer
    .selectFrom('person')
    .innerJoin('post', 'post.id', 'person.postId')
    .select(['person.id', 'post.name'])
    .where('person.leftOn', 'is', null)
    .orderBy('person.id')
    .execute();
  const heads = new Map<string, number>();
  for (const { id, name } of people) if (!heads.has(name)) heads.set(name, id);
  return {
    heads,
    sellers: people
      .filter(({ name }) => name === '销售顾问')
      .slice(0, classSize)
      .map(({ id }) => id),
  };
}

/** 年度培训 of the sample's year: sessions held and to come, marks, a contest, an exam, certificates, growth; and one drill. */
export async function addTraining(writer: Writer, options: SampleOptions): Promise<void> {
  const { today } = options;
  const year = Number(today.slice(0, 4));
  const at = `${today}T00:00:00.000Z`;
  const head = { createdAt: at, updatedAt: at, removedAt: null };
  const { heads, sellers } = await classOf(writer);
  const subjects = new Map(
    (await writer.selectFrom('trainingSubject').select(['id', 'name', 'season', 'track']).execute()).map(
      (subject) => [subject.name, subject],
    ),
  );
  await writer
    .insertInto('trainingYear')
    .values({
      ...head,
      year,
      leaderId: heads.get('行政内勤') ?? 1,
      deputyId: 1,
      budgetFen: 3_000_000,
      note: null,
    })
    .execute();
  for (const post of ['销售经理', '售后经理', '客服主管', '市场经理']) {
    const personId = heads.get(post);
    if (personId === undefined) continue;
    await writer
      .insertInto('trainer')
      .values({
        ...head,
        personId,
        payFen: hourYuan * 100,
        field: null,
        validFrom: `${year}-01-01`,
        validTo: null,
        note: null,
      })
      .execute();
  }
  const random = sampleRandom(options.seed, 'training');
  let examined: number | undefined;
  for (const [monthDay, name, subject, post, yuan, indicator] of sampleSessions) {
    const heldOn = `${year}-${monthDay}`;
    const held = heldOn <= today;
    const isContest = name === sampleContest;
    const { id } = await writer
      .insertInto('training')
      .values({
        ...head,
        name,
        subjectId: subjects.get(subject)?.id ?? 1,
        way: 'classroom',
        heldOn,
        ...times,
        hoursHundredths: hoursOf(times.startsAt, times.endsAt),
        place: '培训室',
        trainerId: heads.get(post) ?? null,
        externalTrainer: null,
        state: held ? 'held' : 'planned',
        isContest: isContest ? 1 : 0,
        passMark: isContest || name === sampleExamined ? 60 : null,
        costFen: yuan * 100,
        indicator,
        aim: null,
        aimBefore: null,
        aimAfter: null,
        note: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (name === sampleExamined && held) examined = id;
    const absent = held ? random.int(0, sellers.length) : -1;
    await writer
      .insertInto('trainingSeat')
      .values(
        sellers.map((personId, index) => ({
          ...head,
          trainingId: id,
          personId,
          attendance: held ? (index === absent ? 'absent' : 'present') : 'invited',
          score: isContest && held && index !== absent ? random.int(68, 97) : null,
          note: null,
        })),
      )
      .execute();
  }
  for (const [index, track] of (['backbone', 'newManager'] as const).entries()) {
    const personId = sellers[index];
    if (personId === undefined) continue;
    const steps = [...subjects.values()].filter((one) => one.track === track || one.track === 'everybody');
    await writer
      .insertInto('growthStep')
      .values(
        steps.map(({ id, name, season }) => ({
          ...head,
          personId,
          track,
          text: name,
          subjectId: id,
          dueOn: seasonEnds(season as Parameters<typeof seasonEnds>[0], year), // choices of the field table
          doneOn: null,
          note: null,
        })),
      )
      .execute();
  }
  await addSampleExams(writer, options, {
    sellers,
    marker: heads.get('销售经理') ?? 1,
    subjectId: (name) => subjects.get(name)?.id ?? 1,
    trainingId: examined ?? null,
  });
  await writer
    .insertInto('trainingCertificate')
    .values({
      ...head,
      personId: heads.get('维修技师') ?? 1,
      name: '低压电工作业证',
      number: 'T3302819900101',
      issuer: '应急管理局',
      examId: null,
      issuedOn: addMonths(addDays(today, 35), -72),
      expiresOn: addDays(today, 35),
      note: null,
    })
    .execute();
  await addDrill(writer, today, heads.get('行政内勤') ?? 1);
}

/** 火灾 was drilled and reviewed within the half year; the other plans wait for their first drill. */
async function addDrill(writer: Writer, today: string, personId: number): Promise<void> {
  const at = `${today}T00:00:00.000Z`;
  const drilledOn = addMonths(today, -2);
  const plan = await writer
    .selectFrom('emergency')
    .selectAll()
    .where('kind', '=', 'fire')
    .executeTakeFirstOrThrow();
  await writer
    .insertInto('emergencyDrill')
    .values({
      createdAt: at,
      updatedAt: at,
      removedAt: null,
      emergencyId: plan.id,
      drilledOn,
      personId,
      participants: 28,
      result: 'improve',
      findings: '二楼疏散用时 2 分 40 秒，比要求多 40 秒；一只灭火器压力不足，已更换。',
    })
    .execute();
  const dates = { lastDrillOn: drilledOn, reviewedOn: drilledOn };
  await writer
    .updateTable('emergency')
    .set({ ...dates, personId, confirmed: 1, updatedAt: at, version: 2, ...nextDates({ ...plan, ...dates }) })
    .where('id', '=', plan.id)
    .execute();
}
