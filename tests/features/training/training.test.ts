import { describe, expect, it } from 'vitest';
import { personFields } from '#shared/features/person/person.fields.ts';
import {
  growthStepFields,
  trainerFields,
  trainingCertificateFields,
  trainingFields,
  trainingSeatFields,
  trainingYearFields,
} from '#shared/features/training/training.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Carrier } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { failure, reason } from '#tests/support/refusal.ts';

/** A store with a trainer who gets 80 yuan an hour, and three people who learn. */
async function store(carrier: Carrier) {
  const core = await openTestCore();
  const owner = await ownerWindow(core, carrier);
  const { client } = owner;
  const person = async (name: string): Promise<number> =>
    (await client.person.create({ values: newValues(personFields, { name }) })).id;
  const [trainer, first, second, third] = [
    await person('丁讲师'),
    await person('甲'),
    await person('乙'),
    await person('丙'),
  ];
  await client.trainer.create({
    values: newValues(trainerFields, { personId: trainer, payFen: 8000, validFrom: '2026-01-01' }),
  });
  const { rows } = await client.trainingSubject.list({
    pageSize: 50,
    sort: [{ field: 'id', descending: false }],
  });
  const subject = (name: string): number => rows.find((row) => row.name === name)?.id ?? 0;
  const values = (given: Partial<InputOf<typeof trainingFields>>) =>
    newValues(trainingFields, {
      name: '销售技能一',
      subjectId: subject('销售技能'),
      heldOn: '2026-03-05',
      place: '会议室',
      trainerId: trainer,
      ...given,
    });
  const seat = (
    trainingId: number,
    personId: number,
    given: Partial<InputOf<typeof trainingSeatFields>> = {},
  ) =>
    client.trainingSeat.create({ values: newValues(trainingSeatFields, { trainingId, personId, ...given }) });
  return { core, owner, client, trainer, first, second, third, subject, values, seat };
}

