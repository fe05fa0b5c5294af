import type { ImportColumn, ImportKindRules } from '../import-column.ts';

/** By what the customer of a row is found: code, name with telephone, vehicle, telephone. */
const customerColumns = (phones: readonly string[]): readonly ImportColumn[] => [
  {
    to: 'customer.code',
    names: ['客户编号', '客户编码', '客户代码', '客户号', 'customercode', 'customerno'],
  },
  {
    to: 'customer.name',
    names: [
      '客户名称',
      '客户姓名',
      '车主姓名',
      '单位名称',
      '公司名称',
      '车队名称',
      '车主',
      '客户',
      'customername',
      'customer',
      'company',
    ],
  },
  { to: 'lookup.phone', names: phones },
  { to: 'vehicle.plate', names: ['车牌号', '车牌号码', '车牌', '牌照号', 'plate', 'plateno'] },
  { to: 'vehicle.vin', names: ['车架号', '车辆识别代号', '底盘号', 'vin'] },
];

/** 联系人 of a company: driver, fleet manager, buyer. */
export const contactRules: ImportKindRules = {
  targets: ['contact'],
  columns: [
    ...customerColumns(['客户电话', '单位电话', '公司电话', 'customerphone']),
    { to: 'contact.name', names: ['联系人', '联系人姓名', '联系人名称', 'contact', 'contactname'] },
    {
      to: 'contact.post',
      names: ['职务', '岗位', '角色', '身份', '联系人职务', 'post', 'position', 'title'],
    },
    {
      to: 'contact.phone',
      names: [
        '联系人电话',
        '联系人手机',
        '联系电话',
        '手机号码',
        '手机号',
        '手机',
        '电话',
        'contactphone',
        'phone',
        'mobile',
      ],
    },
    { to: 'contact.note', names: ['备注', '说明', 'note', 'remark'] },
  ],
  needs: [
    ['contact.name'],
    ['customer.name', 'customer.code', 'lookup.phone', 'vehicle.plate', 'vehicle.vin'],
  ],
};

/** 回访记录: what was said to customers, one row each. */
export const followUpRules: ImportKindRules = {
  targets: ['followUp'],
  columns: [
    ...customerColumns(['联系电话', '客户电话', '手机号码', '手机号', '手机', '电话', 'phone', 'mobile']),
    {
      to: 'followUp.happenedOn',
      names: ['回访日期', '回访时间', '跟进日期', '跟进时间', '联系日期', '联系时间', 'followupdate', 'date'],
    },
    {
      to: 'followUp.personId',
      names: [
        '回访人',
        '回访员',
        '回访人员',
        '跟进人',
        '客服',
        '客服专员',
        '销售顾问',
        'followedby',
        'person',
      ],
    },
    { to: 'followUp.way', names: ['回访方式', '跟进方式', '联系方式', '方式', 'way', 'method'] },
    { to: 'followUp.result', names: ['回访结果', '跟进结果', '联系结果', '结果', '回访状态', 'result'] },
    {
      to: 'followUp.content',
      names: ['回访内容', '跟进内容', '回访记录', '跟进记录', '客户反馈', '内容', '备注', 'content', 'note'],
    },
    {
      to: 'followUp.nextOn',
      names: [
        '下次回访日期',
        '下次回访',
        '下次跟进日期',
        '下次跟进',
        '下次联系日期',
        '下次联系',
        'nexton',
        'nextcontact',
      ],
    },
  ],
  needs: [
    ['customer.name', 'customer.code', 'lookup.phone', 'vehicle.plate', 'vehicle.vin'],
    ['followUp.happenedOn'],
    ['followUp.content'],
  ],
};
