/** Realistic minutes of one weekly meeting as paper: about four pages, every kind of block. */
import type { PrintBlock, PrintCell, PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';

const missing: PrintCell = { missing: true };
const row = (...cells: PrintCell[]): PrintRow => ({ cells });
const total = (...cells: PrintCell[]): PrintRow => ({ cells, kind: 'total' });
const group = (text: string): PrintRow => ({ cells: [text], kind: 'group' });
const bad = (text: string): PrintCell => ({ text, tone: 'warning' });
const good = (text: string): PrintCell => ({ text, tone: 'good' });

const weeks = ['36', '37', '38', '39', '40', '41', '42', '43', '44', '45', '46', '47'].map(
  (week) => `${week}周`,
);

function progress(): PrintBlock[] {
  return [
    { kind: 'heading', level: 1, text: '一、周完成进度', note: '2026年11月16日至11月22日' },
    {
      kind: 'keyFigures',
      items: [
        { name: '新增订单', value: '14 台', note: '周目标 12 台', tone: 'good' },
        { name: '交付', value: '9 台', note: '周目标 12 台', tone: 'warning' },
        { name: '售后产值', value: '¥286,540', note: '周目标 ¥270,000', tone: 'good' },
        { name: '回款', value: '¥1,842,300', note: '其中应收回款 ¥412,000' },
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: '指标', width: 'auto' },
        { title: '单位', width: 'auto', align: 'center' },
        { title: '本周', width: 1, align: 'right' },
        { title: '本月累计', width: 1.15, align: 'right' },
        { title: '月目标', width: 1.15, align: 'right' },
        { title: '完成率', width: 0.8, align: 'right' },
        { title: '去年同周', width: 1, align: 'right' },
        { title: '说明', width: 2.6 },
      ],
      rows: [
        row('订单', '台', '14', '38', '50', good('76.0%'), '11', '牵引车 6 台来自同一车队，已收定金'),
        row('交付', '台', '9', '27', '48', bad('56.3%'), '10', '底盘改装延迟，5 台顺延至下周三'),
        row('新增线索', '条', '126', '401', '520', '77.1%', '98', ''),
        row('到店台次', '台次', '213', '642', '880', '73.0%', '205', '二级维护预约到店率 61%'),
        row('售后产值', '元', '286,540', '861,220', '1,150,000', '74.9%', '254,300', ''),
        row(
          '现金收入',
          '元',
          '1,430,300',
          '4,982,110',
          '7,200,000',
          bad('69.2%'),
          missing,
          '去年同期账套未提供',
        ),
        row(
          '应收回款',
          '元',
          '412,000',
          '1,106,500',
          '1,500,000',
          '73.8%',
          '388,000',
          '宏运物流分期第 3 期已到账',
        ),
      ],
    },
    {
      kind: 'chart',
      caption: '近 12 周订单与目标',
      chart: {
        categories: weeks,
        unit: '台',
        showValues: true,
        series: [
          { name: '订单', kind: 'bar', values: [9, 11, 8, 12, 6, 10, 13, 11, 12, 10, 14, 14] },
          { name: '交付', kind: 'bar', values: [8, 9, 9, 10, 5, 9, 11, 12, null, 9, 9, 9] },
          { name: '周目标', kind: 'line', values: [10, 10, 10, 11, 11, 11, 11, 12, 12, 12, 12, 12] },
        ],
      },
    },
  ];
}

function resources(): PrintBlock[] {
  return [
    { kind: 'heading', level: 1, text: '二、现有资源匹配' },
    {
      kind: 'table',
      caption: '库存车与未交订单',
      columns: [
        { title: '车型', width: 2.4 },
        { title: '0–30 天', width: 1, align: 'right' },
        { title: '31–60 天', width: 1, align: 'right' },
        { title: '61–90 天', width: 1, align: 'right' },
        { title: '90 天以上', width: 1, align: 'right' },
        { title: '库存合计', width: 1, align: 'right' },
        { title: '未交订单', width: 1, align: 'right' },
        { title: '缺口', width: 1, align: 'right' },
      ],
      rows: [
        group('商用车'),
        row('牵引车 6×4 国六 480 马力', '3', '2', '1', '0', '6', '11', bad('5')),
        row('载货车 4×2 厢式 7.7 米', '5', '4', '0', '2', '11', '7', '—'),
        row('自卸车 8×4', '1', '1', '0', bad('3'), '5', '2', '—'),
        row('轻卡 4.2 米 纯电', '4', '0', '0', '0', '4', '6', bad('2')),
        group('乘用车'),
        row('紧凑型 SUV 1.5T', '6', '3', '2', '1', '12', '5', '—'),
        row('皮卡 四驱 柴油', '2', '1', '0', '0', '3', '3', '—'),
        total('合计', '21', '11', '3', '6', '41', '34', '7'),
      ],
    },
    {
      kind: 'table',
      caption: '人员到岗',
      columns: [
        { title: '部门', width: 1.4 },
        { title: '在编', width: 1, align: 'right' },
        { title: '本周到岗', width: 1, align: 'right' },
        { title: '缺勤原因', width: 3 },
      ],
      rows: [
        row('销售部', '12', '11', '培训 1 人'),
        row('售后服务部', '18', '16', '病假 1 人，外出救援 1 人'),
        row('客服部', '4', '4', ''),
        row('综合办公室', '5', missing, '考勤未提供'),
      ],
    },
    {
      kind: 'table',
      caption: '到期应收',
      columns: [
        { title: '客户', width: 2.4 },
        { title: '到期日', width: 1.3 },
        { title: '金额', width: 1.2, align: 'right' },
        { title: '逾期天数', width: 0.9, align: 'right' },
        { title: '责任人', width: 1 },
      ],
      rows: [
        row('宏运物流有限公司', '2026年11月20日', '¥186,000.00', bad('2'), '曾晓岚'),
        row('顺达集装箱运输队', '2026年11月24日', '¥94,500.00', '—', '解东升'),
        row('南湾搅拌站', '2026年11月27日', '¥231,780.50', '—', '仇立群'),
        total('合计', '', '¥512,280.50', '', ''),
      ],
    },
    {
      kind: 'table',
      caption: '现金状况',
      columns: [
        { title: '项目', width: 2 },
        { title: '金额', width: 1, align: 'right' },
        { title: '说明', width: 3 },
      ],
      rows: [
        row('周初余额', '¥3,204,118.22', ''),
        row('本周收入', '¥1,842,300.00', ''),
        row('本周支出', '-¥2,016,450.75', '主机厂车款 ¥1,560,000'),
        total('周末余额', '¥3,029,967.47', ''),
      ],
    },
  ];
}

