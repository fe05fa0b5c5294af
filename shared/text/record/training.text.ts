import {
  growthStepFields,
  trainerFields,
  trainingCertificateFields,
  trainingFields,
  trainingSeatFields,
  trainingSubjectFields,
  trainingYearFields,
} from '../../features/training/training.fields.ts';
import { recordText } from './record-texts.ts';

export const trainingText = recordText(
  trainingFields,
  {
    one: '培训',
    many: '培训安排',
    empty: '还没有安排培训。按季度选课题，定好时间、地点和讲师。',
    fields: {
      name: '培训名称',
      subjectId: '课题',
      way: '方式',
      heldOn: '日期',
      startsAt: '开始',
      endsAt: '结束',
      hoursHundredths: '课时',
      place: '地点',
      trainerId: '内训师',
      externalTrainer: '外部讲师',
      state: '状态',
      isContest: '竞赛（成绩排名）',
      passMark: '及格分',
      costFen: '费用',
      indicator: '对应指标',
      aim: '要提升什么',
      aimBefore: '培训前',
      aimAfter: '培训后',
      note: '备注',
    },
    choices: {
      way: { classroom: '课堂互动', outdoor: '户外拓展', external: '外部培训' },
      state: { planned: '计划', held: '已举行', cancelled: '取消' },
    },
  },
  {
    one: 'training session',
    many: 'Training sessions',
    empty: 'No sessions yet. Choose a subject of the season, with time, place and trainer.',
    fields: {
      name: 'Session',
      subjectId: 'Subject',
      way: 'Way',
      heldOn: 'Day',
      startsAt: 'From',
      endsAt: 'To',
      hoursHundredths: 'Hours',
      place: 'Place',
      trainerId: 'Trainer',
      externalTrainer: 'External trainer',
      state: 'State',
      isContest: 'Contest (marks are ranked)',
      passMark: 'Pass mark',
      costFen: 'Cost',
      indicator: 'Indicator',
      aim: 'What is to be moved',
      aimBefore: 'Before',
      aimAfter: 'After',
      note: 'Note',
    },
    choices: {
      way: { classroom: 'Classroom', outdoor: 'Outdoor', external: 'External' },
      state: { planned: 'Planned', held: 'Held', cancelled: 'Cancelled' },
    },
  },
);

export const trainingSeatText = recordText(
  trainingSeatFields,
  {
    one: '参训人员',
    many: '参训记录',
    empty: '还没有人参加这场培训。',
    fields: { trainingId: '培训', personId: '人员', attendance: '出勤', score: '成绩', note: '说明' },
    choices: {
      attendance: { invited: '待到', present: '出勤', late: '迟到', absent: '缺勤', excused: '请假' },
    },
  },
  {
    one: 'participant',
    many: 'Participants',
    empty: 'Nobody takes part in this session yet.',
    fields: {
      trainingId: 'Session',
      personId: 'Person',
      attendance: 'Attendance',
      score: 'Mark',
      note: 'Remark',
    },
    choices: {
      attendance: {
        invited: 'Invited',
        present: 'Present',
        late: 'Late',
        absent: 'Absent',
        excused: 'Excused',
      },
    },
  },
);

export const trainingYearText = recordText(
  trainingYearFields,
  {
    one: '年度培训计划',
    many: '年度培训计划',
    empty: '还没有年度培训计划。定下培训负责人和分管副总。',
    fields: {
      year: '年度',
      leaderId: '培训负责人',
      deputyId: '分管副总',
      budgetFen: '预算',
      note: '备注',
    },
    choices: {},
  },
  {
    one: 'training plan of a year',
    many: 'Training plans',
    empty: 'No plan yet. Name who is in charge and who oversees it.',
    fields: {
      year: 'Year',
      leaderId: 'In charge',
      deputyId: 'Overseen by',
      budgetFen: 'Budget',
      note: 'Note',
    },
    choices: {},
  },
);

