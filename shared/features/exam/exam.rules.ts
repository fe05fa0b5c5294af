import { seededNumbers } from '../../kernel/seeded.ts';
import type { FieldIssue } from '../../rpc/desk-error.ts';
import type { QuestionKind } from './exam.fields.ts';

export const letters = 'ABCDEFGH';

/** Options of a question, one a line, without letters that somebody wrote before them. */
export const optionsOf = (note: string | null): readonly string[] =>
  (note ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*[A-Ha-h]\s*[.．、:：)）]\s*/u, '').trim())
    .filter((line) => line !== '');

const yes = new Set(['对', '正确', '是', '√', '✓', 't', 'true', 'y', 'yes', 'right']);
const no = new Set(['错', '错误', '否', '×', '✗', 'x', 'f', 'false', 'n', 'no', 'wrong']);

/**
 * An answer in its one form: letters in their order (`B`, `ACD`), `T` or `F`, an open one as it stands. Undefined where it is
 * nothing of the kind: a letter without option, two letters for a single choice.
 */
export function answerOf(kind: QuestionKind, given: string, options: number): string | undefined {
  const text = given.trim();
  if (kind === 'open') return text === '' ? undefined : text;
  if (kind === 'judge') {
    const word = text.toLowerCase();
    return yes.has(word) ? 'T' : no.has(word) ? 'F' : undefined;
  }
  const chosen = [...new Set(text.toUpperCase().replaceAll(/[\s,，、;；]/gu, ''))].toSorted();
  const known = letters.slice(0, options);
  if (chosen.length === 0 || chosen.some((letter) => !known.includes(letter))) return undefined;
  if (kind === 'single' && chosen.length !== 1) return undefined;
  return chosen.join('');
}

type Written = {
  readonly kind: QuestionKind;
  readonly options: string | null;
  readonly answer: string;
};

/** What is wrong with a question of the bank, with the field where it is put right; undefined: it can be asked. */
export function questionProblem({ kind, options, answer }: Written): FieldIssue | undefined {
  const count = optionsOf(options).length;
  if (kind === 'single' || kind === 'multiple') {
    if (count < 2) return { field: 'values.options', issue: 'question-options' };
    if (count > letters.length) return { field: 'values.options', issue: 'question-too-many-options' };
  }
  const right = answerOf(kind, answer, count);
  if (kind === 'single' && right === undefined)
    return { field: 'values.answer', issue: 'question-one-letter' };
  if (kind === 'multiple' && (right === undefined || right.length < 2))
    return { field: 'values.answer', issue: 'question-letters' };
  if (kind === 'judge' && right === undefined)
    return { field: 'values.answer', issue: 'question-true-false' };
  return undefined;
}

/** Whether the program can mark a question by itself. */
export const marksItself = (kind: QuestionKind): boolean => kind !== 'open';

/** Points of an answer that the program marks: all for the right one, else none. 多选 must be whole. */
export function pointsOf(
  question: {
    readonly kind: QuestionKind;
    readonly options: string | null;
    readonly answer: string;
    readonly points: number;
  },
  given: string,
): number {
  const count = optionsOf(question.options).length;
  const right = answerOf(question.kind, question.answer, count);
  return right !== undefined && answerOf(question.kind, given, count) === right ? question.points : 0;
}

/** 成绩 of 100, rounded down, so that nobody passes by rounding; 0 of a paper without points. */
export const scoreOf = (points: number, total: number): number =>
  total === 0 ? 0 : Math.floor((points * 100) / total);

/** How many questions of each kind. */
export type Wanted = { readonly [Kind in QuestionKind]: number };

export type Drawn =
  | { readonly ok: true; readonly ids: readonly number[] }
  | { readonly ok: false; readonly kind: QuestionKind; readonly wanted: number; readonly have: number };

/**
 * 随机组卷: so many questions of each kind, in the order of the kinds, drawn without repetition by the seed. The pool's own
 * order does not matter. Not ok where the bank has too few of a kind.
 */
export function drawQuestions(
  pool: readonly { readonly id: number; readonly kind: QuestionKind }[],
  wanted: Wanted,
  seed: number,
): Drawn {
  const next = seededNumbers(seed);
  const ids: number[] = [];
  for (const kind of ['judge', 'single', 'multiple', 'open'] as const) {
    const left = pool
      .filter((question) => question.kind === kind)
      .map(({ id }) => id)
      .toSorted((a, b) => a - b);
    if (left.length < wanted[kind]) return { ok: false, kind, wanted: wanted[kind], have: left.length };
    for (let drawn = 0; drawn < wanted[kind]; drawn += 1) {
      const at = Math.floor(next() * left.length);
      ids.push(...left.splice(at, 1));
    }
  }
  return { ok: true, ids };
}

/** Whole minutes by which a paper was handed in too late; 0 in time or without a limit. `usedMs` from start to hand-in. */
export const minutesLate = (usedMs: number, minutes: number | null): number =>
  minutes === null ? 0 : Math.max(0, Math.floor(usedMs / 60_000) - minutes);
