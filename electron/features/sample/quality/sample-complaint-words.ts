import type { ComplaintChannel, ComplaintKind } from '#shared/features/complaint/complaint.fields.ts';

/** What customers complain about, and how it ends. */
export type ComplaintStory = {
  readonly kind: ComplaintKind;
  readonly channel: ComplaintChannel;
  readonly subject: string;
  readonly description: string;
  readonly demand: string;
  readonly cause: string;
  readonly remedy: string;
  readonly costYuan: number;
  readonly answer: string;
  readonly words: string;
};

type Line = readonly [
  ComplaintKind,
  ComplaintChannel,
  subject: string,
  description: string,
  demand: string,
  cause: string,
  remedy: string,
  costYuan: number,
  answer: string,
  words: string,
];

const lines: readonly Line[] = [
  ['repairQuality', 'phone', '保养后机油渗漏', '保养第二天停车位上有油迹，回店路上不敢开快', '免费处理并检查发动机', '放油螺塞垫圈未更换', '更换垫圈，清洁油迹，复查油位', 120, '已免费更换垫圈并复查，漏油已排除', '处理得快，下次换件要当面说'],
  ['waiting', 'visit', '约好两小时，等了半天', '预约十点，下午三点才交车，耽误装货', '说明原因，以后按时', '配件到货晚，没有提前告知', '当面致歉，赠送一次检查；改为缺件当天先电话告知', 0, '已说明原因并致歉，后续缺件会先打电话', '理解，但以后要提前说'],
  ['price', 'visit', '结算单比报价多了一项', '报价 1,860 元，结算多收了 240 元工时', '退回多收部分', '增项未经客户同意', '退回 240 元，服务顾问按增项规定再培训', 240, '多收的 240 元已退回', '退了就行'],
  ['attitude', 'phone', '服务顾问催着签字', '没看清单就催签字，问两句很不耐烦', '当事人道歉', '高峰时段接待人手不足', '当事人电话道歉，高峰增加一名接待', 0, '当事人已道歉，我们调整了高峰排班', '道歉收到'],
  ['vehicleQuality', 'phone', '新车高速抖动', '提车一周，八十公里以上方向盘抖', '检查并彻底解决', '前轮动平衡块脱落', '四轮动平衡，路试正常', 180, '已做动平衡并路试，抖动消失', '现在不抖了'],
  ['parts', 'visit', '换的刹车片有异响', '换了刹车片一踩就响', '换成原厂件', '使用了质量相当配件，磨合期噪音', '更换原厂件，旧件退还供货商', 360, '已换原厂刹车片', '换了原厂的放心'],
  ['delivery', 'phone', '交车时随车工具不齐', '回去发现没有千斤顶', '补齐', '交车清点漏项', '当天送到客户处', 60, '千斤顶已送到', '送来了，谢谢'],
  ['promise', 'message', '答应的脚垫没给', '签合同时说送脚垫，提车没有', '补给', '赠品未写进合同', '补送脚垫；赠品一律写进合同', 150, '脚垫已寄出', '收到了'],
  ['paperwork', 'phone', '上牌资料慢', '提车十天还没有拿到合格证', '尽快给', '金融公司放证晚', '催办，三日内寄出', 0, '合格证已寄出，单号已发您', '收到合格证了'],
  ['safety', 'phone', '刹车踏板变软', '满载下坡踏板变软，很害怕', '马上检修', '制动液含水量高', '更换制动液，排气，路试', 260, '已更换制动液并路试合格', '踩着硬了，放心'],
  ['repairQuality', 'visit', '空调修完又不凉', '一周前修的空调，又不凉了', '彻底修好，不再收费', '冷媒接口微漏', '更换密封圈，按返修处理，不收费', 90, '按返修免费处理', '这次修好了'],
  ['waiting', 'message', '电话没人接', '中午打三次都没人接', '有人接电话', '午间值班空档', '午间安排值班电话', 0, '午间已安排专人值班', '现在打得通'],
]; // prettier-ignore

export const complaintStories: readonly ComplaintStory[] = lines.map(
  ([kind, channel, subject, description, demand, cause, remedy, costYuan, answer, words]) => ({
    kind, channel, subject, description, demand, cause, remedy, costYuan, answer, words,
  }),
); // prettier-ignore

export const lowScoreStory: ComplaintStory = {
  kind: 'lowScore',
  channel: 'score',
  subject: '评分偏低，需要了解原因',
  description: '客户评分 2 分以下，系统自动登记',
  demand: '了解原因并改进',
  cause: '接待环节没有说清完工时间',
  remedy: '服务顾问电话致歉，班前会通报',
  costYuan: 0,
  answer: '已致歉，说明了改进办法',
  words: '态度可以，希望真改',
};

/** What an authority sends. */
export const authorityStory: ComplaintStory = {
  kind: 'price',
  channel: 'marketSupervision',
  subject: '12315 转办：维修收费争议',
  description: '市场监管部门转来：客户认为更换水泵收费偏高',
  demand: '退还差价或说明收费依据',
  cause: '价目表没有摆在前台',
  remedy: '提供价目和结算明细，双方协商',
  costYuan: 300,
  answer: '已提供收费依据并与客户协商一致',
  words: '说清楚了',
};

export const guaranteeStory: ComplaintStory = {
  kind: 'threeGuarantees',
  channel: 'visit',
  subject: '变速箱顿挫，要求按三包处理',
  description: '同一问题修过两次，低速换挡仍然顿挫',
  demand: '更换变速箱或退车',
  cause: '阀体故障，厂家技术通报在列',
  remedy: '按三包更换阀体总成，提供代步车',
  costYuan: 0,
  answer: '按三包更换阀体总成，维修期间提供代步车',
  words: '换完顺畅了',
};
