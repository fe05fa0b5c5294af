import { bilingual } from './bilingual.ts';

/** Texts of the sample store. */
export const sampleText = bilingual(
  {
    name: '示范门店',
    banner: '这是示范门店，数据都是虚构的，与您自己的门店分开存放。',
    create: '建立示范门店',
    creating: '正在建立示范门店…',
    leave: '回到自己的门店',
    explain:
      '一家虚构的商用车门店，有三年的客户、车辆、订单、工单和收支，可以随意试用，不会影响您自己的数据。',
    password: '示范门店的登录密码',
    owner: '示范门店的登录名',
  },
  {
    name: 'Sample store',
    banner: 'This is the sample store: all data are made up and kept apart from your own store.',
    create: 'Make the sample store',
    creating: 'Making the sample store…',
    leave: 'Back to my own store',
    explain:
      'A made-up dealership for commercial vehicles with three years of customers, vehicles, orders, repairs and cash. Try anything: your own data stay as they are.',
    password: 'Password of the sample store',
    owner: 'Login name of the sample store',
  },
);
