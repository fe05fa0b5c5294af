import { fieldsOf } from '../../kernel/field.ts';

export const questionKinds = ['single', 'multiple', 'judge', 'open'] as const; // 单选 多选 判断 问答
export type QuestionKind = (typeof questionKinds)[number];

/** 题库 question of a subject. */
export const examQuestionFields = fieldsOf({
  subjectId: { kind: 'reference', refers: 'trainingSubject', required: true, listed: true },
  kind: { kind: 'choice', choices: questionKinds, required: true, initial: 'single', listed: true },
  text: { kind: 'note', required: true, max: 1000, listed: true, searched: true },
  /** One a line, in the order of their letters A, B, C …. */
  options: { kind: 'note', max: 1000 },
  /** Letters of the right options, 对 or 错, or what an open answer should say. */
  answer: { kind: 'note', required: true, max: 400 },
  points: { kind: 'integer', required: true, min: 1, initial: 5, listed: true },
});

export const examStates = ['draft', 'open', 'closed'] as const; // 组卷 开考 结束
export type ExamState = (typeof examStates)[number];

/** 考试: a paper of questions from the bank, frozen with them when it is opened. */
export const examFields = fieldsOf({
  name: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  subjectId: { kind: 'reference', refers: 'trainingSubject', required: true, listed: true },
  /** The session whose list of people gets the marks. */
  trainingId: { kind: 'reference', refers: 'training' },
  heldOn: { kind: 'day', required: true, listed: true },
  /** Minutes from the start to handing in; empty: as long as one likes. */
  minutes: { kind: 'integer', min: 1 },
  /** 及格分 of 100. */
  passMark: { kind: 'integer', required: true, min: 1, initial: 60, listed: true },
  state: { kind: 'choice', choices: examStates, required: true, computed: true, listed: true },
  questions: { kind: 'integer', required: true, computed: true, listed: true },
  points: { kind: 'integer', required: true, computed: true, listed: true },
  /** Number that the questions were drawn by; empty: chosen by hand. */
  seed: { kind: 'integer', computed: true },
  note: { kind: 'note', max: 1000 },
});

export const sittingStates = ['invited', 'started', 'handedIn', 'marked'] as const; // 待考 答题中 待阅 已阅
export type SittingState = (typeof sittingStates)[number];