export const trainingSubjectText = recordText(
  trainingSubjectFields,
  {
    one: '培训课题',
    many: '培训课题',
    empty: '没有培训课题。',
    fields: {
      name: '课题',
      nameEn: '英文名称',
      season: '成长季',
      track: '对象',
      hoursHundredths: '计划课时',
      validFrom: '生效日',
      validTo: '失效日',
      note: '备注',
    },
    choices: {
      season: {
        basics: '基础学习季（1–3月）',
        practice: '实战应用季（4–6月）',
        contest: '学习竞赛季（7–9月）',
        harvest: '成长收获季（10–12月）',
      },
      track: { everybody: '全员', newManager: '新晋管理岗位', backbone: '业务骨干' },
    },
  },
  {
    one: 'training subject',
    many: 'Training subjects',
    empty: 'No subjects.',
    fields: {
      name: 'Subject',
      nameEn: 'Name in English',
      season: 'Season',
      track: 'For',
      hoursHundredths: 'Planned hours',
      validFrom: 'Valid from',
      validTo: 'Valid to',
      note: 'Note',
    },
    choices: {
      season: {
        basics: 'Basics (Jan–Mar)',
        practice: 'Practice (Apr–Jun)',
        contest: 'Contest (Jul–Sep)',
        harvest: 'Harvest (Oct–Dec)',
      },
      track: { everybody: 'Everybody', newManager: 'New managers', backbone: 'Key people' },
    },
  },
);

export const trainerText = recordText(
  trainerFields,
  {
    one: '内训师',
    many: '内训师',
    empty: '还没有内训师。选定人员，写明每课时增加的绩效。',
    fields: {
      personId: '人员',
      payFen: '每课时绩效',
      field: '擅长课题',
      validFrom: '生效日',
      validTo: '失效日',
      note: '备注',
    },
    choices: {},
  },
  {
    one: 'trainer',
    many: 'Trainers',
    empty: 'No trainers yet. Choose people and the extra pay of an hour.',
    fields: {
      personId: 'Person',
      payFen: 'Extra pay per hour',
      field: 'Subjects',
      validFrom: 'Valid from',
      validTo: 'Valid to',
      note: 'Note',
    },
    choices: {},
  },
);

export const growthStepText = recordText(
  growthStepFields,
  {
    one: '成长步骤',
    many: '成长路径',
    empty: '还没有成长路径。为新晋管理岗位和业务骨干逐步写明学什么、何时完成。',
    fields: {
      personId: '人员',
      track: '成长计划',
      text: '步骤',
      subjectId: '课题',
      dueOn: '完成期限',
      doneOn: '完成日期',
      note: '备注',
    },
    choices: { track: { newManager: '新晋管理岗位', backbone: '业务骨干' } },
  },
  {
    one: 'step of growth',
    many: 'Growth paths',
    empty: 'No paths yet. Write for new managers and key people step by step what to learn by when.',
    fields: {
      personId: 'Person',
      track: 'Track',
      text: 'Step',
      subjectId: 'Subject',
      dueOn: 'Due on',
      doneOn: 'Done on',
      note: 'Note',
    },
    choices: { track: { newManager: 'New managers', backbone: 'Key people' } },
  },
);

export const trainingCertificateText = recordText(
  trainingCertificateFields,
  {
    one: '证书',
    many: '人员证书',
    empty: '还没有证书。',
    fields: {
      personId: '人员',
      name: '证书名称',
      number: '证书编号（留空自动编号）',
      issuer: '发证单位（空为本店）',
      examId: '考试',
      issuedOn: '发证日期',
      expiresOn: '有效期至',
      note: '备注',
    },
    choices: {},
  },
  {
    one: 'certificate of a person',
    many: 'People’s certificates',
    empty: 'No certificates yet.',
    fields: {
      personId: 'Person',
      name: 'Certificate',
      number: 'Number (empty: by itself)',
      issuer: 'Issued by (empty: this store)',
      examId: 'Exam',
      issuedOn: 'Issued on',
      expiresOn: 'Good until',
      note: 'Note',
    },
    choices: {},
  },
);