describe.each(carriers)('training over %s', (carrier) => {
  it('ships the subjects of the four seasons in both languages', async () => {
    const { client } = await store(carrier);
    const { seasons } = await client.training.year({ year: 2026 });
    expect(
      seasons.map(({ season, plannedHours, missing }) => [season, plannedHours, missing.length]),
    ).toEqual([
      ['basics', 1600, 8],
      ['practice', 1600, 8],
      ['contest', 400, 2],
      ['harvest', 200, 1],
    ]);
    await client.session.setLanguage({ language: 'en' });
    const english = await client.training.year({ year: 2026 });
    expect(english.seasons[0]?.missing[0]?.name).toBe('Management by goals');
  });

  it('goes from the plan over session and attendance to marks and hours', async () => {
    const { client, trainer, first, second, third, values, seat, subject } = await store(carrier);
    await client.trainingYear.create({
      values: newValues(trainingYearFields, {
        year: 2026,
        leaderId: first,
        deputyId: second,
        budgetFen: 500_000,
      }),
    });
    const { id } = await client.training.create({ values: values({ passMark: 60, costFen: 30_000 }) });
    expect((await client.training.get({ id })).record.hoursHundredths).toBe(200);
    await seat(id, first, { attendance: 'present', score: 80 });
    await seat(id, second, { attendance: 'absent' });
    await seat(id, third, { attendance: 'excused' });
    // Planned: nothing of it counts yet.
    const before = await client.training.year({ year: 2026 });
    expect(before).toMatchObject({ leaderName: '甲', deputyName: '乙', budgetFen: 500_000, people: [] });
    expect(before.seasons[0]).toMatchObject({
      sessions: 1,
      arrangedHours: 200,
      heldHours: 0,
      costFen: 0,
      attendanceBasisPoints: null,
    });
    await client.training.update({
      id,
      version: 1,
      values: values({ passMark: 60, costFen: 30_000, state: 'held' }),
    });
    const contest = await client.training.create({
      values: values({
        name: '业务比武',
        subjectId: subject('进阶考核'),
        heldOn: '2026-08-05',
        endsAt: '15:30',
        passMark: 70,
        isContest: true,
        aim: '到店成交率',
        aimBefore: '21%',
        state: 'held',
      }),
    });
    await seat(contest.id, first, { attendance: 'late', score: 90 });
    await seat(contest.id, second, { attendance: 'present', score: 90 });
    await seat(contest.id, third, { attendance: 'present', score: 60 });
    const { seasons, people, contests } = await client.training.year({ year: 2026 });
    expect(
      seasons.map((one) => [
        one.season,
        one.heldHours,
        one.costFen,
        one.extraPayFen,
        one.attendanceBasisPoints,
        one.passBasisPoints,
      ]),
    ).toEqual([
      ['basics', 200, 30_000, 16_000, 5000, 10_000],
      ['practice', 0, 0, 0, null, null],
      ['contest', 150, 0, 12_000, 10_000, 6666],
      ['harvest', 0, 0, 0, null, null],
    ]);
    expect(seasons[0]?.missing.map(({ name }) => name)).not.toContain('销售技能');
    expect(
      people.map((one) => [one.name, one.learnedHours, one.taughtHours, one.extraPayFen, one.averageScore]),
    ).toEqual([
      ['甲', 350, 0, 0, 85],
      ['乙', 150, 0, 0, 90],
      ['丙', 150, 0, 0, 60],
      ['丁讲师', 0, 350, 28_000, null],
    ]);
    expect(people.at(-1)?.personId).toBe(trainer);
    expect(contests).toMatchObject([
      {
        name: '业务比武',
        places: [
          { place: 1, name: '甲', score: 90 },
          { place: 1, name: '乙', score: 90 },
          { place: 3, name: '丙', score: 60 },
        ],
      },
    ]);
    const { effects } = await client.training.year({ year: 2026 });
    expect(effects).toMatchObject([{ name: '业务比武', aim: '到店成交率', before: '21%', after: null }]);
    expect((await client.training.year({ year: 2025 })).people).toEqual([]);
  });

  it('has no clashes: trainer, place and people are wanted once at a time', async () => {
    const { client, trainer, first, second, values, seat } = await store(carrier);
    const { id } = await client.training.create({ values: values({}) });
    await seat(id, first);
    const create = (given: Parameters<typeof values>[0]) =>
      reason(client.training.create({ values: values({ name: '另一场', ...given }) }));
    expect(await create({ place: '展厅', startsAt: '15:00', endsAt: '17:00' })).toBe('training-trainer-busy');
    expect(await create({ trainerId: null, startsAt: '15:00', endsAt: '17:00' })).toBe(
      'training-place-taken',
    );
    // Whoever sits in one session gives no other.
    expect(await create({ trainerId: first, place: '展厅' })).toBe('training-trainer-busy');
    expect(await create({ startsAt: '16:00', endsAt: '17:00' })).toBe('done');
    const { id: other } = await client.training.create({
      values: values({ name: '外训', trainerId: second, place: '展厅' }),
    });
    expect(await reason(seat(other, first))).toBe('training-person-busy');
    expect(await reason(seat(other, trainer))).toBe('training-person-busy');
    expect(await reason(seat(other, second))).toBe('training-person-busy');
    expect(await reason(seat(id, first))).toBe('training-seat-taken');
    // Moved onto another one's time, with a person of both.
    const { id: late } = await client.training.create({
      values: values({ name: '晚场', trainerId: second, place: '展厅', heldOn: '2026-03-06' }),
    });
    await seat(late, first);
    const moved = values({ name: '晚场', trainerId: null, place: '楼上' });
    expect(await reason(client.training.update({ id: late, version: 1, values: moved }))).toBe(
      'training-person-busy',
    );
    // Cancelled, it is in nobody's way.
    await client.training.update({ id, version: 1, values: values({ state: 'cancelled' }) });
    expect(await reason(client.training.update({ id: late, version: 1, values: moved }))).toBe('done');
  });

  it('refuses what cannot be, beside the field', async () => {
    const { client, owner, core, first, values, seat } = await store(carrier);
    const issue = (given: Parameters<typeof values>[0]) =>
      failure(client.training.create({ values: values(given) }));
    expect(await issue({ startsAt: '2pm' })).toMatchObject({
      issues: [{ field: 'values.startsAt', issue: 'not-a-time' }],
    });
    expect(await issue({ endsAt: '13:00' })).toMatchObject({
      issues: [{ field: 'values.endsAt', issue: 'ends-before-start' }],
    });
    expect(await issue({ passMark: 101 })).toMatchObject({
      issues: [{ field: 'values.passMark', issue: 'mark-range' }],
    });
    expect(
      await reason(client.training.create({ values: values({ heldOn: '2026-12-01', state: 'held' }) })),
    ).toBe('training-not-yet');
    const { id } = await client.training.create({ values: values({}) });
    expect(await failure(seat(id, first, { score: 50 }))).toMatchObject({
      issues: [{ field: 'values.score', issue: 'score-without-exam' }],
    });
    await client.training.update({ id, version: 1, values: values({ passMark: 60 }) });
    expect(await failure(seat(id, first, { score: 101 }))).toMatchObject({
      issues: [{ field: 'values.score', issue: 'mark-range' }],
    });
    const technician = await personWindow(core, carrier, owner, '技师', ['technician']);
    expect(await reason(technician.client.training.create({ values: values({ place: '车间' }) }))).toBe(
      'forbidden',
    );
    expect((await technician.client.training.list({})).total).toBe(1);
  });

  it('tells certificates that end and steps that are late, of people who are here', async () => {
    const { client, first, second } = await store(carrier);
    const certificate = (personId: number, name: string, expiresOn: string | null) =>
      client.trainingCertificate.create({
        values: newValues(trainingCertificateFields, { personId, name, issuedOn: '2025-01-01', expiresOn }),
      });
    await certificate(first, '维修电工证', '2026-11-01');
    await certificate(first, '叉车证', '2027-01-10');
    await certificate(first, '驾驶证', '2030-01-01');
    await certificate(second, '内训师证', '2026-11-30');
    for (const [text, dueOn, doneOn] of [
      ['独立主持一次周例会', '2026-11-01', null],
      ['带一名新人', '2026-10-01', '2026-09-20'],
      ['完成一次车展', '2026-12-01', null],
    ] as const)
      await client.growthStep.create({
        values: newValues(growthStepFields, { personId: first, text, dueOn, doneOn }),
      });
    const { record } = await client.person.get({ id: second });
    const { id, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...person } = record;
    await client.person.update({ id, version, values: { ...person, leftOn: '2026-11-10' } });
    const { certificates, lateSteps } = await client.training.year({ year: 2026 });
    expect(certificates.map(({ name, state }) => [name, state])).toEqual([
      ['维修电工证', 'over'],
      ['叉车证', 'soon'],
    ]);
    expect(lateSteps.map(({ text, personName }) => [text, personName])).toEqual([
      ['独立主持一次周例会', '甲'],
    ]);
  });
});
