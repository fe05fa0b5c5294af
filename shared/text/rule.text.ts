import { bilingual } from './bilingual.ts';

/** 规则: the page of the dated tables that the store may change. */
export const ruleText = bilingual(
  {
    title: '规则',
    sentence: '法规、厂家和本店会变的数字都在这里：带生效日和来源，改了立即按新值计算，旧的仍按旧值。',
    unconfirmed: '{{count}} 条请核对',
    allChecked: '都已核对',
    rows: '{{count}} 条',
    about: {
      offerRule: '下一步推荐：看客户的哪些情况、值多少、怎么说',
      campaignTrigger: '首次到店、久未到店、生日、积分过期等情况下给客户什么优惠、怎么说',
      calendarDay: '工作日的计算：放假和调休上班',
      complaintClock: '投诉的答复和办结时限、重开宽限',
      retentionRule: '个人信息删除后哪些资料要留多久，多久没有往来要审查',
      lemonRule: '家用车三包的天数、次数和备用车',
      repeatRule: '在库车辆多久复检一次',
      warrantyRule: '维修质量保证期：天数和里程',
      handOverItem: '交车时随车的资料、工具、钥匙和礼品，按车辆种类带出',
      followUpRule: '交车后第几天回访、由谁打、怎么说',
      reminderCapacity: '每个时段可以约几个工位',
      reminderRule: '年检、保险、维护、保养等何时到期、提前几天致电、怎么说',
      standard: '各岗位的规定动作，抽查按它打分',
    },
  },
  {
    title: 'Rules',
    sentence:
      'Figures that laws, makers or the store may change, with their dates and sources. A change counts at once; what is older keeps the old value.',
    unconfirmed: '{{count}} to check',
    allChecked: 'all checked',
    rows: '{{count}} rows',
    rows_one: '{{count}} row',
    about: {
      offerRule: 'What to offer next: which facts count, what it is worth, what to say',
      campaignTrigger:
        'What customers are offered after a first visit, on birthdays, before points expire, and more',
      calendarDay: 'Working days: days off and weekend days worked instead',
      complaintClock: 'Terms to answer and finish complaints, grace for reopening',
      retentionRule: 'How long records stay after a person is deleted, and when customers are reviewed',
      lemonRule: 'Days, times and spare vehicles under the three guarantees',
      repeatRule: 'How often vehicles in stock are checked again',
      warrantyRule: 'Warranty of repairs in days and kilometres',
      handOverItem: 'Documents, tools, keys and gifts that go with a vehicle, by its kind',
      followUpRule: 'When customers are called after a delivery, by whom, with what words',
      reminderCapacity: 'How many bays can be promised in each hour',
      reminderRule:
        'When tests, insurance, maintenance and services fall due, how early to call, with what words',
      standard: 'Standard actions of each post; spot checks go by them',
    },
  },
);
