import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examFields, examQuestionFields } from '#shared/features/exam/exam.fields.ts';
import { trainingFields, trainingSeatFields } from '#shared/features/training/training.fields.ts';
import type { InputOf } from '#shared/kernel/field.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Carrier } from '#tests/support/core.ts';
import { pagesOf, paperBytes } from '#tests/support/paper.ts';
import { pdfTools } from '#tests/support/pdf-text.ts';
import { newValues } from '#tests/support/records.ts';
import { failure, reason } from '#tests/support/refusal.ts';

type Question = Partial<InputOf<typeof examQuestionFields>>;

/** A store with a bank of seven questions, and a session that two people were at. */
async function store(carrier: Carrier, reports?: { workerUrl: URL; fontFolder: string }) {
  const clock = fixedClock('2026-11-18T02:00:00.000Z');
  const core = await openTestCore({ clock, ...(reports ? { reports } : {}) });
  const owner = await ownerWindow(core, carrier);
  const { client } = owner;
  const { rows } = await client.trainingSubject.list({ search: '销售技能' });
  const subjectId = rows.find(({ name }) => name === '销售技能')?.id ?? 0;
  const question = (given: Question) =>
    client.examQuestion.create({
      values: newValues(examQuestionFields, { subjectId, text: '题目', answer: 'B', ...given }),
    });
  for (const at of [1, 2, 3])
    await question({ text: `单选 ${at}`, options: '甲\n乙\n丙\n丁', answer: 'B', points: 5 });
  await question({ kind: 'multiple', text: '多选', options: '甲\n乙\n丙', answer: 'AC', points: 10 });
  await question({ kind: 'judge', text: '判断一', answer: '对', points: 5 });
  await question({ kind: 'judge', text: '判断二', answer: '错', points: 5 });
  await question({ kind: 'open', text: '客户说“太贵”，您怎么答？', answer: '先听完，再谈价值', points: 20 });
  const seller = await personWindow(core, carrier, owner, '小陈', ['salesConsultant']);
  const adviser = await personWindow(core, carrier, owner, '小周', ['serviceAdviser']);
  const training = await client.training.create({
    values: newValues(trainingFields, { name: '销售技能一', subjectId, heldOn: '2026-11-10' }),
  });
  for (const { personId } of [seller, adviser])
    await client.trainingSeat.create({
      values: newValues(trainingSeatFields, { trainingId: training.id, personId, attendance: 'present' }),
    });
  const examValues = newValues(examFields, {
    name: '销售技能考试',
    subjectId,
    trainingId: training.id,
    heldOn: '2026-11-18',
    minutes: 5,
    passMark: 60,
  });
  const { id } = await client.exam.create({ values: examValues });
  return { core, clock, owner, client, seller, adviser, training, subjectId, id, examValues };
}

const wanted = { judge: 2, single: 2, multiple: 1, open: 1 };
const right: Readonly<Record<string, string>> = { single: 'B', multiple: 'CA', open: '先听完' };
const rightOf = ({ kind, text }: { kind: string; text: string }): string =>
  kind === 'judge' ? (text === '判断一' ? 'T' : 'F') : (right[kind] ?? '');

