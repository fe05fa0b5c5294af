import { contactFields, customerFields } from '../../features/customer/customer.fields.ts';
import { recordText } from './record-texts.ts';

export const customerText = recordText(
  customerFields,
  {
    one: '客户',
    many: '客户',
    empty: '还没有客户。导入其他系统导出的文件，或新建第一位客户。',
    fields: {
      name: '客户名称',
      kind: '客户类型',
      code: '客户编号',
      phone: '电话',
      secondPhone: '备用电话',
      identityNumber: '证件号码',
      bornOn: '出生日期',
      region: '地区',
      address: '地址',
      trade: '行业',
      source: '客户来源',
      introducedById: '介绍人',
      consultantId: '归属顾问',
      firstContactOn: '首次接触',
      consent: '个人信息同意',
      doNotCall: '免打扰',
      note: '备注',
      mergedIntoId: '已并入',
    },
    choices: {
      kind: { person: '个人', company: '单位' },
      consent: { unknown: '未询问', given: '已同意', refused: '不同意' },
    },
  },
  {
    one: 'customer',
    many: 'Customers',
    empty: 'No customers yet. Import the files of your other systems, or add the first customer.',
    fields: {
      name: 'Name',
      kind: 'Kind',
      code: 'Customer number',
      phone: 'Telephone',
      secondPhone: 'Second telephone',
      identityNumber: 'ID number',
      bornOn: 'Date of birth',
      region: 'Region',
      address: 'Address',
      trade: 'Trade',
      source: 'Source',
      introducedById: 'Introduced by',
      consultantId: 'Consultant',
      firstContactOn: 'First contact',
      consent: 'Personal data consent',
      doNotCall: 'Do not call',
      note: 'Note',
      mergedIntoId: 'Merged into',
    },
    choices: {
      kind: { person: 'Person', company: 'Company' },
      consent: { unknown: 'Not asked', given: 'Given', refused: 'Refused' },
    },
  },
);

export const contactText = recordText(
  contactFields,
  {
    one: '联系人',
    many: '联系人',
    empty: '还没有联系人。',
    fields: { customerId: '客户', name: '姓名', post: '职务', phone: '电话', note: '备注' },
    choices: {},
  },
  {
    one: 'contact',
    many: 'Contacts',
    empty: 'No contacts yet.',
    fields: { customerId: 'Customer', name: 'Name', post: 'Post', phone: 'Telephone', note: 'Note' },
    choices: {},
  },
);