function plan(): PrintBlock[] {
  return [
    { kind: 'heading', level: 1, text: '三、下周工作计划', note: '2026年11月23日至11月29日' },
    {
      kind: 'table',
      caption: '部门与个人目标',
      columns: [
        { title: '部门 / 责任人', width: 1.6 },
        { title: '指标', width: 1.2 },
        { title: '下周目标', width: 1, align: 'right' },
        { title: '主要措施', width: 4 },
      ],
      rows: [
        row('销售部 · 曾晓岚', '订单 14 台', '14 台', '走访龙岗、坪山两处物流园，重点跟进三家车队的换车计划'),
        row('销售部 · 解东升', '交付', '15 台', '与改装厂确认 5 台底盘，周二前完成出库检查'),
        row(
          '售后服务部 · 单志强',
          '售后产值',
          '¥280,000',
          '二级维护到期 64 台逐台邀约，快修工位延长至 20:00',
        ),
        row('客服部 · 仇立群', '回访', '120 次', '完成交车后 1 天、7 天回访，不满意当日转投诉'),
      ],
    },
    {
      kind: 'table',
      caption: '交车安排',
      columns: [
        { title: '日期', width: 1.3 },
        { title: '客户', width: 2 },
        { title: '车型', width: 2 },
        { title: '车牌 / 车架号', width: 1.6 },
        { title: '负责人', width: 1 },
      ],
      rows: [],
      none: '下周暂无已排定的交车',
    },
  ];
}

function record(comment: string): PrintBlock[] {
  return [
    { kind: 'heading', level: 1, text: '四、会议纪要' },
    {
      kind: 'table',
      caption: '议程',
      columns: [
        { title: '时间', width: 'auto' },
        { title: '议题', width: 4 },
        { title: '主讲', width: 1 },
        { title: '用时', width: 'auto', align: 'right' },
      ],
      rows: [
        row('08:30–08:50', '上周行动事项检查', '总经理', '22 分钟'),
        row('08:50–09:20', '周完成进度与差异原因', '各部门', '31 分钟'),
        row('09:20–09:40', '库存、订单与资金匹配', '销售部', '18 分钟'),
        row('09:40–10:00', '下周计划与决议', '总经理', '20 分钟'),
      ],
    },
    { kind: 'heading', level: 2, text: '1. 交付进度落后的原因' },
    {
      kind: 'paragraphs',
      texts: [
        '本周交付 9 台，比周目标少 3 台。主要原因是改装厂排产冲突，6×4 牵引车的 5 台底盘没有按期出厂；次要原因是两位客户的按揭资料不齐，银行放款推迟。会议认为改装排期应在签订单时确认，而不是在车辆到店以后。',
        '售后服务部提出，交车前检查集中在周五下午，工位不足。自下周起，出库检查按日均衡安排，每天不少于 3 台。',
        comment,
      ],
    },
    { kind: 'heading', level: 2, text: '2. 长库龄车辆处理' },
    {
      kind: 'paragraphs',
      texts: [
        '库龄超过 90 天的车辆共 6 台，占用资金约 ¥1,930,000。自卸车 3 台由销售部拿出促销方案，价格权限由经理审批；其余 3 台调拨至二级网点。',
      ],
    },
    {
      kind: 'table',
      caption: '决议',
      columns: [
        { title: '编号', width: 'auto' },
        { title: '内容', width: 5 },
        { title: '负责人', width: 1 },
      ],
      rows: [
        row('2026-118', '订单评审增加改装排期确认一项，未确认的不予承诺交车日期。', '解东升'),
        row('2026-119', '自卸车 3 台按促销方案销售，单台让利不超过 ¥8,000.00。', '曾晓岚'),
        row('2026-120', '宏运物流逾期款由总经理本周内上门沟通。', '总经理'),
      ],
    },
    {
      kind: 'table',
      caption: '行动事项',
      columns: [
        { title: '编号', width: 'auto' },
        { title: '事项', width: 3.4 },
        { title: '负责人', width: 'auto' },
        { title: '到期日', width: 'auto' },
        { title: '检查方式', width: 2 },
        { title: '状态', width: 'auto' },
      ],
      rows: [
        row('A-231', '补齐 2 位客户的按揭资料', '曾晓岚', '2026-11-20', '银行受理回执', bad('逾期 2 天')),
        row('A-236', '与改装厂签订 12 月排产确认单', '解东升', '2026-11-25', '确认单原件', '进行中'),
        row('A-237', '二级维护到期客户邀约 64 台', '单志强', '2026-11-27', '邀约记录抽查 10%', '进行中'),
        row('A-229', '快修工位工具清点', '单志强', '2026-11-18', '清点表', good('已完成')),
      ],
    },
    {
      kind: 'table',
      caption: '更正',
      columns: [
        { title: '序号', width: 'auto' },
        { title: '更正内容', width: 3 },
        { title: '原因', width: 2 },
        { title: '更正人', width: 'auto' },
        { title: '时间', width: 'auto' },
      ],
      rows: [],
    },
  ];
}

