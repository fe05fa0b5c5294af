import type { QuestionKind } from '#shared/features/exam/exam.fields.ts';

export type SampleQuestion = {
  readonly kind: QuestionKind;
  readonly text: string;
  readonly options?: string;
  readonly answer: string;
  readonly points: number;
};

/** 题库 of the sample by subject. */
export const sampleQuestions: Readonly<Record<string, readonly SampleQuestion[]>> = {
  销售技能: [
    { kind: 'judge', text: '客户离店前要约好下次联系的时间。', answer: '对', points: 5 },
    { kind: 'judge', text: '试驾前不需要看客户的驾驶证。', answer: '错', points: 5 },
    { kind: 'judge', text: '客户提到竞品时，应先肯定再比较。', answer: '对', points: 5 },
    {
      kind: 'single',
      text: '客户说“我再考虑考虑”，首先应该做什么？',
      options: '问清考虑的是哪一点\n马上再让价\n送客并登记\n请经理出面',
      answer: 'A',
      points: 10,
    },
    {
      kind: 'single',
      text: '给车队客户算账，最有说服力的是哪一项？',
      options: '裸车价格\n每公里总成本\n赠品价值\n贷款月供',
      answer: 'B',
      points: 10,
    },
    {
      kind: 'single',
      text: '首次到店的客户，留资的最好时机是什么时候？',
      options: '进门时\n报价之后\n为其算完用车成本之后\n离店后电话补',
      answer: 'C',
      points: 10,
    },
    {
      kind: 'multiple',
      text: '需求分析要问清哪些内容？',
      options: '运什么货\n跑什么线路\n一年多少公里\n家里几口人',
      answer: 'ABC',
      points: 15,
    },
    {
      kind: 'multiple',
      text: '交车前必须完成的有哪些？',
      options: 'PDI 检查\n随车资料核对\n满油\n尾款到账',
      answer: 'ABD',
      points: 15,
    },
    {
      kind: 'open',
      text: '客户说“别家便宜三千”，请写出您的回答要点。',
      answer: '先核实配置与条件；讲售后与出勤率；算总成本；给出限时方案，不贬低对手。',
      points: 30,
    },
  ],
  客户知识: [
    { kind: 'judge', text: '客户的电话和证件号不得对外提供。', answer: '对', points: 10 },
    { kind: 'judge', text: '所有客户的回访内容都可以一样。', answer: '错', points: 10 },
    {
      kind: 'single',
      text: '一年内来店两次以上、消费较高的客户，应优先安排什么？',
      options: '专属顾问回访\n降低工时价\n停止回访\n转给客服',
      answer: 'A',
      points: 20,
    },
    {
      kind: 'multiple',
      text: '哪些情况要在二十四小时内回访？',
      options: '低分评价\n返修\n客户投诉\n正常保养',
      answer: 'ABC',
      points: 30,
    },
    {
      kind: 'open',
      text: '怎样判断一个老客户可能流失？',
      answer: '间隔变长、转做小修、不接电话、在别处保养。',
      points: 30,
    },
  ],
};

/** Sessions of a year: month and day, name, subject, post of the trainer, cost in yuan, indicator. */
export const sampleSessions = [
  ['01-14', '目标怎样分到每周', '目标管理', '销售经理', 0, null],
  ['01-28', '制度与流程考前讲解', '流程制度', '售后经理', 0, null],
  ['02-11', '认识我们的客户', '客户知识', '客服主管', 300, null],
  ['02-25', '新车型产品知识', '专业知识', '销售经理', 0, null],
  ['03-11', '六步销售法', '销售技能', '销售经理', 600, 'orders'],
  ['03-25', '客户为什么现在买', '消费心理', '销售经理', 0, null],
  ['04-15', '让团队有劲头', '激励员工', '售后经理', 1500, null],
  ['05-13', '过程看板怎么用', '过程管理', '销售经理', 0, null],
  ['05-27', '车展前演练', '车展快速成交', '销售经理', 800, 'orders'],
  ['06-10', '网销与电销协同', '网销电销与线下活动', '市场经理', 0, 'leads'],
  ['07-15', '进阶考核辅导', '进阶考核', '销售经理', 0, null],
  ['08-12', '销售技能大赛', '进阶考核', '销售经理', 2000, null],
  ['09-09', '按短板分组训练', '针对训练', '售后经理', 0, null],
  ['11-25', '年度成长分享会', '成长收获', '销售经理', 1200, null],
  ['12-09', '明年目标共创', '目标管理', '销售经理', 0, null],
] as const;
export const sampleContest = '销售技能大赛';
/** The session whose subject is examined. */
export const sampleExamined = '六步销售法';
