import type { ImportKindRules } from '../import-column.ts';

export const leadRules: ImportKindRules = {
  targets: ['lead'],
  columns: [
    {
      to: 'lead.customerName',
      names: ['客户名称', '客户姓名', '潜客姓名', '姓名', '客户', 'customername', 'name'],
    },
    { to: 'lead.phone', names: ['联系电话', '手机号码', '手机号', '手机', '电话', 'phone', 'mobile'] },
    {
      to: 'lead.arrivedOn',
      names: [
        '线索日期',
        '建档日期',
        '来店日期',
        '留资日期',
        '登记日期',
        '线索时间',
        '创建时间',
        'leaddate',
        'createdon',
      ],
    },
    {
      to: 'lead.channel',
      names: ['渠道', '线索来源', '来源', '来源渠道', '客户来源', 'channel', 'source'],
    },
    { to: 'lead.model', names: ['意向车型', '车型', '关注车型', 'model'] },
    { to: 'lead.state', names: ['线索状态', '跟进状态', '状态', 'state', 'status'] },
    { to: 'lead.consultantId', names: ['销售顾问', '跟进人', '业务员', '顾问', 'consultant'] },
    {
      to: 'lead.visitedOn',
      names: ['到店日期', '到店时间', '首次到店', '首次到店日期', '首次到店时间', 'visitedon', 'visitdate'],
    },
    {
      to: 'lead.testDrivenOn',
      names: [
        '试驾日期',
        '试驾时间',
        '试乘试驾日期',
        '试乘试驾时间',
        '首次试驾',
        '首次试驾日期',
        'testdrivedate',
        'testdrivenon',
      ],
    },
    {
      to: 'lead.nextContactOn',
      names: ['下次跟进', '下次联系', '下次跟进日期', '下次联系日期', 'nextcontact'],
    },
    { to: 'lead.closedOn', names: ['关闭日期', '成交日期', '战败日期', 'closedon'] },
    { to: 'lead.lostReason', names: ['战败原因', '流失原因', 'lostreason'] },
    { to: 'lead.note', names: ['备注', '跟进内容', 'note', 'remark'] },
  ],
  needs: [
    ['lead.customerName', 'lead.phone'],
    ['lead.arrivedOn'],
    ['lead.channel', 'lead.state', 'lead.nextContactOn'],
  ],
};
