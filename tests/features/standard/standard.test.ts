import { describe, expect, it } from 'vitest';
import { personFields } from '#shared/features/person/person.fields.ts';
import { postFields } from '#shared/features/post/post.fields.ts';
import { serviceScoreFields } from '#shared/features/standard/standard.fields.ts';
import { isForPost, isInForce, isLowScore, spotScore } from '#shared/features/standard/standard.rules.ts';
import type { DeskErrorData } from '#shared/rpc/desk-error.ts';
import { carriers, openTestCore, ownerWindow, personWindow, type Window } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';

describe('rules of service quality', () => {
  it.each([
    [
      [
        ['met', 10],
        ['met', 20],
      ],
      10_000,
    ],
    [
      [
        ['met', 10],
        ['missed', 20],
      ],
      3333,
    ],
    [[['missed', 10]], 0],
    [
      [
        ['met', 10],
        ['notApplicable', 90],
      ],
      10_000,
    ],
    [[['notApplicable', 10]], null],
    [[], null],
  ] as const)('%j: %s basis points', (marks, score) => {
    expect(spotScore(marks.map(([mark, weight]) => ({ mark, weight })))).toBe(score);
  });

  it.each([
    ['客服', '客服', true],
    ['客服', '客服专员', true],
    ['服务顾问', '服务顾问', true],
    ['服务顾问', '销售顾问', false],
    ['客服专员', '客服', false],
    ['客服', '', false],
  ])('a standard for %s is for %s: %s', (post, held, expected) =>
    expect(isForPost({ post }, held)).toBe(expected),
  );

  it.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('in force on %s: %s', (day, expected) =>
    expect(isInForce({ validFrom: '2026-01-01', validTo: '2026-06-30' }, day)).toBe(expected),
  );

  it.each([
    [1, true],
    [2, true],
    [3, false],
  ])('a score of %s is low: %s', (score, expected) => expect(isLowScore(score)).toBe(expected));
});

/** A person who holds a post. */
async function holder({ client }: Window, name: string, post: string): Promise<number> {
  const { id: postId } = await client.post.create({ values: newValues(postFields, { name: post }) });
  return (await client.person.create({ values: newValues(personFields, { name, postId }) })).id;
}