describe.each(carriers)('exams over %s', (carrier) => {
  it('goes from the bank over the sheet to the mark, the key last', async () => {
    const { client, clock, owner, core, seller, adviser, training, id, subjectId } = await store(carrier);
    const composed = await client.exam.compose({ id, wanted, seed: 7 });
    expect(composed).toEqual({ questions: 6, seed: 7 });
    const first = await client.exam.paper({ id });
    expect(first.items.map(({ kind }) => kind)).toEqual([
      'judge',
      'judge',
      'single',
      'single',
      'multiple',
      'open',
    ]);
    expect(first.bank).toEqual({ single: 3, multiple: 1, judge: 2, open: 1 });
    await client.exam.compose({ id, wanted, seed: 8 });
    await client.exam.compose({ id, wanted, seed: 7 });
    const again = await client.exam.paper({ id });
    expect(again.items.map(({ questionId }) => questionId)).toEqual(
      first.items.map(({ questionId }) => questionId),
    );

    // Nobody sees a question before it is open, nor the key before it is over.
    expect(await seller.client.exam.mine({})).toEqual([]);
    expect(await reason(seller.client.exam.paper({ id }))).toBe('forbidden');
    expect(await reason(seller.client.examQuestion.list({}))).toBe('forbidden');
    expect(await reason(seller.client.exam.start({ id }))).toBe('not-found');
    const people = [seller.personId, adviser.personId];
    expect(await client.exam.open({ id, personIds: people })).toEqual({ invited: 2 });
    const before = await seller.client.exam.sheet({ id });
    expect([before.items, before.exam.state]).toEqual([[], 'invited']);
    expect(await reason(seller.client.exam.handIn({ id, answers: [] }))).toBe('exam-not-started');
    await seller.client.exam.start({ id });
    const sheet = await seller.client.exam.sheet({ id });
    expect(sheet).toMatchObject({ leftMs: 300_000, exam: { state: 'started' } });
    expect(sheet.items.every(({ answer, given }) => answer === null && given === '')).toBe(true);

    // A change of the bank does not reach the frozen paper.
    const { rows } = await client.examQuestion.list({
      filters: [{ field: 'subjectId', operator: 'is', value: subjectId }],
    });
    const judge = rows.find(({ text }) => text === '判断一');
    if (judge) {
      const { id: questionId, version, createdAt: _c, updatedAt: _u, removedAt: _r, ...values } = judge;
      await client.examQuestion.update({ id: questionId, version, values: { ...values, answer: '错' } });
    }
    clock.set('2026-11-18T02:08:00.000Z');
    const answers = sheet.items.map((item) => ({ itemId: item.id, answer: rightOf(item) }));
    expect(await seller.client.exam.handIn({ id, answers })).toEqual({ score: null });
    expect(await reason(seller.client.exam.handIn({ id, answers }))).toBe('exam-handed-in');
    expect((await seller.client.exam.sheet({ id })).items[0]).toMatchObject({ given: 'T', answer: null });

    const [sitting] = (await client.exam.paper({ id })).sittings.filter(({ state }) => state === 'handedIn');
    expect(sitting).toMatchObject({ personName: '小陈', minutesLate: 3, knewKey: false, score: null });
    const sittingId = sitting?.id ?? 0;
    const marking = await client.exam.sitting({ sittingId });
    const open = marking.items.find(({ kind }) => kind === 'open');
    expect(marking.items.map(({ marked }) => marked)).toEqual([5, 5, 5, 5, 10, null]);
    const mark = (points: number) =>
      client.exam.mark({ sittingId, marks: [{ itemId: open?.id ?? 0, points, note: '说到了要点' }] });
    expect(await failure(mark(21))).toMatchObject({ issues: [{ issue: 'mark-points' }] });
    expect(await failure(client.exam.mark({ sittingId, marks: [] }))).toMatchObject({
      issues: [{ issue: 'required' }],
    });
    expect(await mark(15)).toEqual({ score: 90, passed: true });
    expect(await reason(mark(20))).toBe('exam-not-handed-in');
    // The mark stands in the list of the session too, which has an exam now.
    const seats = await client.trainingSeat.list({
      sort: [{ field: 'id', descending: false }],
      filters: [{ field: 'trainingId', operator: 'is', value: training.id }],
    });
    expect(seats.rows.map(({ personId, score }) => [personId, score])).toEqual([
      [seller.personId, 90],
      [adviser.personId, null],
    ]);
    expect((await client.training.get({ id: training.id })).record.passMark).toBe(60);

    // Another one on paper, typed by the marker: the open question was left empty.
    const other = (await client.exam.paper({ id })).sittings.find(({ state }) => state === 'invited');
    const wrong = sheet.items.map((item) => ({ itemId: item.id, answer: item.kind === 'judge' ? 'T' : '' }));
    expect(
      await failure(
        client.exam.enter({ sittingId: other?.id ?? 0, answers: [{ ...wrong[0], answer: 'Q' } as never] }),
      ),
    ).toMatchObject({ issues: [{ issue: 'exam-answer' }] });
    expect(await client.exam.enter({ sittingId: other?.id ?? 0, answers: wrong })).toEqual({ score: 10 });

    expect((await seller.client.exam.sheet({ id })).items[0]?.answer).toBeNull();
    await client.exam.close({ id });
    const after = await seller.client.exam.sheet({ id });
    expect(after.items.map(({ answer, marked }) => [answer, marked]).at(-1)).toEqual([
      '先听完，再谈价值',
      15,
    ]);
    expect(await seller.client.exam.mine({})).toMatchObject([{ score: 90, passed: true, state: 'marked' }]);
    expect(await reason(adviser.client.exam.start({ id }))).toBe('exam-not-open');
    const late = await personWindow(core, carrier, owner, '小吴', ['technician']);
    expect(await reason(client.exam.invite({ id, personIds: [late.personId] }))).toBe('exam-not-open');
  });

  it('refuses what cannot be', async () => {
    const { client, core, owner, seller, id, examValues, subjectId } = await store(carrier);
    expect(await failure(client.exam.compose({ id, wanted: { ...wanted, open: 2 }, seed: null }))).toEqual({
      code: 'rule-violated',
      reason: 'exam-too-few-open',
      params: { wanted: 2, have: 1 },
    });
    expect(await reason(client.exam.open({ id, personIds: [] }))).toBe('exam-no-questions');
    expect(await reason(client.exam.choose({ id, questionIds: [9999] }))).toBe('exam-foreign-question');
    const { rows } = await client.examQuestion.list({ sort: [{ field: 'id', descending: false }] });
    await client.exam.choose({ id, questionIds: [rows[4]?.id ?? 0, rows[0]?.id ?? 0] });
    expect((await client.exam.paper({ id })).items.map(({ text }) => text)).toEqual(['判断一', '单选 1']);
    expect((await client.exam.get({ id })).record).toMatchObject({ seed: null, questions: 2, points: 10 });

    // A manager may take an exam, but the mark says that the bank was open to him, and nobody marks his own.
    const manager = await personWindow(core, carrier, owner, '李经理', ['manager']);
    await client.exam.open({ id, personIds: [manager.personId, seller.personId] });
    const { version } = (await client.exam.get({ id })).record;
    expect(await reason(client.exam.update({ id, version, values: { ...examValues, passMark: 10 } }))).toBe(
      'exam-frozen',
    );
    expect(
      await reason(client.exam.update({ id, version, values: { ...examValues, note: '补考另排' } })),
    ).toBe('done');
    expect(await reason(client.exam.compose({ id, wanted, seed: null }))).toBe('exam-frozen');
    const sittings = async () => (await client.exam.paper({ id })).sittings;
    const own = (await sittings()).find(({ personName }) => personName === '李经理')?.id ?? 0;
    expect(await reason(manager.client.exam.enter({ sittingId: own, answers: [] }))).toBe('exam-own-marks');
    expect(await reason(manager.client.exam.mark({ sittingId: own, marks: [] }))).toBe('exam-own-marks');
    await manager.client.exam.start({ id });
    expect(await reason(client.exam.close({ id }))).toBe('exam-unmarked');
    expect(await reason(client.exam.dismiss({ sittingId: own }))).toBe('exam-begun');
    expect(await manager.client.exam.handIn({ id, answers: [] })).toEqual({ score: 0 });
    expect((await sittings()).find((one) => one.id === own)).toMatchObject({ knewKey: true, passed: false });
    expect(await reason(client.exam.invite({ id, personIds: [seller.personId] }))).toBe('exam-nobody');
    const invited = (await sittings()).find(({ state }) => state === 'invited')?.id ?? 0;
    await client.exam.dismiss({ sittingId: invited });
    expect(await reason(seller.client.exam.sheet({ id }))).toBe('not-found');

    // Questions of the bank that cannot be asked are refused beside the field.
    const bad = newValues(examQuestionFields, { subjectId, text: '题', options: '甲\n乙', answer: 'C' });
    expect(await failure(client.examQuestion.create({ values: bad }))).toMatchObject({
      issues: [{ field: 'values.answer', issue: 'question-one-letter' }],
    });
  });
});

describe('on paper', () => {
  let worker: BundledWorker;
  beforeAll(async () => {
    worker = await bundledWorker('electron/workers/report-worker.ts');
  });
  afterAll(() => worker?.remove());

  it.skipIf(!pdfTools)('the paper has no answers, the key has all of them', async () => {
    const { client, seller, id } = await store('port', { workerUrl: worker.url, fontFolder });
    await client.exam.compose({ id, wanted, seed: 7 });
    const print = async (what: 'paper' | 'key') =>
      pagesOf(await paperBytes(await client.exam.print({ id, what, format: 'pdf' }), `exam-${what}.pdf`));
    const paper = (await print('paper')).join('');
    for (const text of ['销售技能考试', '判断一', '单选', '姓名', '限时5分钟', '客户说“太贵”'])
      expect(paper, text).toContain(text);
    expect(paper).not.toContain('先听完');
    const key = (await print('key')).join('');
    for (const text of ['保密', '先听完，再谈价值', 'A.甲', 'C.丙']) expect(key, text).toContain(text);
    await expect(seller.client.exam.print({ id, what: 'key', format: 'pdf' })).rejects.toMatchObject({
      data: { code: 'forbidden' },
    });
  });
});
