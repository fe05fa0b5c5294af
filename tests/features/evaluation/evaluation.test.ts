import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  averageHundredths,
  lowScoresOf,
  npsBasisPoints,
  recommendationOf,
} from '#shared/features/evaluation/evaluation.rules.ts';
import { orderFields } from '#shared/features/order/order.fields.ts';
import { personFields } from '#shared/features/person/person.fields.ts';
import { postFields } from '#shared/features/post/post.fields.ts';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import type { fixedClock } from '#electron/kernel/clock.ts';
import type { CoreOptions } from '#electron/store-parts.ts';
import {
  carriers,
  openTestCore,
  openWindow,
  ownerWindow,
  password,
  personWindow,
  testClock,
  type Carrier,
} from '#tests/support/core.ts';
import { bundledWorker, fontFolder, type BundledWorker } from '#tests/support/bundled-worker.ts';
import { paperBytes } from '#tests/support/paper.ts';
import { pdfText, pdfTools } from '#tests/support/pdf-text.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

const broken = (reason: string) => expect.objectContaining({ code: 'rule-violated', reason });

describe('rules of evaluations', () => {
  it.each([
    [0, 'detractor'],
    [6, 'detractor'],
    [7, 'passive'],
    [8, 'passive'],
    [9, 'promoter'],
    [10, 'promoter'],
  ])('%s of 10 is a %s', (recommend, kind) => expect(recommendationOf(recommend)).toBe(kind));

  it.each([
    [{ promoters: 0, detractors: 0, recommended: 0 }, null],
    [{ promoters: 3, detractors: 1, recommended: 4 }, 5000],
    [{ promoters: 0, detractors: 3, recommended: 3 }, -10_000],
    [{ promoters: 1, detractors: 0, recommended: 3 }, 3333],
  ])('NPS of %j is %s basis points', (counts, nps) => expect(npsBasisPoints(counts)).toBe(nps));

  it('averages scores and finds the low ones, the lowest first', () => {
    const scores = [3, 2, 5, 1].map((score, at) => ({ standardId: at + 1, score }));
    expect(averageHundredths(scores)).toBe(275);
    expect(averageHundredths([])).toBeNull();
    expect(lowScoresOf(scores).map(({ standardId }) => standardId)).toEqual([4, 2]);
  });
});

/** A store with an adviser, a finished repair order and the adviser's window. */
async function store(
  carrier: Carrier,
  clock: ReturnType<typeof fixedClock> = testClock(),
  reports?: CoreOptions['reports'],
) {
  const core = await openTestCore({ clock, ...(reports ? { reports } : {}) });
  const owner = await ownerWindow(core, carrier);
  const { client } = owner;
  const { id: postId } = await client.post.create({ values: newValues(postFields, { name: '服务顾问' }) });
  const { id: adviserId } = await client.person.create({
    values: newValues(personFields, { name: '李顾问', postId }),
  });
  const addRepair = async (number: string, values: Record<string, unknown> = {}): Promise<number> =>
    (
      await client.repair.create({
        values: newValues(repairFields, {
          number,
          checkedInOn: '2026-11-17',
          state: 'done',
          adviserId,
          ...values,
        }),
      })
    ).id;
  const repairId = await addRepair('R-1');
  return { core, owner, client, adviserId, postId, repairId, addRepair };
}

/** The customer: a window without a session. */
const customerOf = async (core: Parameters<typeof openWindow>[0], carrier: Carrier) =>
  (await openWindow(core, carrier)).client;

