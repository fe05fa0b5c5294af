import { bilingual } from '../bilingual.ts';

/** Sentences about exam: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const examProblems = bilingual(
  {
    reasons: {
      'exam-frozen': '这场考试已经开考，题目和考试条件不能再改。要换题请新建一场考试。',
      'exam-too-few-judge':
        '题库里这个课题只有 {{have}} 道判断题，不够 {{wanted}} 道。请补充题目或少抽几道。',
      'exam-too-few-single':
        '题库里这个课题只有 {{have}} 道单选题，不够 {{wanted}} 道。请补充题目或少抽几道。',
      'exam-too-few-multiple':
        '题库里这个课题只有 {{have}} 道多选题，不够 {{wanted}} 道。请补充题目或少抽几道。',
      'exam-too-few-open': '题库里这个课题只有 {{have}} 道问答题，不够 {{wanted}} 道。请补充题目或少抽几道。',
      'exam-foreign-question': '有题目不在这个课题的题库里，请重新选题。',
      'exam-no-questions': '试卷还没有题目，请先抽题或选题。',
      'exam-not-open': '这场考试没有开考，或者已经结束。',
      'exam-nobody': '没有新的考生：选的人已在名单里，或者已离职。',
      'exam-begun': '这个人已经开始答题，不能再取消或另行录入。',
      'exam-unmarked': '还有人没交卷或没阅卷：{{names}}。请先收齐、阅完再结束。',
      'exam-not-started': '请先点“开始答题”。',
      'exam-handed-in': '已经交过卷了，每场考试只能答一次。',
      'exam-own-marks': '不能给自己录入或阅卷，请换一个人。',
      'exam-not-handed-in': '这份答卷还没交，或者已经阅过。',
    },
    issues: {
      'question-options': '请至少写两个选项，每行一个。',
      'question-too-many-options': '选项最多八个（A–H）。',
      'question-one-letter': '请填一个选项的字母，例如 B。',
      'question-letters': '请填两个以上选项的字母，例如 ACD。',
      'question-true-false': '请填“对”或“错”。',
      'exam-answer': '这不是这道题的答案，请重新选择。',
    },
  },
  {
    reasons: {
      'exam-frozen': 'The exam is open: its questions and terms stand. Make another exam to change them.',
      'exam-too-few-judge':
        'The bank has {{have}} true-or-false questions of this subject, {{wanted}} are wanted. Add some or draw fewer.',
      'exam-too-few-single':
        'The bank has {{have}} one-answer questions of this subject, {{wanted}} are wanted. Add some or draw fewer.',
      'exam-too-few-multiple':
        'The bank has {{have}} several-answer questions of this subject, {{wanted}} are wanted. Add some or draw fewer.',
      'exam-too-few-open':
        'The bank has {{have}} open questions of this subject, {{wanted}} are wanted. Add some or draw fewer.',
      'exam-foreign-question': 'A question is not in the bank of this subject: choose again.',
      'exam-no-questions': 'The paper has no questions yet: draw or choose them first.',
      'exam-not-open': 'The exam is not open, or it is over.',
      'exam-nobody': 'Nobody was added: they are on the list already, or have left.',
      'exam-begun': 'This person has begun: the sitting cannot be taken back or typed in.',
      'exam-unmarked': 'Not handed in or not marked yet: {{names}}. Collect and mark them before closing.',
      'exam-not-started': 'Press “Begin” first.',
      'exam-handed-in': 'It was handed in already: each exam is taken once.',
      'exam-own-marks': 'Nobody types in or marks the own paper: ask somebody else.',
      'exam-not-handed-in': 'This paper has not been handed in, or was marked already.',
    },
    issues: {
      'question-options': 'Write two options at least, one a line.',
      'question-too-many-options': 'Eight options at most (A–H).',
      'question-one-letter': 'Write the letter of one option, for example B.',
      'question-letters': 'Write the letters of two options or more, for example ACD.',
      'question-true-false': 'Write “true” or “false”.',
      'exam-answer': 'This is no answer to the question: choose again.',
    },
  },
);
