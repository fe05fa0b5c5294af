/** 周例会 of the sample: what was said and decided in three meetings, and who was to do what about it. */

export type SampleAction = {
  readonly text: string;
  /** Post of the owner. */
  readonly owner: string;
  /** Days after the meeting. */
  readonly days: number;
  readonly check: string;
  /** What was seen when it was closed; absent: not done yet. */
  readonly evidence?: string;
};

export type SampleDecision = {
  readonly text: string;
  readonly aspects: Readonly<
    Record<'guidance' | 'method' | 'timing' | 'supervision' | 'logistics' | 'incentive', string>
  >;
  readonly actions: readonly SampleAction[];
  /** Takes the place of an earlier one that begins with these words. */
  readonly replaces?: string;
};

export type SampleMeeting = {
  readonly weeksAgo: number;
  /** Minutes by the place of their agenda item. */
  readonly minutes: Readonly<Record<number, string>>;
  readonly decisions: readonly SampleDecision[];
};

export const sampleMeetings: readonly SampleMeeting[] = [
  {
    weeksAgo: 7,
    minutes: {
      1: '订单低于周目标，差在网销线索：一半线索两小时后才回电，客户已去别家。',
      2: '库存账面与实物差两台，都是移库没有登记。',
    },
    decisions: [
      {
        text: '网销线索 15 分钟内首次回电，当天未接通的次日上午再拨两次',
        aspects: {
          guidance: '线索有时效，先接通，再谈价。',
          method: '按值班表分配，接到提醒即拨；没有接通的发短信，留下姓名和车型。',
          timing: '下周一起执行；每周五公布平均回电时长。',
          supervision: '销售内勤每天抽查 10 条通话记录。',
          logistics: '两部值班手机，话术放在值班台。',
          incentive: '全月达标率 95% 以上，值班小组奖励 500 元；低于 80% 的不排下月优先班。',
        },
        actions: [
          {
            text: '排出网销值班表，配两部值班手机',
            owner: '销售经理',
            days: 4,
            check: '看值班表',
            evidence: '值班表已公布，手机已领用',
          },
          {
            text: '抽查两周通话记录，公布平均回电时长',
            owner: '销售内勤',
            days: 18,
            check: '看抽查记录',
            evidence: '抽查 100 条，平均回电 11 分钟',
          },
        ],
      },
      {
        text: '每周六上午人工盘点库存车，账实不符当天查清',
        aspects: {
          guidance: '账上有的车，展厅里要找得到。',
          method: '两人一组，按车架号后六位逐台核对。',
          timing: '每周六 9:00 前完成。',
          supervision: '财务经理每月复盘一次。',
          logistics: '盘点表由系统打印，盘点期间停止移库。',
          incentive: '连续三个月无差错，库管奖励 300 元。',
        },
        actions: [
          {
            text: '本周六完成首次盘点，补登两台移库',
            owner: '销售内勤',
            days: 3,
            check: '看盘点表',
            evidence: '盘点表已签字，移库已补登',
          },
        ],
      },
    ],
  },
  {
    weeksAgo: 4,
    minutes: {
      1: '订单达标；交车慢三台，等上牌资料。',
      2: '90 天以上库存车占用资金偏高，没有人定处置办法。',
    },
    decisions: [
      {
        text: '库龄超过 90 天的车辆，每周提出处置意见，报总经理审定',
        aspects: {
          guidance: '先动老车，再进新车；宁可少赚，不压资金。',
          method: '分级降价、二级网点调剂、改装换装，三选一，写明理由。',
          timing: '每周五下班前报意见，次周一例会审定。',
          supervision: '财务经理每周核对库龄表。',
          logistics: '展厅留两个车位给长库龄车，车身清洗、电瓶充电。',
          incentive: '每处置一台奖励 300 元；超过 150 天仍无意见的，责任人扣 200 元。',
        },
        actions: [
          {
            text: '列出 90 天以上车辆和处置意见',
            owner: '销售经理',
            days: 7,
            check: '看清单',
            evidence: '清单已报，逐台有意见',
          },
          {
            text: '与二级网点谈定两台长库龄车的调剂',
            owner: '销售经理',
            days: 20,
            check: '看调剂协议',
          },
        ],
      },
    ],
  },
  {
    weeksAgo: 1,
    minutes: {
      1: '线索比上周多，到店率低；周末试驾排队，走了几位客户。',
      2: '周六盘点占用接待时间，改由系统扫码。',
    },
    decisions: [
      {
        text: '盘点改为每周五下班前用手机逐台扫码，周六只复核差异',
        replaces: '每周六上午人工盘点',
        aspects: {
          guidance: '账实相符不变，不再占用周末接待时间。',
          method: '逐台扫车架号，系统比对，只查对不上的。',
          timing: '本周五起；差异次日 12:00 前查清。',
          supervision: '财务经理每月抽查一次。',
          logistics: '库管配扫码手机一部，展厅和停车场各留充电位。',
          incentive: '沿用原办法：连续三个月无差错，库管奖励 300 元。',
        },
        actions: [
          {
            text: '给库管配扫码手机，培训两人',
            owner: '销售内勤',
            days: 12,
            check: '看领用单和一次试盘',
          },
        ],
      },
      {
        text: '展会和团购会至少备两台试驾车，提前 10 天锁定',
        aspects: {
          guidance: '客户来了就要开得到车。',
          method: '市场经理报场次，销售经理定车，库管挂牌不得外借。',
          timing: '下一场活动起执行，活动前 10 天锁定。',
          supervision: '活动总结里写明试驾人数和等候时间。',
          logistics: '试驾车加满油、充足电，保险和临牌齐全。',
          incentive: '试驾后 7 天内下订的，陪驾人每台奖励 100 元。',
        },
        actions: [
          {
            text: '把“锁定两台试驾车”写进店头活动的模板',
            owner: '市场经理',
            days: 14,
            check: '看模板',
          },
        ],
      },
    ],
  },
];
