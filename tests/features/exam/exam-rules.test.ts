import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionKind } from '#shared/features/exam/exam.fields.ts';
import {
  answerOf,
  drawQuestions,
  minutesLate,
  optionsOf,
  pointsOf,
  questionProblem,
  scoreOf,
} from '#shared/features/exam/exam.rules.ts';

describe('answers', () => {
  it.each<[QuestionKind, string, number, string | undefined]>([
    ['single', ' b ', 4, 'B'],
    ['single', 'AB', 4, undefined],
    ['single', 'E', 4, undefined],
    ['multiple', 'c, a、D', 4, 'ACD'],
    ['multiple', 'AA', 4, 'A'],
    ['multiple', 'AZ', 4, undefined],
    ['judge', '√', 0, 'T'],
    ['judge', '错', 0, 'F'],
    ['judge', 'False', 0, 'F'],
    ['judge', '也许', 0, undefined],
    ['open', ' 先听完 ', 0, '先听完'],
    ['open', '  ', 0, undefined],
  ])('%s %j of %i options is %j', (kind, given, options, expected) =>
    expect(answerOf(kind, given, options)).toBe(expected),
  );

  it('options lose the letters that somebody wrote before them', () =>
    expect(optionsOf('A. 甲\nB、乙\n\nC：丙\nAuto show')).toEqual(['甲', '乙', '丙', 'Auto show']));

  it.each<[QuestionKind, string | null, string, string | undefined]>([
    ['single', '甲\n乙', 'B', undefined],
    ['single', '甲', 'A', 'question-options'],
    ['single', '甲\n乙', 'C', 'question-one-letter'],
    ['multiple', '甲\n乙\n丙', 'A', 'question-letters'],
    ['multiple', '甲\n乙\n丙', 'CA', undefined],
    ['judge', null, '对', undefined],
    ['judge', null, 'A', 'question-true-false'],
    [
      'single',
      Array.from({ length: 9 }, (_, at) => `第${at}项`).join('\n'),
      'A',
      'question-too-many-options',
    ],
    ['open', null, '要点', undefined],
  ])('a %s question with %j and %j: %s', (kind, options, answer, issue) =>
    expect(questionProblem({ kind, options, answer })?.issue).toBe(issue),
  );

  it('several answers count when they are whole', () => {
    const question = { kind: 'multiple', options: '甲\n乙\n丙', answer: 'AC', points: 4 } as const;
    expect(['CA', 'A', 'ABC', ''].map((given) => pointsOf(question, given))).toEqual([4, 0, 0, 0]);
  });
});

describe('marks', () => {
  it.each([
    [59, 99, 59],
    [0, 0, 0],
    [20, 20, 100],
    [199, 200, 99], // nobody passes by rounding
  ])('%i of %i points: %i', (points, total, score) => expect(scoreOf(points, total)).toBe(score));

  it.each([
    [30 * 60_000 + 59_999, 30, 0],
    [31 * 60_000, 30, 1],
    [86_400_000, null, 0],
  ])('%i ms of %s minutes: %i late', (usedMs, minutes, late) =>
    expect(minutesLate(usedMs, minutes)).toBe(late),
  );
});

const pool = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 500 }),
    kind: fc.constantFrom<QuestionKind>('single', 'multiple', 'judge', 'open'),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
);
const some = fc.integer({ min: 0, max: 8 });

it('a drawn paper has what was wanted, each question once, and its seed draws it again', () => {
  fc.assert(
    fc.property(
      pool,
      fc.record({ single: some, multiple: some, judge: some, open: some }),
      fc.integer({ min: 1, max: 2_147_483_647 }),
      (questions, wanted, seed) => {
        const drawn = drawQuestions(questions, wanted, seed);
        const have = (kind: QuestionKind) => questions.filter((one) => one.kind === kind).length;
        if (!drawn.ok) {
          expect(have(drawn.kind)).toBe(drawn.have);
          expect(drawn.have).toBeLessThan(wanted[drawn.kind]);
          return;
        }
        expect(new Set(drawn.ids).size).toBe(drawn.ids.length);
        const kindOf = new Map(questions.map(({ id, kind }) => [id, kind]));
        for (const kind of ['single', 'multiple', 'judge', 'open'] as const)
          expect(drawn.ids.filter((id) => kindOf.get(id) === kind)).toHaveLength(wanted[kind]);
        expect(drawQuestions(questions.toReversed(), wanted, seed)).toEqual(drawn);
      },
    ),
  );
});

it('another seed draws another paper', () => {
  const questions = Array.from({ length: 40 }, (_, id) => ({ id: id + 1, kind: 'judge' as const }));
  const papers = [1, 2, 3, 4].map((seed) =>
    JSON.stringify(drawQuestions(questions, { judge: 8, single: 0, multiple: 0, open: 0 }, seed)),
  );
  expect(new Set(papers).size).toBe(4);
});