describe.each(carriers)('evaluations over %s', (carrier) => {
  it('a customer answers by code, once; a low score is one complaint in the same moment', async () => {
    const { core, client, adviserId, repairId } = await store(carrier);
    const visit = { visit: 'repair' as const, sourceId: repairId };
    expect(await client.evaluation.ofVisit(visit)).toBeNull();
    const asked = await client.evaluation.ask(visit);
    expect(asked).toMatchObject({ id: 1, number: '2026-E001', until: '2026-12-02' });

    const customer = await customerOf(core, carrier);
    const page = await customer.evaluation.asked({ code: asked.code });
    expect(page).toMatchObject({
      storeName: '测试商用车',
      visit: 'repair',
      personName: '李顾问',
      visitOn: '2026-11-17',
    });
    expect(page.questions).toHaveLength(7); // the shipped actions of a service adviser
    const [first, second, third] = page.questions.map(({ standardId }) => standardId);
    const scores = [
      { standardId: first ?? 0, score: 5 },
      { standardId: second ?? 0, score: 2 },
      { standardId: third ?? 0, score: 1 },
    ];
    const answer = { code: asked.code, onScreen: false, scores, recommend: 3, words: '等了两个小时没人理' };
    await customer.evaluation.answer(answer);
    expect(await failure(customer.evaluation.answer(answer))).toEqual(broken('evaluation-code'));
    expect(await failure(customer.evaluation.asked({ code: asked.code }))).toEqual(broken('evaluation-code'));

    const { record } = await client.evaluation.get({ id: 1 });
    expect(record).toMatchObject({
      state: 'answered',
      way: 'code',
      answeredOn: '2026-11-18',
      scoreHundredths: 267,
      recommend: 3,
      words: '等了两个小时没人理',
      complaintId: 1,
    });
    const complaints = await client.complaint.list({});
    expect(complaints.total).toBe(1);
    expect(complaints.rows[0]).toMatchObject({
      kind: 'lowScore',
      severity: 'serious',
      repairId,
      aboutId: adviserId,
    });
    expect(complaints.rows[0]?.description).toContain('等了两个小时没人理');
    const kept = await client.serviceScore.list({ sort: [{ field: 'score', descending: true }] });
    expect(kept.rows.map(({ score, way, complaintId }) => [score, way, complaintId])).toEqual([
      [5, 'code', null],
      [2, 'code', 1],
      [1, 'code', 1],
    ]);
    // They stand beside spot checks like any other score.
    const { lines } = await client.standard.service({ from: '2026-11-01', to: '2026-11-30' });
    expect(lines.find(({ standardId }) => standardId === null)).toMatchObject({ scores: 3, lowScores: 2 });
    // Nobody signed in: the audit names the customer's call and no person.
    const audit = await client.audit.list({});
    expect(audit.rows[0]).toMatchObject({ call: 'evaluation.answer', personId: null });
  });

  it('a code opens nothing but its page', async () => {
    const { core, client, repairId } = await store(carrier);
    const { code } = await client.evaluation.ask({ visit: 'repair', sourceId: repairId });
    const customer = await openWindow(core, carrier);
    customer.token = code;
    for (const call of [
      customer.client.evaluation.list({}),
      customer.client.evaluation.questions({ id: 1 }),
      customer.client.evaluation.ask({ visit: 'repair', sourceId: repairId }),
      customer.client.customer.list({}),
    ])
      expect(await failure(call)).toMatchObject({ code: 'signed-out' });
    expect(await failure(customer.client.evaluation.asked({ code: 'a'.repeat(20) }))).toEqual(
      broken('evaluation-code'),
    );
    expect(await failure(customer.client.evaluation.asked({ code: '1 or 1=1' }))).toMatchObject({
      code: 'invalid-input',
      issues: [{ issue: 'not-whole-code' }],
    });
  });

  it('asking again ends the code before; a code ends by itself', async () => {
    const clock = testClock();
    const { core, client, repairId } = await store(carrier, clock);
    const visit = { visit: 'repair' as const, sourceId: repairId };
    const first = await client.evaluation.ask(visit);
    const second = await client.evaluation.ask(visit);
    expect(second).toMatchObject({ id: first.id, number: first.number });
    const customer = await customerOf(core, carrier);
    expect(await failure(customer.evaluation.asked({ code: first.code }))).toEqual(broken('evaluation-code'));
    clock.set('2026-12-02T15:59:00.000Z');
    await customer.evaluation.asked({ code: second.code });
    clock.set('2026-12-02T16:00:00.000Z');
    expect(await failure(customer.evaluation.asked({ code: second.code }))).toEqual(
      broken('evaluation-code'),
    );
  });

  it('a code is given out and a slip typed in by somebody else than whom it is about', async () => {
    const { core, owner, client, postId } = await store(carrier);
    const adviser = await personWindow(core, carrier, owner, '周顾问', ['serviceAdviser']);
    const { record } = await client.person.get({ id: adviser.personId });
    await client.person.update({
      id: adviser.personId,
      version: record.version,
      values: newValues(personFields, { name: '周顾问', postId }),
    });
    const { id: repairId } = await client.repair.create({
      values: newValues(repairFields, {
        number: 'R-9',
        checkedInOn: '2026-11-17',
        state: 'done',
        adviserId: adviser.personId,
      }),
    });
    // Nobody sees the code of an own visit, asked about already or not: an answer by code has no name.
    const visit = { visit: 'repair' as const, sourceId: repairId };
    expect(await failure(adviser.client.evaluation.ask(visit))).toEqual(broken('evaluation-own-code'));
    expect(await client.evaluation.ofVisit(visit)).toBeNull();
    const { id, code } = await client.evaluation.ask(visit);
    expect(await failure(adviser.client.evaluation.ask(visit))).toEqual(broken('evaluation-own-code'));
    // What somebody else gave out stays good.
    await (await customerOf(core, carrier)).evaluation.asked({ code });
    const questions = await adviser.client.evaluation.questions({ id });
    const scores = questions.map(({ standardId }) => ({ standardId, score: 5 }));
    const slip = { id, answeredOn: '2026-11-18', scores, recommend: 10, words: '' };
    expect(await failure(adviser.client.evaluation.enter(slip))).toEqual(broken('score-own'));
    expect(await failure(adviser.client.evaluation.withdraw({ id, reason: '不想问了' }))).toEqual(
      broken('evaluation-own'),
    );
    expect(await failure(client.evaluation.enter({ ...slip, answeredOn: '2026-11-19' }))).toMatchObject({
      issues: [{ field: 'answeredOn', issue: 'in-future' }],
    });
    expect(await failure(client.evaluation.enter({ ...slip, answeredOn: '2026-11-17' }))).toMatchObject({
      issues: [{ field: 'answeredOn', issue: 'before-asked' }],
    });
    expect(await client.evaluation.enter(slip)).toEqual({ complaint: null });
    expect(await failure(client.evaluation.enter(slip))).toEqual(broken('evaluation-over'));
    expect((await client.evaluation.questions({ id })).every(({ score }) => score === 5)).toBe(true);
    expect(await failure(client.evaluation.ask({ visit: 'repair', sourceId: repairId }))).toEqual(
      broken('evaluation-over'),
    );
  });

  it('bad answers leave nothing behind', async () => {
    const { core, client, repairId } = await store(carrier);
    const { code } = await client.evaluation.ask({ visit: 'repair', sourceId: repairId });
    const customer = await customerOf(core, carrier);
    const [question] = (await customer.evaluation.asked({ code })).questions;
    const standardId = question?.standardId ?? 0;
    const nothing = { code, onScreen: true, scores: [], recommend: null, words: '  ' };
    expect(await failure(customer.evaluation.answer(nothing))).toEqual(broken('evaluation-empty'));
    const bad = (scores: { standardId: number; score: number }[]) =>
      failure(customer.evaluation.answer({ ...nothing, scores }));
    expect(await bad([{ standardId: 99_999, score: 4 }])).toEqual(broken('evaluation-other-question'));
    expect(await bad([{ standardId, score: 6 }])).toMatchObject({ code: 'invalid-input' });
    expect(await bad([{ standardId, score: 2.5 }])).toMatchObject({ code: 'invalid-input' });
    expect(
      await bad([
        { standardId, score: 1 },
        { standardId, score: 5 },
      ]),
    ).toMatchObject({ issues: [{ field: 'scores', issue: 'value-taken' }] });
    expect((await client.serviceScore.list({})).total).toBe(0);
    expect((await client.complaint.list({})).total).toBe(0);
    // The code is still good, and a word alone is an answer.
    await customer.evaluation.answer({ ...nothing, words: '很好' });
    expect((await client.evaluation.get({ id: 1 })).record).toMatchObject({
      way: 'screen',
      scoreHundredths: null,
      words: '很好',
    });
  });

  it('is asked only about work that is done by somebody whose post has standard actions', async () => {
    const { client, addRepair, adviserId } = await store(carrier);
    const ask = (sourceId: number, visit: 'repair' | 'delivery' = 'repair') =>
      failure(client.evaluation.ask({ visit, sourceId }));
    expect(await ask(await addRepair('R-2', { state: 'working' }))).toEqual(broken('evaluation-too-early'));
    expect(await ask(await addRepair('R-3', { adviserId: null }))).toEqual(broken('evaluation-nobody'));
    const { id: nobodys } = await client.person.create({ values: newValues(personFields, { name: '无岗' }) });
    expect(await ask(await addRepair('R-4', { adviserId: nobodys }))).toEqual(
      broken('evaluation-no-standards'),
    );
    expect(await ask(9999)).toMatchObject({ code: 'not-found', feature: 'repair' });
    const { id: orderId } = await client.order.create({
      values: newValues(orderFields, {
        number: 'S-1',
        orderedOn: '2026-11-10',
        customerName: '张三',
        model: '牵引车',
        consultantId: adviserId,
      }),
    });
    expect(await ask(orderId, 'delivery')).toEqual(broken('evaluation-too-early'));
  });

  it('what is withdrawn is asked no more and counts for nothing', async () => {
    const { core, client, repairId } = await store(carrier);
    const { id, code } = await client.evaluation.ask({ visit: 'repair', sourceId: repairId });
    expect(await failure(client.evaluation.withdraw({ id, reason: ' ' }))).toMatchObject({
      issues: [{ field: 'reason', issue: 'required' }],
    });
    await client.evaluation.withdraw({ id, reason: '客户已离开，不便打扰' });
    const customer = await customerOf(core, carrier);
    expect(await failure(customer.evaluation.asked({ code }))).toEqual(broken('evaluation-code'));
    expect(await failure(client.evaluation.withdraw({ id, reason: '再撤' }))).toEqual(
      broken('evaluation-over'),
    );
    const { all } = await client.evaluation.figures({ from: '2026-11-01', to: '2026-11-30' });
    expect(all).toMatchObject({ asked: 0, answered: 0 });
  });

  it('figures: by person, week and action, each equal to its list', async () => {
    const clock = testClock();
    const { core, owner, client, addRepair, adviserId } = await store(carrier, clock);
    const customer = await customerOf(core, carrier);
    const give = async (number: string, score: number, recommend: number | null): Promise<void> => {
      const { code } = await client.evaluation.ask({ visit: 'repair', sourceId: await addRepair(number) });
      const [question] = (await customer.evaluation.asked({ code })).questions;
      const scores = [{ standardId: question?.standardId ?? 0, score }];
      await customer.evaluation.answer({ code, onScreen: false, scores, recommend, words: '' });
    };
    await give('A', 5, 10);
    await give('B', 1, 2);
    await client.evaluation.ask({ visit: 'repair', sourceId: await addRepair('C') }); // never answered
    clock.set('2026-11-25T02:00:00.000Z');
    owner.token = (await client.session.signIn({ login: '王总', password })).token;
    await give('D', 4, null);
    const figures = await client.evaluation.figures({ from: '2026-11-01', to: '2026-11-30' });
    const counts = {
      asked: 4,
      askedAnswered: 3,
      answered: 3,
      complaints: 1,
      recommended: 2,
      promoters: 1,
      detractors: 1,
      scoreHundredths: 333,
    };
    expect(figures.all).toEqual(counts);
    expect(figures.people).toEqual([{ personId: adviserId, personName: '李顾问', ...counts }]);
    expect(figures.weeks.map(({ week, asked, answered }) => [week, asked, answered])).toEqual([
      ['2026-W44', 0, 0],
      ['2026-W45', 0, 0],
      ['2026-W46', 0, 0],
      ['2026-W47', 3, 2],
      ['2026-W48', 1, 1],
      ['2026-W49', 0, 0],
    ]);
    expect(figures.actions).toMatchObject([{ scores: 3, lowScores: 1, scoreHundredths: 333 }]);
    const list = await client.evaluation.list({
      filters: [
        { field: 'answeredOn', operator: 'from', value: '2026-11-01' },
        { field: 'answeredOn', operator: 'to', value: '2026-11-30' },
      ],
    });
    expect(list.total).toBe(figures.all.answered);
  });

  it('who may only read asks and enters nothing', async () => {
    const { core, owner, repairId, client } = await store(carrier);
    const { id } = await client.evaluation.ask({ visit: 'repair', sourceId: repairId });
    const auditor = await personWindow(core, carrier, owner, '审计', ['auditor']);
    expect((await auditor.client.evaluation.list({})).total).toBe(1);
    for (const call of [
      auditor.client.evaluation.ask({ visit: 'repair', sourceId: repairId }),
      auditor.client.evaluation.slip({ visit: 'repair', sourceId: repairId, address: null }),
      auditor.client.evaluation.withdraw({ id, reason: '不问了' }),
      auditor.client.evaluation.enter({
        id,
        answeredOn: '2026-11-18',
        scores: [],
        recommend: 9,
        words: '',
      }),
    ])
      expect(await failure(call)).toMatchObject({ code: 'forbidden' });
  });
});

