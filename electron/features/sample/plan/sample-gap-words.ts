import type { Why } from '#shared/features/gap/gap-why.rules.ts';

/** What the people of the sample found behind a month that fell short, and what they did about it. */
export type GapWords = {
  /** Indicator. */
  readonly key: string;
  /** Whose it is to mend. */
  readonly post: string;
  readonly cause: string;
  readonly whys: readonly Why[];
  readonly actions: readonly { readonly text: string; readonly check: string; readonly evidence: string }[];
  readonly result: string;
};

const why = (depth: number, text: string, isRoot = false): Why => ({ depth, text, isRoot });

export const gapWords: readonly GapWords[] = [
  {
    key: 'leads',
    post: '销售经理',
    cause: '周末的网络线索没有人值班回电，两小时内回电的不到一半',
    whys: [
      why(0, '新增线索比目标少'),
      why(1, '网络渠道的线索少了三成'),
      why(2, '周末留言的客户周一才接到电话，多数已经看了别家'),
      why(3, '周末排班只排展厅，不排电话', true),
      why(1, '老客户转介绍少'),
      why(2, '交车时没有请客户推荐', true),
    ],
    actions: [
      {
        text: '周末和节假日排电话值班，两小时内回电',
        check: '看回电记录',
        evidence: '连续四周周末回电在两小时内',
      },
      {
        text: '交车仪式上请客户推荐一位朋友，当场登记',
        check: '看交车单上的推荐人',
        evidence: '当月登记推荐客户 9 位',
      },
    ],
    result: '次月线索回到目标，转介绍占一成',
  },
  {
    key: 'orders',
    post: '销售经理',
    cause: '试驾后三天内没有回访，意向客户流失',
    whys: [
      why(0, '订单比目标少'),
      why(1, '线索够，成交率低'),
      why(2, '试驾后没有人跟进'),
      why(3, '试驾登记和回访表是两本，容易漏', true),
      why(1, '主力车型缺现车'),
      why(2, '订货只看上月，没有看在谈的客户', true),
    ],
    actions: [
      {
        text: '试驾当天登记回访日期，三天内必回访',
        check: '周例会抽查 10 条',
        evidence: '抽查 10 条，全部按时',
      },
      { text: '每周按在谈客户核对订货计划', check: '看订货会签', evidence: '三周会签齐全' },
    ],
    result: '成交率回到目标水平，缺车订单减少一半',
  },
  {
    key: 'deliveries',
    post: '销售经理',
    cause: '上牌资料不齐，交车平均推迟四天',
    whys: [
      why(0, '交车比目标少'),
      why(1, '已订车辆推迟交付'),
      why(2, '上牌资料到交车前才收'),
      why(3, '签订单时没有资料清单', true),
    ],
    actions: [
      { text: '签订单时用清单收齐上牌资料', check: '抽查订单附件', evidence: '抽查 12 单，资料齐' },
      { text: '交车前三天由内勤核对一遍', check: '看核对表', evidence: '核对表连续三周无漏' },
    ],
    result: '交车推迟降到一天以内',
  },
  {
    key: 'receivablesCollected',
    post: '财务经理',
    cause: '车队客户月结单晚发十天，付款跟着晚',
    whys: [
      why(0, '应收回款比目标少'),
      why(1, '车队客户付款晚'),
      why(2, '对账单每月 15 日才发出'),
      why(3, '工单的挂账明细要手工汇总', true),
      why(1, '逾期的没有人上门'),
      why(2, '催收没有定到人', true),
    ],
    actions: [
      { text: '每月 5 日前发出对账单', check: '看发送记录', evidence: '当月 4 日全部发出' },
      {
        text: '逾期 30 天以上的定到人，每周报进度',
        check: '周例会过清单',
        evidence: '清单每周更新，收回两户',
      },
    ],
    result: '对账提前十天，当月回款达到目标',
  },
  {
    key: 'serviceRevenue',
    post: '售后经理',
    cause: '保养客户没有做车况检测，该修的没有说',
    whys: [
      why(0, '售后产值比目标少'),
      why(1, '台次够，单车产值低'),
      why(2, '保养只换油换滤芯'),
      why(3, '接车没有免费检测这一步', true),
    ],
    actions: [
      { text: '每台保养车做 20 项免费检测并留单', check: '抽查工单', evidence: '抽查 15 单，14 单有检测单' },
      { text: '服务顾问学会讲检测单', check: '情景演练', evidence: '五人通过演练' },
    ],
    result: '单车产值上升一成',
  },
  {
    key: 'serviceVisits',
    post: '售后经理',
    cause: '二级维护到期的车没有邀约',
    whys: [
      why(0, '入厂台次比目标少'),
      why(1, '定保客户回厂少'),
      why(2, '到期名单没有人打电话'),
      why(3, '邀约没有定到人，也没有记录', true),
    ],
    actions: [
      { text: '每周一拉到期名单，分到服务顾问', check: '看名单', evidence: '名单连续四周分到人' },
      { text: '邀约结果当天登记为回访', check: '抽查回访记录', evidence: '抽查 20 条，全部有记录' },
    ],
    result: '邀约后回厂率三成，台次回到目标',
  },
  {
    key: 'cashIn',
    post: '财务经理',
    cause: '月底交车多，尾款跨月到账',
    whys: [why(0, '现金收入比目标少'), why(1, '尾款跨月'), why(2, '交车集中在最后三天', true)],
    actions: [
      { text: '交车前收齐尾款，贷款提前确认放款日', check: '看放款登记', evidence: '当月无尾款跨月' },
      { text: '交车按周均衡，月底三天不超过三成', check: '看交车日历', evidence: '月底三天占两成半' },
    ],
    result: '次月现金收入达到目标',
  },
];