describe.each(carriers)('service quality over %s', (carrier) => {
  it('asks the shipped actions of the post in the language of the person, and scores by weight', async () => {
    const owner = await ownerWindow(await openTestCore(), carrier);
    const personId = await holder(owner, '李顾问', '服务顾问');
    const asked = await owner.client.standard.ofPerson({ personId, day: '2026-11-18' });
    expect(asked.post).toBe('服务顾问');
    expect(asked.standards.map(({ code }) => code)).toEqual([
      'SA-01',
      'SA-02',
      'SA-03',
      'SA-04',
      'SA-05',
      'SA-06',
      'SA-07',
    ]);
    expect(asked.standards.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    const marks = asked.standards.map(({ id, code }) => ({
      standardId: id,
      mark:
        code === 'SA-04'
          ? ('missed' as const)
          : code === 'SA-07'
            ? ('notApplicable' as const)
            : ('met' as const),
      note: code === 'SA-04' ? '没说完工时间' : null,
    }));
    const made = await owner.client.spotCheck.create({
      personId,
      checkedOn: '2026-11-17',
      note: null,
      marks,
    });
    expect(made).toEqual({ id: 1, scoreBasisPoints: 7778 }); // 70 of 90
    expect((await owner.client.spotCheck.get({ id: 1 })).record).toMatchObject({
      post: '服务顾问',
      metCount: 5,
      missedCount: 1,
      checkerId: 1,
    });
    const written = await owner.client.spotCheck.marks({ id: 1 });
    expect(written.find(({ code }) => code === 'SA-04')).toMatchObject({
      mark: 'missed',
      note: '没说完工时间',
      weight: 20,
    });
    await owner.client.session.setLanguage({ language: 'en' });
    const english = await owner.client.standard.ofPerson({ personId, day: '2026-11-18' });
    expect(english.standards[0]?.text).toBe('Greets the customer within a minute of arrival');
  });

  it('ships actions in both languages for four posts, whose weights add up', async () => {
    const owner = await ownerWindow(await openTestCore(), carrier);
    const { rows } = await owner.client.standard.list({ pageSize: 100 });
    const byPost = Map.groupBy(rows, ({ post }) => post);
    expect([...byPost.keys()].sort()).toEqual(['客服', '服务顾问', '维修技师', '销售顾问'].sort());
    for (const list of byPost.values()) expect(list.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(rows.filter(({ textEn }) => textEn === null)).toEqual([]);
  });

  it('refuses a check of oneself, of nothing, of another post and of a day to come', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const adviser = await personWindow(core, carrier, owner, '小李', ['serviceAdviser']);
    const personId = await holder(owner, '李顾问', '服务顾问');
    const otherId = await holder(owner, '王技师', '维修技师');
    const [own] = (await owner.client.standard.ofPerson({ personId, day: '2026-11-18' })).standards;
    const [other] = (await owner.client.standard.ofPerson({ personId: otherId, day: '2026-11-18' }))
      .standards;
    const check = (given: object): Promise<DeskErrorData | undefined> =>
      failure(
        owner.client.spotCheck.create({
          personId,
          checkedOn: '2026-11-18',
          note: null,
          marks: [{ standardId: own?.id ?? 0, mark: 'met', note: null }],
          ...given,
        }),
      );
    expect(await check({ personId: 1 })).toMatchObject({ reason: 'spot-check-own' });
    expect(await check({ marks: [] })).toMatchObject({ reason: 'spot-check-empty' });
    expect(await check({ marks: [{ standardId: other?.id ?? 0, mark: 'met', note: null }] })).toMatchObject({
      reason: 'spot-check-other-post',
    });
    expect(await check({ checkedOn: '2026-11-19' })).toMatchObject({ issues: [{ issue: 'in-future' }] });
    expect(
      await failure(
        adviser.client.spotCheck.create({ personId, checkedOn: '2026-11-18', note: null, marks: [] }),
      ),
    ).toEqual({
      code: 'forbidden',
      right: 'spotCheck.write',
    });
    expect((await owner.client.spotCheck.list({})).total).toBe(0);
  });

  it('a low score raises a complaint about the person in the same transaction, a fair one none', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const personId = await holder(owner, '李顾问', '服务顾问');
    const score = (given: object) =>
      owner.client.serviceScore.create({
        values: newValues(serviceScoreFields, { scoredOn: '2026-11-18', personId, score: 5, ...given }),
      });
    expect(await score({ score: 3 })).toEqual({ id: 1, complaint: null });
    expect(await score({ score: 2, words: '等了两小时' })).toEqual({
      id: 2,
      complaint: { id: 1, number: '2026-T001' },
    });
    expect(await owner.client.complaint.view({ id: 1 })).toMatchObject({
      kind: 'lowScore',
      channel: 'score',
      state: 'open',
      severity: 'normal',
      handlerId: null,
      aboutId: personId,
      customerName: '未留名客户',
      description: '等了两小时',
    });
    await score({ score: 1 });
    expect(await owner.client.complaint.view({ id: 2 })).toMatchObject({ severity: 'serious' });
    expect((await owner.client.serviceScore.get({ id: 2 })).record.complaintId).toBe(1);

    // What cannot become a complaint is no score either: both or none.
    expect(await failure(score({ score: 1, customerId: 99 }))).toMatchObject({ code: 'rule-violated' });
    expect(await failure(score({ score: 6 }))).toMatchObject({ issues: [{ issue: 'score-range' }] });
    expect(await failure(score({ score: 0 }))).toMatchObject({ issues: [{ issue: 'too-small' }] });
    expect(await failure(score({ personId: 1 }))).toMatchObject({ reason: 'score-own' });
    expect((await owner.client.serviceScore.list({})).total).toBe(3);
    expect((await owner.client.complaint.list({})).total).toBe(2);
  });

  it('puts spot checks beside scores, per person and action, for a period', async () => {
    const owner = await ownerWindow(await openTestCore(), carrier);
    const personId = await holder(owner, '李顾问', '服务顾问');
    const [first, second] = (await owner.client.standard.ofPerson({ personId, day: '2026-11-18' })).standards;
    const mark = (id: number | undefined, as: 'met' | 'missed') => ({
      standardId: id ?? 0,
      mark: as,
      note: null,
    });
    await owner.client.spotCheck.create({
      personId,
      checkedOn: '2026-11-02',
      note: null,
      marks: [mark(first?.id, 'met'), mark(second?.id, 'missed')],
    });
    await owner.client.spotCheck.create({
      personId,
      checkedOn: '2026-10-31',
      note: null,
      marks: [mark(first?.id, 'missed')],
    });
    for (const [score, standardId] of [
      [5, null],
      [2, first?.id ?? 0],
    ] as const)
      await owner.client.serviceScore.create({
        values: newValues(serviceScoreFields, {
          scoredOn: '2026-11-30'.replace('30', '18'),
          personId,
          score,
          standardId,
        }),
      });
    const { lines } = await owner.client.standard.service({ from: '2026-11-01', to: '2026-11-30' });
    expect(lines.map(({ standardId, checks, checkBasisPoints, scores, scoreHundredths, lowScores }) => [
      standardId, checks, checkBasisPoints, scores, scoreHundredths, lowScores,
    ])).toEqual([
      [null, 1, 4000, 2, 350, 1],
      [first?.id, 1, 10_000, 1, 200, 1],
      [second?.id, 1, 0, 0, null, 0],
    ]); // prettier-ignore
    expect((await owner.client.standard.service({ from: '2026-09-01', to: '2026-09-30' })).lines).toEqual([]);
  });
});