const people = [
  ['曾晓岚', '销售部', '销售经理', '出席'],
  ['解东升', '销售部', '交付主管', '出席'],
  ['单志强', '售后服务部', '售后经理', '出席'],
  ['仇立群', '客服部', '客服主管', '迟到 8 分钟'],
  ['欧阳建华', '综合办公室', '财务主管', '出席'],
  ['区伟明', '售后服务部', '质检员', '出席'],
  ['万俟博', '售后服务部', '车间主任', '外出救援'],
  ['林秋月', '综合办公室', '内勤', '出席'],
  ['查志远', '销售部', '网销主管', '出席'],
] as const;

/**
 * Minutes of 2026-W47. `comment` stands where a person typed freely; `number` and `watermark` make variants.
 */
export function sampleMinutes(
  options: { comment?: string; number?: string; draft?: boolean } = {},
): PrintDocument {
  const draft = options.draft ?? false;
  const comment = options.comment ?? '总经理强调：承诺给客户的日期就是我们的底线，做不到要提前一天告知客户。';
  return {
    language: 'zh-CN',
    title: '周例会纪要',
    subtitle: '2026年第47周 · 2026年11月16日至11月22日',
    header: {
      store: '南岭卡车销售服务有限公司',
      number: options.number ?? '2026-W47',
      state: draft ? '草稿' : '已确认',
      stateTone: draft ? 'muted' : 'good',
    },
    labels: { page: '第 {page} 页 共 {pages} 页', none: '无', notSupplied: '未提供', auditCode: '审计码' },
    auditCode: '7F3A-91C2-D40E',
    createdAt: '2026-11-23T02:10:00Z',
    paper: 'A4',
    orientation: 'portrait',
    ...(draft ? { watermark: '草稿' } : {}),
    blocks: [
      {
        kind: 'keyValues',
        columns: 2,
        items: [
          { name: '会议时间', value: '2026年11月23日（周一）08:30–10:00' },
          { name: '会议地点', value: '二楼会议室' },
          { name: '主持人', value: '总经理 郑海川' },
          { name: '记录人', value: '林秋月' },
          { name: '应到 / 实到', value: '10 人 / 9 人' },
          { name: '本期周期', value: '2026年11月16日至11月22日' },
        ],
      },
      ...progress(),
      ...resources(),
      ...plan(),
      ...record(comment),
      { kind: 'pageBreak' },
      { kind: 'heading', level: 1, text: '五、签到与签字' },
      {
        kind: 'signInSheet',
        titles: { name: '姓名', post: '部门 / 岗位', state: '出席', signature: '签到' },
        people: people.map(([name, department, post, state]) => ({
          name,
          department,
          post,
          state: state === '出席' ? state : bad(state),
        })),
      },
      {
        kind: 'signatures',
        labels: { signHere: '签字', date: '日期', hash: '校验' },
        signers: draft
          ? [
              { role: '记录', name: '林秋月' },
              { role: '审核', name: '欧阳建华' },
              { role: '批准', name: '郑海川' },
            ]
          : [
              {
                role: '记录',
                name: '林秋月',
                meaning: '内容属实',
                signed: { at: '2026年11月23日 10:12', hash: 'b41f 02d9 77ac' },
              },
              {
                role: '审核',
                name: '欧阳建华',
                meaning: '复核',
                signed: { at: '2026年11月23日 10:31', hash: 'b41f 02d9 77ac' },
              },
              { role: '批准', name: '郑海川', meaning: '批准' },
            ],
      },
    ],
  };
}
