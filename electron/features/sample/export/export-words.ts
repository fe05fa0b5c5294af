import type { SampleRows } from '../sample-rows.ts';

type Words<Choice> = { readonly [C in NonNullable<Choice> & string]: string };

/** The words that the dealers' systems write for choices. */
export const kindWords: Words<SampleRows['vehicle']['kind']> = {
  car: '轿车',
  lightTruck: '轻卡',
  mediumTruck: '中卡',
  heavyTruck: '重卡',
  tractor: '牵引车',
  trailer: '挂车',
  bus: '客车',
  special: '专用车',
};
export const useWords: Words<SampleRows['vehicle']['use']> = { private: '非营运', commercial: '营运' };
export const vehicleStateWords: Words<SampleRows['vehicle']['state']> = {
  inUse: '在用',
  sold: '已售',
  scrapped: '报废',
  transferred: '过户',
};
export const customerKindWords: Words<SampleRows['customer']['kind']> = { person: '个人', company: '单位' };
export const stockStateWords: Words<SampleRows['stock']['state']> = {
  inTransit: '在途',
  inStock: '在库',
  reserved: '已订',
  sold: '已售',
  returned: '退回',
};
export const orderStateWords: Words<SampleRows['order']['state']> = {
  open: '未交车',
  allocated: '已配车',
  delivered: '已交车',
  cancelled: '已退订',
};
export const channelWords: Words<SampleRows['order']['channel']> = {
  showroom: '展厅',
  online: '网络',
  secondDealer: '二级经销商',
  fleet: '大客户',
  referral: '转介绍',
  event: '车展',
  other: '其他',
};
export const leadStateWords: Words<SampleRows['lead']['state']> = {
  new: '未跟进',
  following: '跟进中',
  testDrive: '已试驾',
  won: '已成交',
  lost: '战败',
};
export const repairTypeWords: Words<SampleRows['repair']['type']> = {
  maintenance: '定期保养',
  general: '一般维修',
  accident: '事故维修',
  warranty: '索赔',
  internal: '内部维修',
};
export const repairStateWords: Words<SampleRows['repair']['state']> = {
  waiting: '待派工',
  working: '维修中',
  done: '已完工',
  handedOver: '已结算',
  cancelled: '作废',
};
export const payerWords: Words<SampleRows['repair']['payer']> = {
  customer: '自费',
  insurer: '保险公司',
  maker: '厂家',
  store: '内部',
};
export const originWords: Words<SampleRows['repairPart']['origin']> = {
  original: '原厂件',
  equivalent: '同质件',
  remanufactured: '再制造件',
  reused: '回用件',
  unknown: '',
};
export const receivableKindWords: Words<SampleRows['receivable']['kind']> = {
  vehicle: '车款',
  service: '维修款',
  insurance: '保险理赔',
  loan: '按揭',
  maker: '索赔款',
  other: '其他',
};
export const wayWords: Words<SampleRows['payment']['way']> = {
  transfer: '银行转账',
  cash: '现金',
  card: '刷卡',
  wechat: '微信',
  alipay: '支付宝',
  bill: '承兑汇票',
  other: '其他',
};
export const directionWords: Words<SampleRows['cash']['direction']> = { in: '收入', out: '支出' };
export const cashCategoryWords: Words<SampleRows['cash']['category']> = {
  vehicleSale: '购车款',
  service: '维修款',
  insurance: '保险',
  loan: '按揭',
  deposit: '定金',
  makerRebate: '厂家返利',
  purchase: '整车采购',
  parts: '配件采购',
  salary: '工资',
  rent: '房租',
  tax: '税费',
  marketing: '市场费用',
  other: '其他',
};
