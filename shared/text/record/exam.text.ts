import { examFields, examQuestionFields } from '../../features/exam/exam.fields.ts';
import { recordText } from './record-texts.ts';

export const examQuestionText = recordText(
  examQuestionFields,
  {
    one: '考题',
    many: '题库',
    empty: '题库还是空的。',
    fields: {
      subjectId: '课题',
      kind: '题型',
      text: '题目',
      options: '选项（每行一个）',
      answer: '答案',
      points: '分值',
    },
    choices: { kind: { single: '单选', multiple: '多选', judge: '判断', open: '问答' } },
  },
  {
    one: 'exam question',
    many: 'Question bank',
    empty: 'The question bank is empty.',
    fields: {
      subjectId: 'Subject',
      kind: 'Kind',
      text: 'Question',
      options: 'Options (one a line)',
      answer: 'Answer',
      points: 'Points',
    },
    choices: {
      kind: { single: 'One answer', multiple: 'Several answers', judge: 'True or false', open: 'Open' },
    },
  },
);

export const examText = recordText(
  examFields,
  {
    one: '考试',
    many: '考试',
    empty: '还没有考试。新建一场，从题库随机抽题或自己选题。',
    fields: {
      name: '考试名称',
      subjectId: '课题',
      trainingId: '对应培训',
      heldOn: '日期',
      minutes: '限时（分钟）',
      passMark: '及格分',
      state: '状态',
      questions: '题数',
      points: '总分',
      seed: '抽题号',
      note: '备注',
    },
    choices: { state: { draft: '组卷', open: '开考', closed: '结束' } },
  },
  {
    one: 'exam',
    many: 'Exams',
    empty: 'No exams yet. Make one, then draw questions from the bank or choose them.',
    fields: {
      name: 'Exam',
      subjectId: 'Subject',
      trainingId: 'Of the session',
      heldOn: 'Day',
      minutes: 'Time (minutes)',
      passMark: 'Pass mark',
      state: 'State',
      questions: 'Questions',
      points: 'Points in all',
      seed: 'Drawn by number',
      note: 'Note',
    },
    choices: { state: { draft: 'Draft', open: 'Open', closed: 'Closed' } },
  },
);
