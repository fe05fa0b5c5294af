import { membershipFields } from '../../features/membership/membership.fields.ts';
import { recordText } from './record-texts.ts';

/** 会员. */
export const membershipText = recordText(
  membershipFields,
  {
    one: '会员',
    many: '会员',
    empty: '还没有会员。在客户页面上点“入会”即可办理。',
    fields: {
      number: '会员号',
      customerId: '客户',
      cardNumber: '卡号',
      state: '状态',
      joinedOn: '入会日期',
      closedOn: '退会日期',
      mergedIntoId: '并入会员',
      note: '备注',
    },
    choices: { state: { active: '正常', closed: '已退会', merged: '已合并' } },
  },
  {
    one: 'member',
    many: 'Members',
    empty: 'No members yet. Enrol a customer on the customer’s page.',
    fields: {
      number: 'Member no.',
      customerId: 'Customer',
      cardNumber: 'Card no.',
      state: 'State',
      joinedOn: 'Joined',
      closedOn: 'Ended',
      mergedIntoId: 'Merged into',
      note: 'Note',
    },
    choices: { state: { active: 'Active', closed: 'Closed', merged: 'Merged' } },
  },
);
