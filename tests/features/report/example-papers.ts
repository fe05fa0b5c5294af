/** One paper of each kind, written out in full: examples for features that print, and what the tests look at. */
import type { PrintBlock, PrintCell, PrintDocument, PrintRow } from '#shared/kernel/print-document.ts';
import type { PrintDrawing } from '#shared/kernel/print-drawing.ts';
import { jpegPicture, strokePicture, yardPhoto, type TestPicture } from '../../support/test-pictures.ts';

export const photos: readonly TestPicture[] = [
  yardPhoto(0),
  yardPhoto(60),
  yardPhoto(110, 300, 420),
  jpegPicture(),
];
export const signature: TestPicture = strokePicture();

const labels = { page: '第 {page} 页 共 {pages} 页', none: '无', notSupplied: '未提供', auditCode: '审计码' };
const englishLabels = {
  page: 'Page {page} of {pages}',
  none: 'None',
  notSupplied: 'Not supplied',
  auditCode: 'Audit code',
};
const store = '南岭卡车销售服务有限公司';
const common = { paper: 'A4', auditCode: '7F3A-91C2-D40E', createdAt: '2026-11-23T02:10:00Z' } as const;

const wheel = (x: number, y: number, radius: number): string =>
  `M ${x - radius} ${y} A ${radius} ${radius} 0 1 0 ${x + radius} ${y} A ${radius} ${radius} 0 1 0 ${x - radius} ${y} Z`;

/** A box truck from the left, the front and the rear, as plain path data. */
export const truckOutline: PrintDrawing = {
  width: 1060,
  height: 300,
  description: '厢式货车左侧、正面、背面外形图，标有三处损伤',
  strokes: [
    { path: 'M 168 24 H 640 V 206 H 168 Z', fill: 'pale' },
    { path: 'M 262 24 V 206 M 356 24 V 206 M 450 24 V 206 M 545 24 V 206', line: 'fine' },
    { path: 'M 24 206 V 138 L 52 62 Q 57 50 70 50 H 156 V 206 Z', fill: 'pale' },
    { path: 'M 44 128 L 66 70 H 108 V 128 Z', fill: 'white' },
    { path: 'M 108 70 V 200 M 156 140 H 116 M 122 150 H 136', line: 'fine' },
    { path: 'M 20 206 H 640 V 222 H 20 Z', fill: 'white' },
    { path: 'M 236 222 H 400 V 244 H 236 Z', line: 'fine', fill: 'white' },
    ...[86, 476, 566].flatMap((x) => [
      { path: wheel(x, 236, 38), fill: 'white' as const, line: 'strong' as const },
      { path: wheel(x, 236, 17), fill: 'pale' as const, line: 'fine' as const },
    ]),
    { path: 'M 0 274 H 1060', line: 'fine', dashed: true },
    { path: 'M 700 206 V 66 Q 700 50 716 50 H 834 Q 850 50 850 66 V 206 Z', fill: 'pale' },
    { path: 'M 714 132 L 722 72 H 828 L 836 132 Z', fill: 'white' },
    {
      path: 'M 700 206 H 850 V 230 H 700 Z M 712 176 H 738 V 194 H 712 Z M 812 176 H 838 V 194 H 812 Z',
      fill: 'white',
    },
    { path: 'M 752 150 H 798 M 752 162 H 798 M 752 174 H 798', line: 'fine' },
    { path: 'M 708 230 H 736 V 274 H 708 Z M 814 230 H 842 V 274 H 814 Z', fill: 'dark' },
    { path: 'M 900 24 H 1056 V 206 H 900 Z', fill: 'pale' },
    { path: 'M 978 24 V 206 M 968 110 V 132 M 988 110 V 132', line: 'fine' },
    { path: 'M 900 206 H 1056 V 222 H 900 Z', fill: 'white' },
    { path: 'M 908 222 H 944 V 274 H 908 Z M 1012 222 H 1048 V 274 H 1012 Z', fill: 'dark' },
  ],
  texts: [
    { x: 330, y: 296, text: '左侧', align: 'center' },
    { x: 775, y: 296, text: '正面', align: 'center' },
    { x: 978, y: 296, text: '背面', align: 'center' },
  ],
  marks: [
    { x: 318, y: 156, text: '1', tone: 'warning' },
    { x: 826, y: 214, text: '2', tone: 'warning' },
    { x: 1030, y: 60, text: '3' },
  ],
};

