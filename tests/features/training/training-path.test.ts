import '#electron/features/training/training.table.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examFields, examQuestionFields } from '#shared/features/exam/exam.fields.ts';
import {
  growthStepFields,
  trainingCertificateFields,
  trainingFields,
  trainingSeatFields,
} from '#shared/features/training/training.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Carrier } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { importedOrder, newValues } from '#tests/support/records.ts';
import { reason } from '#tests/support/refusal.ts';

/** A store with two sellers and one session of selling skills that both were at. */
async function store(carrier: Carrier, reports?: { workerUrl: URL; fontFolder: string }) {
  const core = await openTestCore(reports ? { reports } : {});
  const owner = await ownerWindow(core, carrier);
  const { client } = owner;
  const first = await personWindow(core, carrier, owner, '小陈', ['salesConsultant']);
  const second = await personWindow(core, carrier, owner, '小周', ['salesConsultant']);
  const { rows } = await client.trainingSubject.list({
    pageSize: 50,
    sort: [{ field: 'id', descending: false }],
  });
  const subject = (name: string): number => rows.find((row) => row.name === name)?.id ?? 0;
  const values = (given: Partial<InputOf<typeof trainingFields>>) =>
    newValues(trainingFields, {
      name: '销售技能一',
      subjectId: subject('销售技能'),
      heldOn: '2026-08-05',
      state: 'held',
      place: '会议室',
      ...given,
    });
  const training = await client.training.create({ values: values({}) });
  const seat = (trainingId: number, personId: number) =>
    client.trainingSeat.create({
      values: newValues(trainingSeatFields, { trainingId, personId, attendance: 'present' }),
    });
  await seat(training.id, first.personId);
  await seat(training.id, second.personId);
  return { core, owner, client, first, second, subject, values, training, seat };
}

