import { weightedPick, type SampleRandom } from './sample-random.ts';

/** Surnames by how common they are; those with rare readings (单 仇 解 曾) included, because search must know them. */
const surname = weightedPick(
  [
    ['王李张刘陈', 8],
    ['杨黄赵吴周徐孙马朱胡', 3],
    ['郭何林高罗郑梁谢宋唐许韩冯邓曹彭', 1.4],
    [
      '曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严',
      0.5,
    ],
    ['单仇解盖查翟尉朴区乐', 0.12],
  ].flatMap(([letters, weight]) =>
    String(letters)
      .split('')
      .map((letter): [string, number] => [letter, Number(weight)]),
  ),
);
const menOne = '伟强磊军勇杰涛明超刚平辉鹏斌波宁飞健亮峰龙浩东林俊凯毅旭岩'.split('');
const menFirst = '建国志文海永德金玉家春俊晓立振成世兴庆广学忠新洪红长宝克兆'.split('');
const menLast = '华军平明国强林生东峰涛辉民义武成亮伟福祥山海龙飞刚斌胜才良友'.split('');
const womenOne = '芳娜敏静丽燕娟霞艳玲婷颖洁莉雪琳欣梅倩萍'.split('');
const womenFirst = '秀桂玉丽晓春雪海美素淑红小爱凤'.split('');
const womenLast = '英兰珍梅芳华玲霞红燕萍娟香云琴'.split('');

/** A person's name; customers of trucks are mostly men. */
export function personName(random: SampleRandom, womenShare = 0.18): string {
  const woman = random.chance(womenShare);
  const given = random.chance(0.36)
    ? random.pick(woman ? womenOne : menOne)
    : random.pick(woman ? womenFirst : menFirst) + random.pick(woman ? womenLast : menLast);
  return surname(random) + given;
}

/** Characters that clerks mistake for each other. */
const alike: Readonly<Record<string, string>> = {
  伟: '玮', 玮: '伟', 军: '君', 强: '墙', 辉: '晖', 明: '铭', 建: '健', 健: '建', 波: '博', 峰: '锋', 华: '桦', 丽: '莉',
  莉: '丽', 静: '婧', 敏: '闵', 涛: '滔', 磊: '垒', 杰: '洁', 超: '朝', 志: '智', 海: '澥', 永: '勇', 勇: '永', 文: '纹',
  平: '萍', 萍: '平', 成: '诚', 林: '琳', 东: '冬', 红: '洪', 玉: '钰', 春: '椿', 晓: '小', 小: '晓', 新: '欣', 国: '帼',
}; // prettier-ignore

const cities = [
  ['济南', '370100', '鲁A', '0531'], ['泰安', '370900', '鲁J', '0538'], ['德州', '371400', '鲁N', '0534'],
  ['聊城', '371500', '鲁P', '0635'], ['滨州', '371600', '鲁M', '0543'], ['淄博', '370300', '鲁C', '0533'],
  ['潍坊', '370700', '鲁V', '0536'], ['临沂', '371300', '鲁Q', '0539'], ['济宁', '370800', '鲁H', '0537'],
  ['沧州', '130900', '冀J', '0317'], ['邯郸', '130400', '冀D', '0310'], ['徐州', '320300', '苏C', '0516'],
  ['商丘', '411400', '豫N', '0370'], ['天津', '120100', '津B', '022'], ['宿州', '341300', '皖L', '0557'],
  ['上海', '310100', '沪D', '021'], ['广州', '440100', '粤A', '020'],
] as const; // prettier-ignore
export type City = {
  readonly name: string;
  readonly areaCode: string;
  readonly plateStart: string;
  readonly dialCode: string;
};
const cityWeights = [30, 14, 10, 9, 6, 7, 5, 5, 6, 3, 2, 2, 1.5, 1, 0.8, 0.6, 0.6];
const pickCity = weightedPick(cities.map((city, at) => [city, cityWeights[at] ?? 1] as const));

export function city(random: SampleRandom): City {
  const [name, areaCode, plateStart, dialCode] = pickCity(random);
  return { name, areaCode, plateStart, dialCode };
}

const words = '鑫顺通达宏盛恒泰安捷运瑞丰隆远航畅腾骏兴广茂源诚信联合力昌'.split('');
/** Trades with the endings of their companies' names. */
const trades = [
  ['公路货运', '物流', 30], ['公路货运', '运输', 26], ['城市配送', '配送', 9], ['建材砂石', '建材', 8],
  ['渣土运输', '渣土运输', 7], ['冷链运输', '冷链物流', 6], ['危险品运输', '危货运输', 4], ['商贸', '商贸', 8],
  ['混凝土', '商砼', 4], ['旅游客运', '旅游客运', 3], ['环卫', '环卫服务', 3], ['快递', '快运', 5],
] as const; // prettier-ignore
const pickTrade = weightedPick(trades.map((entry) => [entry, entry[2]] as const));

export type CompanyName = { readonly name: string; readonly trade: string };

/** A company's name as registered: place, two or three words, trade, form. */
export function companyName(random: SampleRandom, cityName: string): CompanyName {
  const [trade, ending] = pickTrade(random);
  const core = random.pick(words) + random.pick(words) + (random.chance(0.25) ? random.pick(words) : '');
  const place = random.chance(0.8) ? cityName : '山东';
  return { name: `${place}${core}${ending}${random.chance(0.85) ? '有限公司' : '有限责任公司'}`, trade };
}

const personTrades = [
  '个体运输',
  '长途货运',
  '短途倒短',
  '城市配送',
  '农产品运输',
  '工程车',
  '上班代步',
  '自用',
] as const;
export const personTrade = (random: SampleRandom): string => random.pick(personTrades);

const streets = [
  '经十路',
  '工业南路',
  '物流大道',
  '泰山大街',
  '迎宾路',
  '滨河路',
  '建设路',
  '开发区东路',
  '北环路',
] as const;

/** Some addresses hold a comma: exports of the dealers' systems turn it into &. */
export function address(random: SampleRandom, cityName: string): string {
  const house = `${cityName}市${random.pick(streets)}${random.int(1, 320)}号`;
  return random.chance(0.15) ? `${house},${random.int(1, 12)}栋` : house;
}

/** The same name as another clerk would misspell it, or undefined when no letter of it is often mistaken. */
export function misspelt(name: string, company: boolean): string | undefined {
  if (company) {
    if (name.endsWith('有限责任公司')) return name.replace('有限责任公司', '有限公司');
    if (name.endsWith('有限公司')) return name.replace('有限公司', '有限责任公司');
    return undefined;
  }
  for (let at = name.length - 1; at >= 1; at -= 1) {
    const other = alike[name.charAt(at)];
    if (other) return name.slice(0, at) + other + name.slice(at + 1);
  }
  return undefined;
}

/** The same mobile number with one digit mistyped, not among the first three. */
export function mistypedPhone(random: SampleRandom, phone: string): string {
  const at = random.int(4, phone.length - 1);
  const digit = (Number(phone.charAt(at)) + random.int(1, 9)) % 10;
  return phone.slice(0, at) + String(digit) + phone.slice(at + 1);
}