const vehicle: PrintBlock = {
  kind: 'keyValues',
  columns: 3,
  boxed: true,
  items: [
    { name: '车型', value: '厢式货车 4×2 国六' },
    { name: '车架号', value: { text: 'LGAG4DY38N3012345', mono: true } },
    { name: '车牌', value: '未上牌' },
    { name: '客户', value: '宏运物流有限公司' },
    { name: '里程', value: '36 km' },
    { name: '检查日期', value: '2026-11-23' },
  ],
};

const passed: PrintCell = { text: '合格', mark: 'pass' };
const failed: PrintCell = { text: '不合格', mark: 'fail' };
const skipped: PrintCell = { text: '不适用', mark: 'skip' };
const row = (...cells: PrintCell[]): PrintRow => ({ cells });
const section = (text: string, note: string): PrintRow => ({ kind: 'group', cells: [{ text, note }] });

const checkTable: PrintBlock = {
  kind: 'table',
  dense: true,
  columns: [
    { title: '序号', width: 'auto', align: 'right' },
    { title: '检查项目', width: 2.3 },
    { title: '标准', width: 2.6 },
    { title: '结果', width: 'auto' },
    { title: '实测值', width: 1.1, align: 'right' },
    { title: '说明', width: 2 },
  ],
  rows: [
    section('一、外观', '6 项 · 合格 4 · 不合格 2'),
    row('1', '车身漆面', '无划痕、凹陷、色差', failed, '', '左侧厢板划痕 12 cm，见图 1'),
    row('2', '玻璃与后视镜', '无裂纹，调节正常', passed, '', ''),
    row('3', '灯光与反射器', '齐全，工作正常', passed, '', ''),
    row('4', '轮胎花纹深度', '新车不低于标准值', passed, { text: '12.4 mm', note: '≥ 11.0 mm' }, ''),
    row(
      '5',
      '轮胎气压',
      '前 / 后符合铭牌',
      failed,
      { text: '690 kPa', tone: 'warning', note: '780–830 kPa' },
      '已充气，复检',
    ),
    row('6', '雨刮与喷水', '刮净无异响', passed, '', ''),
    section('二、发动机舱与油液', '6 项 · 合格 5 · 不适用 1'),
    row('7', '发动机机油', '油位在上下刻线之间', passed, '', ''),
    row('8', '冷却液', '液位正常，冰点合格', passed, { text: '-37 ℃', note: '≤ -35 ℃' }, ''),
    row('9', '制动液', '液位正常', skipped, '', '气制动车型'),
    row('10', '蓄电池电压', '静态电压', passed, { text: '25.6 V', note: '≥ 24.8 V' }, ''),
    row('11', '尿素液位', '不低于四分之一', passed, '', ''),
    row('12', '管路渗漏', '无油、水、气渗漏', passed, '', ''),
    section('三、制动与底盘', '5 项 · 合格 5'),
    row('13', '气压建立时间', '0.4 MPa 至 0.6 MPa', passed, { text: '112 s', note: '≤ 180 s' }, ''),
    row('14', '制动管路密封', '停机 3 min 压降', passed, { text: '8 kPa', note: '≤ 10 kPa' }, ''),
    row('15', '低压报警', '报警压力', passed, { text: '0.46 MPa', note: '≥ 0.42 MPa' }, ''),
    row('16', '车轮螺母力矩', '按手册', passed, { text: '610 N·m', note: '580–640 N·m' }, ''),
    row('17', 'U 形螺栓', '无松动，标记对齐', passed, '', ''),
    section('四、随车资料与工具', '3 项 · 合格 3'),
    row('18', '车架号拓印', '与证件一致', passed, '', ''),
    row('19', '随车工具', '按清单齐全', passed, '', ''),
    row('20', '合格证、一致性证书', '原件在档', passed, '', ''),
  ],
};

