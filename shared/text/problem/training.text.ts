import { bilingual } from '../bilingual.ts';

/** Sentences about training: reasons of broken rules, issues beside fields; what is wrong and what to do. */
export const trainingProblems = bilingual(
  {
    reasons: {
      'training-trainer-busy': '这位讲师在这个时间另有培训，请换时间或换讲师。',
      'training-place-taken': '这个地点在这个时间已有培训，请换时间或地点。',
      'training-person-busy': '有人在这个时间已参加或主讲另一场培训，请换时间，或把人移出其中一场。',
      'training-seat-taken': '这个人已经在这场培训的名单里。',
      'training-not-yet': '培训日期还没到，不能记为已举行。',
      'training-certificate-issued': '这场考试已经给这个人发过证书。',
    },
  },
  {
    reasons: {
      'training-trainer-busy':
        'The trainer gives or attends another session at this time: choose another time or trainer.',
      'training-place-taken':
        'There is another session at this place and time: choose another time or place.',
      'training-person-busy':
        'Somebody is wanted in two sessions at this time: choose another time, or take the person out of one.',
      'training-seat-taken': 'This person is on the list of the session already.',
      'training-certificate-issued': 'This person has a certificate for this exam already.',
      'training-not-yet': 'The day of the session has not come: it cannot have been held.',
    },
  },
);
