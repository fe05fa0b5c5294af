import { fieldsOf } from '../../kernel/field.ts';

/** 四个人才成长季: 1–3 基础学习季, 4–6 实战应用季, 7–9 学习竞赛季, 10–12 成长收获季. */
export const seasons = ['basics', 'practice', 'contest', 'harvest'] as const;
export type Season = (typeof seasons)[number];

/** 二类人才成长计划: 新晋管理岗位 / 业务骨干; everybody for what is for all. */
export const growthTracks = ['newManager', 'backbone'] as const;
const tracks = ['everybody', ...growthTracks] as const;

/** 三种培训方式: 课堂互动 / 户外拓展 / 外部培训. */
export const trainingWays = ['classroom', 'outdoor', 'external'] as const;

export const trainingStates = ['planned', 'held', 'cancelled'] as const;
export type TrainingState = (typeof trainingStates)[number];

/** 年度培训计划 of a year: who is in charge, who oversees it, what it may cost. */
export const trainingYearFields = fieldsOf({
  year: { kind: 'integer', required: true, min: 2000, listed: true, unique: true },
  leaderId: { kind: 'reference', refers: 'person', required: true, listed: true }, // 培训负责人
  deputyId: { kind: 'reference', refers: 'person', listed: true }, // 分管副总
  budgetFen: { kind: 'money', listed: true },
  note: { kind: 'note', max: 2000 },
});

/** 培训课题 subject of a season. */
export const trainingSubjectFields = fieldsOf({
  name: { kind: 'text', required: true, max: 60, listed: true, searched: true },
  nameEn: { kind: 'text', max: 100, searched: true },
  season: { kind: 'choice', choices: seasons, required: true, initial: 'basics', listed: true },
  track: { kind: 'choice', choices: tracks, required: true, initial: 'everybody', listed: true },
  /** Hours that the plan gives it in a year. */
  hoursHundredths: { kind: 'integer', required: true, initial: 200, listed: true, summed: true },
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  note: { kind: 'note', max: 1000 },
});

/** 内训师 with the extra pay of an hour. */
export const trainerFields = fieldsOf({
  personId: { kind: 'reference', refers: 'person', required: true, listed: true },
  payFen: { kind: 'money', required: true, initial: 0, listed: true }, // 每课时增加的绩效
  field: { kind: 'text', max: 100, listed: true }, // 擅长课题
  validFrom: { kind: 'day', required: true, listed: true },
  validTo: { kind: 'day', listed: true },
  note: { kind: 'note', max: 1000 },
});

/** 培训 one session. */
export const trainingFields = fieldsOf({
  name: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  subjectId: { kind: 'reference', refers: 'trainingSubject', required: true, listed: true },
  way: { kind: 'choice', choices: trainingWays, required: true, initial: 'classroom', listed: true },
  heldOn: { kind: 'day', required: true, listed: true },
  startsAt: { kind: 'text', required: true, max: 5, initial: '14:00', listed: true },
  endsAt: { kind: 'text', required: true, max: 5, initial: '16:00', listed: true },
  hoursHundredths: { kind: 'integer', required: true, computed: true, listed: true, summed: true },
  place: { kind: 'text', max: 60, listed: true },
  /** 内训师; for an external one the name alone. */
  trainerId: { kind: 'reference', refers: 'person', listed: true },
  externalTrainer: { kind: 'text', max: 60 },
  state: { kind: 'choice', choices: trainingStates, required: true, initial: 'planned', listed: true },
  /** 学习竞赛: its scores are ranked. */
  isContest: { kind: 'flag', required: true, initial: false },
  /** 及格分 of 100; empty: no exam. */
  passMark: { kind: 'integer', min: 0 },
  costFen: { kind: 'money', required: true, initial: 0, listed: true, summed: true },
  /** 要提升的指标: key of an indicator whose figures before and after are shown. */
  indicator: { kind: 'text', max: 40, computed: true },
  /** What is to be moved in words, with its value before and after, where no indicator tells it. */
  aim: { kind: 'text', max: 100 },
  aimBefore: { kind: 'text', max: 40 },
  aimAfter: { kind: 'text', max: 40 },
  note: { kind: 'note', max: 2000 },
});

export const attendances = ['invited', 'present', 'late', 'absent', 'excused'] as const; // 待到 出勤 迟到 缺勤 请假
export type Attendance = (typeof attendances)[number];

/** 参训 of one person: attendance and 考试成绩 of 100. */
export const trainingSeatFields = fieldsOf({
  trainingId: { kind: 'reference', refers: 'training', required: true },
  personId: { kind: 'reference', refers: 'person', required: true, listed: true },
  attendance: { kind: 'choice', choices: attendances, required: true, initial: 'invited', listed: true },
  score: { kind: 'integer', listed: true },
  note: { kind: 'text', max: 200, listed: true },
});

/** 成长路径 a step of a person on one of the two tracks. */
export const growthStepFields = fieldsOf({
  personId: { kind: 'reference', refers: 'person', required: true, listed: true },
  track: { kind: 'choice', choices: growthTracks, required: true, initial: 'backbone', listed: true },
  text: { kind: 'text', required: true, max: 200, listed: true, searched: true },
  subjectId: { kind: 'reference', refers: 'trainingSubject', listed: true },
  dueOn: { kind: 'day', required: true, listed: true },
  doneOn: { kind: 'day', listed: true },
  note: { kind: 'note', max: 1000 },
});

/** 证书 of a person. */
export const trainingCertificateFields = fieldsOf({
  personId: { kind: 'reference', refers: 'person', required: true, listed: true },
  name: { kind: 'text', required: true, max: 100, listed: true, searched: true },
  /** Given by the store's own series where it is left empty and the store issues it. */
  number: { kind: 'text', max: 60, listed: true, searched: true },
  /** 发证单位; empty: the store itself. */
  issuer: { kind: 'text', max: 60, listed: true },
  examId: { kind: 'reference', refers: 'exam', computed: true },
  issuedOn: { kind: 'day', required: true, listed: true },
  expiresOn: { kind: 'day', listed: true },
  note: { kind: 'note', max: 1000 },
});