describe('the slip', () => {
  let worker: BundledWorker;
  beforeAll(async () => {
    worker = await bundledWorker('electron/workers/report-worker.ts');
  });
  afterAll(() => worker?.remove());

  it('is one page that says its number, its questions and where to scan', async () => {
    const { client, repairId } = await store('port', testClock(), { workerUrl: worker.url, fontFolder });
    const visit = { visit: 'repair' as const, sourceId: repairId };
    const file = await client.evaluation.slip({ ...visit, address: 'http://127.0.0.1:8123' });
    expect(file.name).toBe('2026-E001.pdf');
    if (!pdfTools) return;
    const pages = pdfText(await paperBytes(file));
    expect(pages).toHaveLength(1);
    for (const words of ['客户评价单', '2026-E001', 'R-1', '李顾问', '愿意把本店推荐给朋友', '右上角的码'])
      expect(pages[0]).toContain(words);
    const [penOnly] = pdfText(
      await paperBytes(await client.evaluation.slip({ ...visit, address: null }), 'pen.pdf'),
    );
    expect(penOnly).not.toContain('右上角的码');
  });

  it('of an own visit is handed out without a code, and leaves the one that somebody else gave out', async () => {
    const { core, owner, client, addRepair } = await store('port', testClock(), {
      workerUrl: worker.url,
      fontFolder,
    });
    const { record } = await client.repair.get({ id: 1 });
    const adviser = await personWindow(core, 'port', owner, '周顾问', ['serviceAdviser']);
    const { record: person } = await client.person.get({ id: adviser.personId });
    const { record: post } = await client.person.get({ id: record.adviserId ?? 0 });
    await client.person.update({
      id: adviser.personId,
      version: person.version,
      values: newValues(personFields, { name: '周顾问', postId: post.postId }),
    });
    const first = {
      visit: 'repair' as const,
      sourceId: await addRepair('R-2', { adviserId: adviser.personId }),
    };
    const slip = { ...first, address: 'http://127.0.0.1:8123' };
    const unasked = await adviser.client.evaluation.slip(slip);
    const { code } = await client.evaluation.ask(first);
    const asked = await adviser.client.evaluation.slip(slip);
    expect([unasked.name, asked.name]).toEqual(['2026-E001.pdf', '2026-E001.pdf']);
    const customer = await customerOf(core, 'port');
    expect(await customer.evaluation.asked({ code })).toMatchObject({ personName: '周顾问' });
    if (!pdfTools) return;
    for (const file of [unasked, asked]) {
      const [page] = pdfText(await paperBytes(file, 'own.pdf'));
      expect(page).toContain('周顾问');
      expect(page).not.toContain('右上角的码');
    }
  });
});