describe.each(carriers)('growth and calendar over %s', (carrier) => {
  it('lays a path from the subjects; a session that was held reaches its step, a failed exam does not', async () => {
    const { client, first, second, training, subject } = await store(carrier);
    const { personId } = first;
    expect(await client.training.layPath({ personId, track: 'backbone', year: 2026 })).toEqual({ steps: 13 });
    expect(await reason(client.training.layPath({ personId, track: 'backbone', year: 2026 }))).toBe(
      'growth-laid',
    );
    expect(await reason(first.client.training.layPath({ personId, track: 'newManager', year: 2026 }))).toBe(
      'forbidden',
    );
    await client.growthStep.create({
      values: newValues(growthStepFields, {
        personId,
        text: '带一名新人',
        dueOn: '2026-05-31',
        doneOn: '2026-05-20',
      }),
    });
    const path = await client.training.path({ personId });
    const [track] = path.tracks;
    const stateOf = (text: string) => track?.steps.find((step) => step.text === text);
    expect(path.tracks).toHaveLength(1);
    expect(stateOf('带一名新人')).toMatchObject({ state: 'done', reachedOn: '2026-05-20', bySession: null });
    expect(stateOf('销售技能')).toMatchObject({
      state: 'done',
      reachedOn: '2026-08-05',
      bySession: '销售技能一',
    });
    expect(stateOf('消费心理')?.state).toBe('late');
    expect(track?.steps.filter(({ state }) => state === 'next').map(({ text }) => text)).toEqual([
      '成长收获',
    ]);
    expect(path).toMatchObject({ learnedHours: 200, taughtHours: 0, exams: [] });
    // Late are only those that were not reached by a session either.
    const { lateSteps } = await client.training.year({ year: 2026 });
    expect(lateSteps.map(({ text }) => text)).not.toContain('销售技能');
    expect(lateSteps.map(({ text }) => text)).toContain('消费心理');
    // With an exam that was not passed the subject is still to be learned.
    const { version, values } = await client.training.get({ id: training.id }).then(({ record }) => {
      const { id: _id, version: seen, createdAt: _c, updatedAt: _u, removedAt: _r, ...kept } = record;
      const { hoursHundredths: _h, indicator: _i, ...input } = kept;
      return { version: seen, values: input };
    });
    await client.training.update({ id: training.id, version, values: { ...values, passMark: 60 } });
    expect(
      (await client.training.path({ personId })).tracks[0]?.steps.find((one) => one.text === '销售技能')
        ?.state,
    ).toBe('late');
    // In English the subjects of a step are named in English; exams of others are not for everybody.
    await second.client.session.setLanguage({ language: 'en' });
    const seen = await second.client.training.path({ personId });
    expect(seen.exams).toBeNull();
    expect(seen.tracks[0]?.steps.map(({ subjectName }) => subjectName)).toContain('Selling skills');
    expect(subject('销售技能')).toBeGreaterThan(0);
  });

  it('shows the sessions of a span and what clashes, which only an import can bring', async () => {
    const { client, core, owner, first, values, training, seat } = await store(carrier);
    const trainer = await personWindow(core, carrier, owner, '丁讲师', ['manager']);
    const span = { first: '2026-08-01', last: '2026-08-31' };
    const other = await client.training.create({
      values: values({ name: '消费心理', place: '展厅', startsAt: '16:00', endsAt: '17:00' }),
    });
    await seat(other.id, first.personId);
    expect((await client.training.calendar(span)).clashes).toEqual([]);
    await core.database.write((writer) =>
      writer
        .updateTable('training')
        .set({ startsAt: '15:00', place: '会议室', trainerId: trainer.personId })
        .where('id', 'in', [other.id, training.id])
        .execute(),
    );
    const { sessions, clashes } = await client.training.calendar(span);
    expect(sessions.map(({ name, people, trainerName }) => [name, people, trainerName])).toEqual([
      ['销售技能一', 2, '丁讲师'],
      ['消费心理', 1, '丁讲师'],
    ]);
    expect(clashes.map(({ kind, personName }) => [kind, personName])).toEqual([
      ['trainer', '丁讲师'],
      ['place', null],
      ['person', '小陈'],
    ]);
    expect(await reason(client.training.calendar({ first: '2026-01-01', last: '2026-12-31' }))).toBe(
      'invalid-input',
    );
  });

  it('tells the indicator before and after from the data, for the store and for who took part', async () => {
    const { client, core, first, second, training } = await store(carrier);
    const order = (number: string, orderedOn: string, consultantId: number) =>
      importedOrder(core, {
        number,
        orderedOn,
        consultantId,
        customerName: '张',
        model: 'A',
      });
    await order('D1', '2026-07-10', first.personId);
    for (const number of ['D2', 'D3']) await order(number, '2026-09-10', first.personId);
    await order('D4', '2026-09-12', second.personId);
    expect((await client.training.effect({ id: training.id })).months).toEqual([]);
    await client.training.aimAt({ id: training.id, indicator: 'orders' });
    const { months, participants } = await client.training.effect({ id: training.id });
    expect(participants).toBe(2);
    expect(months.map(({ month, when, store: of, people }) => [month, when, of, people])).toEqual([
      ['2026-05', 'before', null, null], // nothing was told of these months
      ['2026-06', 'before', null, null],
      ['2026-07', 'before', 1, 1],
      ['2026-08', 'session', 0, 0],
      ['2026-09', 'after', 3, 3],
      ['2026-10', 'after', 0, 0],
      ['2026-11', 'after', null, null],
    ]);
    expect(months.at(-1)?.running).toBe(true);
    const { effects } = await client.training.year({ year: 2026 });
    expect(effects).toMatchObject([
      {
        name: '销售技能一',
        measured: {
          indicator: 'orders',
          before: { month: '2026-07', store: 1 },
          after: { month: '2026-10', store: 0 },
        },
      },
    ]);
    expect(await reason(client.training.aimAt({ id: training.id, indicator: 'nothing' }))).toBe('not-found');
    // Figures of other people are not for a seller.
    const seen = await second.client.training.effect({ id: training.id });
    expect(seen.months.map(({ people }) => people)).toEqual(Array.from({ length: 7 }, () => null));
  });

  it('numbers the certificates that the store issues, and tells those that end', async () => {
    const { client, first, second } = await store(carrier);
    const create = (given: Partial<InputOf<typeof trainingCertificateFields>>) =>
      client.trainingCertificate.create({
        values: newValues(trainingCertificateFields, {
          personId: first.personId,
          name: '内训师证',
          issuedOn: '2026-03-01',
          ...given,
        }),
      });
    const numberOf = async ({ id }: { id: number }) =>
      (await client.trainingCertificate.get({ id })).record.number;
    expect(await numberOf(await create({ expiresOn: '2026-12-01' }))).toBe('2026-Z001');
    expect(await reason(create({ number: '2026-Z001' }))).toBe('invalid-input');
    await create({ number: '2026-Z002' });
    expect(await numberOf(await create({}))).toBe('2026-Z003');
    expect(await numberOf(await create({ issuer: '应急管理局', personId: second.personId }))).toBeNull();
    await create({ personId: second.personId, expiresOn: '2026-11-01' });
    expect((await client.training.ending({})).map(({ personName, state }) => [personName, state])).toEqual([
      ['小周', 'over'],
      ['小陈', 'soon'],
    ]);
    expect((await first.client.training.ending({})).map(({ personName }) => personName)).toEqual(['小陈']);
  });
});