/** 入库 PDI: a check list with damage map, photos and signatures. */
export const checkSheet: PrintDocument = {
  ...common,
  language: 'zh-CN',
  title: '入库检查单',
  subtitle: '商品车 PDI · 厢式货车模板第 3 版',
  header: {
    store,
    number: 'PDI-2026-0417',
    state: '不合格 待复检',
    stateTone: 'warning',
    code: 'PDI-2026-0417',
  },
  labels,
  orientation: 'portrait',
  blocks: [
    vehicle,
    checkTable,
    { kind: 'heading', level: 1, text: '损伤图', note: '3 处' },
    { kind: 'drawing', drawing: truckOutline, heightMm: 50 },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: '图号', width: 'auto', align: 'right' },
        { title: '部位', width: 1 },
        { title: '损伤', width: 2 },
        { title: '处理', width: 2 },
      ],
      rows: [
        row('1', '左侧厢板', '划痕 12 cm，露底', '补漆，11月26日前，区伟明'),
        row('2', '前保险杠右', '凹陷直径 4 cm', '更换，11月27日前，单志强'),
        row('3', '后门右上', '漆面小点', '抛光'),
      ],
    },
    { kind: 'heading', level: 1, text: '照片' },
    {
      kind: 'pictures',
      columns: 3,
      items: [
        { picture: photos[0]?.hash ?? '', caption: '图 1 左侧厢板划痕', note: '2026-11-23 09:12 区伟明' },
        { picture: photos[1]?.hash ?? '', caption: '图 2 前保险杠右侧凹陷' },
        { picture: photos[2]?.hash ?? '', caption: '竖幅照片', note: '完整显示，不变形' },
        { picture: photos[3]?.hash ?? '', caption: 'JPEG 照片' },
        { picture: '0'.repeat(64), caption: '照片文件缺失' },
      ],
    },
    {
      kind: 'signatures',
      labels: { signHere: '签字', date: '日期', hash: '校验' },
      signers: [
        {
          role: '质检员',
          name: '区伟明',
          meaning: '检验',
          signed: { at: '2026-11-23 09:41', hash: 'b41f 02d9 77ac', picture: signature.hash },
        },
        {
          role: '质检主管',
          name: '单志强',
          meaning: '复核',
          signed: { at: '2026-11-23 10:05', hash: '9c0e 41aa 5d17' },
        },
        { role: '经理', name: '曾晓岚', meaning: '批准' },
      ],
    },
  ],
};

/** 竣工出厂合格证: one framed page. */
export const certificate: PrintDocument = {
  ...common,
  language: 'zh-CN',
  form: 'certificate',
  title: '机动车维修竣工出厂合格证',
  header: { store, number: '证号 2026-00153', code: '2026-00153' },
  labels,
  orientation: 'portrait',
  blocks: [
    {
      kind: 'keyValues',
      columns: 2,
      boxed: true,
      items: [
        { name: '托修方', value: '宏运物流有限公司', wide: true },
        { name: '车牌号码', value: { text: '粤B·D12345', mono: true } },
        { name: '车型', value: '牵引车 6×4 国六' },
        { name: '车架号', value: { text: 'LGAG4DY38N3012345', mono: true } },
        { name: '发动机号', value: 'WP13.480E62-15027' },
        { name: '维修类别', value: '二级维护' },
        { name: '维修合同编号', value: 'RO-2026-03318' },
        { name: '进厂日期', value: '2026年11月19日' },
        { name: '出厂日期', value: '2026年11月23日' },
        { name: '出厂里程', value: '186,240 km' },
        { name: '质量保证期', value: '5,000 km 或 30 日，以先到者为准' },
      ],
    },
    {
      kind: 'paragraphs',
      style: 'statement',
      texts: [
        '该车按照上述维修类别和国家有关标准完成维修，经自检、互检、终检三级检验，质量合格，准予出厂。',
        '质量保证期内因维修质量原因造成车辆无法正常使用的，本企业无偿返修。',
      ],
    },
    {
      kind: 'signatures',
      labels: { signHere: '签字', date: '日期', hash: '校验' },
      stamp: '盖章处',
      signers: [
        {
          role: '质量检验员',
          name: '区伟明',
          meaning: '终检',
          signed: { at: '2026-11-23 16:20', hash: '51d2 8e0b 6f93', picture: signature.hash },
        },
        { role: '托修方', name: '', meaning: '接车' },
      ],
    },
    {
      kind: 'paragraphs',
      style: 'note',
      texts: ['本证一式两份，托修方与承修方各执一份。遗失作废，补发须重新编号。'],
    },
  ],
};

