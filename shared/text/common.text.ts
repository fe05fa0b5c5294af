import { bilingual } from './bilingual.ts';

export const commonText = bilingual(
  { productName: '经营台', save: '保存', cancel: '取消', close: '关闭', add: '新建', search: '搜索', loading: '正在读取…' },
  { productName: 'Dealer Desk', save: 'Save', cancel: 'Cancel', close: 'Close', add: 'New', search: 'Search', loading: 'Loading…' },
);