describe('on paper', () => {
  let worker: BundledWorker;
  beforeAll(async () => {
    worker = await bundledWorker('electron/workers/report-worker.ts');
  });
  afterAll(() => worker?.remove());

  it.skipIf(!pdfTools)(
    'a certificate of a passed exam is one page; a growth path has steps and hours',
    async () => {
      const { client, first, subject, training } = await store('port', { workerUrl: worker.url, fontFolder });
      const subjectId = subject('销售技能');
      const { id: questionId } = await client.examQuestion.create({
        values: newValues(examQuestionFields, { subjectId, kind: 'judge', text: '题', answer: '对' }),
      });
      const { id } = await client.exam.create({
        values: newValues(examFields, {
          name: '销售技能考试',
          subjectId,
          trainingId: training.id,
          heldOn: '2026-11-18',
        }),
      });
      await client.exam.choose({ id, questionIds: [questionId] });
      await client.exam.open({ id, personIds: [first.personId] });
      const sittingId = (await client.exam.paper({ id })).sittings[0]?.id ?? 0;
      const issue = () =>
        client.trainingCertificate.issue({ sittingId, name: '销售技能合格', expiresOn: '2028-11-18' });
      expect(await reason(issue())).toBe('certificate-not-passed');
      const itemId = (await client.exam.paper({ id })).items[0]?.id ?? 0;
      await first.client.exam.start({ id });
      expect(await first.client.exam.handIn({ id, answers: [{ itemId, answer: 'T' }] })).toEqual({
        score: 100,
      });
      const certificate = await issue();
      expect(await reason(issue())).toBe('training-certificate-issued');
      expect((await client.exam.paper({ id })).sittings[0]?.certificateId).toBe(certificate.id);
      const pages = pagesOf(
        await paperBytes(
          await client.trainingCertificate.print({ id: certificate.id, format: 'pdf' }),
          'certificate.pdf',
        ),
      );
      expect(pages).toHaveLength(1);
      for (const text of ['培训合格证书', '销售技能合格', '小陈', '2026-Z001', '2028年11月18日', '100'])
        expect(pages[0], text).toContain(text);
      const foreign = await client.trainingCertificate.create({
        values: newValues(trainingCertificateFields, {
          personId: first.personId,
          name: '叉车证',
          issuer: '市场监督管理局',
          issuedOn: '2026-01-01',
        }),
      });
      expect(await reason(client.trainingCertificate.print({ id: foreign.id, format: 'pdf' }))).toBe(
        'certificate-of-others',
      );
      await client.training.layPath({ personId: first.personId, track: 'backbone', year: 2026 });
      const paper = pagesOf(
        await paperBytes(
          await client.training.printPath({ personId: first.personId, format: 'pdf' }),
          'growth.pdf',
        ),
      ).join('');
      for (const text of ['成长档案·小陈', '业务骨干', '已完成', '销售技能一', '叉车证', '及格'])
        expect(paper, text).toContain(text);
    },
  );
});