/** 交车确认单: one sheet in two numbered copies. */
export const handOverSheet: PrintDocument = {
  ...common,
  language: 'zh-CN',
  title: '车辆交接单',
  header: { store, number: 'DL-2026-0288', code: 'DL-2026-0288' },
  copies: ['第一联 店方留存', '第二联 客户留存'],
  labels,
  orientation: 'portrait',
  blocks: [
    vehicle,
    { kind: 'heading', level: 2, text: '随车文件与工具' },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: '序号', width: 'auto', align: 'right' },
        { title: '名称', width: 3 },
        { title: '数量', width: 'auto', align: 'right' },
        { title: '交付', width: 'auto' },
        { title: '备注', width: 2 },
      ],
      rows: [
        row('1', '机动车出厂合格证', '1', { text: '已交', mark: 'pass' }, ''),
        row('2', '车辆一致性证书', '1', { text: '已交', mark: 'pass' }, ''),
        row('3', '使用手册、保养手册', '2', { text: '已交', mark: 'pass' }, ''),
        row('4', '三角警示牌、灭火器、千斤顶', '1 套', { text: '已交', mark: 'pass' }, ''),
        row('5', '备用钥匙', '1', { text: '待交', mark: 'open' }, '11月28日前送达'),
      ],
    },
    { kind: 'heading', level: 2, text: '销售前维修告知' },
    {
      kind: 'paragraphs',
      texts: ['本车交付前左侧厢板补漆一处（2026-11-25），无其他维修。客户已于签字前阅读并知晓。'],
    },
    {
      kind: 'signatures',
      labels: { signHere: '签字', date: '日期', hash: '校验' },
      signers: [
        {
          role: '销售顾问',
          name: '曾晓岚',
          meaning: '交车',
          signed: { at: '2026-11-27 10:30', hash: '0ab4 77f1 e29c' },
        },
        {
          role: '客户',
          name: '刘宏运',
          meaning: '收车',
          signed: { at: '2026-11-27 10:34', hash: '0ab4 77f1 e29c', picture: signature.hash },
        },
      ],
    },
  ],
};

/** A blank form to be filled in by hand, in English. */
export const blankForm: PrintDocument = {
  ...common,
  language: 'en',
  title: 'Delivery preparation',
  subtitle: 'Blank form · template 2',
  header: { store: 'Nanling Truck Sales & Service Co.', code: 'FORM-PREP-2' },
  labels: englishLabels,
  orientation: 'portrait',
  blocks: [
    {
      kind: 'keyValues',
      columns: 2,
      boxed: true,
      items: [
        { name: 'Vehicle', value: '' },
        { name: 'VIN', value: '' },
        { name: 'Customer', value: '' },
        { name: 'Date', value: '' },
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: 'No.', width: 'auto', align: 'right' },
        { title: 'Item', width: 2 },
        { title: 'Standard', width: 2.4 },
        { title: 'Answer', width: 'auto' },
        { title: 'Value', width: 1 },
        { title: 'Remark', width: 1.6 },
      ],
      rows: [
        { kind: 'group', cells: [{ text: 'Road test', note: '3 items' }] },
        row('1', 'Pull', 'Runs straight, hands off', '□ OK  □ NG  □ n/a', '', ''),
        row('2', 'Braking', 'Even, without noise', '□ OK  □ NG  □ n/a', '', ''),
        row('3', 'Odometer', { text: 'km', note: '≤ 50 km' }, { text: 'checked', mark: 'open' }, '', ''),
      ],
    },
    {
      kind: 'signatures',
      labels: { signHere: 'Signature', date: 'Date', hash: 'Check' },
      signers: [
        { role: 'Inspector', name: '', meaning: 'checked' },
        { role: 'Customer', name: '' },
      ],
    },
  ],
};
