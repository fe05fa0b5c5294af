import { heading, paragraph } from './sample-plan-blocks.ts';

/** 市场 of the sample's plans. `grown`: a figure of the first plan as it is in this one. */
export function marketPart(year: number, grown: (value: number) => number) {
  return {
    markets: [
      {
        key: 'tractor',
        name: '牵引车',
        sizeNow: grown(3180),
        ownNow: grown(262),
        sizeNext: grown(3300),
        ownNext: grown(297),
      },
      {
        key: 'dump',
        name: '自卸车',
        sizeNow: grown(910),
        ownNow: grown(58),
        sizeNext: grown(880),
        ownNext: grown(62),
      },
      {
        key: 'light',
        name: '轻卡',
        sizeNow: grown(2460),
        ownNow: grown(121),
        sizeNext: grown(2600),
        ownNext: grown(150),
      },
      {
        key: 'electric',
        name: '新能源轻卡',
        sizeNow: grown(340),
        ownNow: grown(19),
        sizeNext: grown(620),
        ownNext: grown(56),
      },
    ],
    competitors: [
      {
        key: 'north',
        name: '北环卡车城',
        brands: '力达、远途',
        units: grown(410),
        strengths: '场地大，现车多，金融手续快',
        weaknesses: '售后四个工位，配件等三天',
        answer: '用服务套餐和次日配件换首保，抢在保客户',
      },
      {
        key: 'port',
        name: '港口商用车',
        brands: '鹏程',
        units: grown(265),
        strengths: '紧挨港口，牵引车客户多',
        weaknesses: '没有二手车置换',
        answer: '一季度在港口驻点做置换评估',
      },
    ],
    policies: [
      {
        key: 'old',
        name: '老旧货车淘汰补贴',
        from: `${year}-01`,
        effect: '上半年置换集中，评估和上户排队',
        answer: '评估师增到两人，春季做置换专场',
      },
      {
        key: 'city',
        name: '城区新能源货车路权',
        from: `${year}-05`,
        effect: '城配客户转新能源轻卡',
        answer: '备两台试用车，五月起送到客户车队用一周',
      },
    ],
    groups: [
      {
        key: 'fleet',
        name: '干线车队',
        count: grown(64),
        needs: '出勤率、油耗、账期',
        offer: '夜间保养、油耗跟踪、月结',
      },
      {
        key: 'city',
        name: '城配车队',
        count: grown(118),
        needs: '路权、上装、短租',
        offer: '新能源试用、上装一条龙',
      },
      {
        key: 'single',
        name: '个体车主',
        count: grown(730),
        needs: '首付低、修得快',
        offer: '金融方案、快修工位',
      },
    ],
    swot: {
      strengths: '服务能力强，技师稳定\n老客户转介绍占三成',
      weaknesses: '二手车评估刚起步\n线上线索跟进慢',
      opportunities: '淘汰补贴带来置换\n城配换新能源',
      threats: '厂家直营试点\n运价低，客户推迟换车',
    },
    blocks: [
      heading('h1', '判断'),
      paragraph(
        'p1',
        `${year} 年本地总量**基本持平**，结构在变：牵引车稳、自卸车降、新能源轻卡翻番。份额要从存量里拿。`,
      ),
      {
        kind: 'chart' as const,
        key: 'c1',
        caption: '本地市场三年走势',
        unit: '台',
        look: 'line' as const,
        columns: ['年份', '牵引车', '轻卡', '新能源轻卡'],
        rows: [
          [String(year - 2), '3050', '2320', '150'],
          [String(year - 1), String(grown(3180)), String(grown(2460)), String(grown(340))],
          [`${year}（预计）`, String(grown(3300)), String(grown(2600)), String(grown(620))],
        ],
      },
    ],
  };
}
