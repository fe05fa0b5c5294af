import { parseDayText, parseInstantText } from '../../kernel/date-text.ts';
import type { Field } from '../../kernel/field.ts';
import { fenFromYuan, parseMoney } from '../../kernel/money.ts';
import { normalText } from '../../kernel/normal-text.ts';
import { phonesIn } from '../../kernel/phone.ts';
import { normalPlate } from '../../kernel/plate.ts';
import { checkVin, normalVin } from '../../kernel/vin.ts';
import type { RawCell } from './raw-row.ts';

/** What a cell says: a value, nothing, or a problem whose code is a key of the `problem.issues` texts. */
export type CellValue =
  | { readonly kind: 'value'; readonly value: string | number; readonly warning?: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'problem'; readonly code: string };

const nothing: CellValue = { kind: 'nothing' };
const problem = (code: string): CellValue => ({ kind: 'problem', code });
const value = (found: string | number, warning?: string): CellValue =>
  warning ? { kind: 'value', value: found, warning } : { kind: 'value', value: found };

/** What clerks and systems write when they mean "nothing". */
const emptyWords = new Set([
  '',
  '-',
  '--',
  '/',
  '无',
  '暂无',
  '空',
  'null',
  'NULL',
  'N/A',
  'n/a',
  '未知',
  '无数据',
  '0000-00-00',
  '1900-01-01',
  '1900-01-00',
]);

/** Other names of choices, as exports write them: `feature.field` → written → value. */
const choiceNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'customer.kind': {
    个人: 'person',
    私人: 'person',
    自然人: 'person',
    单位: 'company',
    企业: 'company',
    公司: 'company',
    车队: 'company',
    集团: 'company',
    单位客户: 'company',
    个人客户: 'person',
  },
  kind: {
    轿车: 'car',
    乘用车: 'car',
    小型车: 'car',
    小轿车: 'car',
    suv: 'car',
    小型客车: 'car',
    轻卡: 'lightTruck',
    轻型货车: 'lightTruck',
    轻型卡车: 'lightTruck',
    微卡: 'lightTruck',
    皮卡: 'lightTruck',
    中卡: 'mediumTruck',
    中型货车: 'mediumTruck',
    中型卡车: 'mediumTruck',
    重卡: 'heavyTruck',
    重型货车: 'heavyTruck',
    重型卡车: 'heavyTruck',
    载货车: 'heavyTruck',
    自卸车: 'heavyTruck',
    牵引车: 'tractor',
    半挂牵引车: 'tractor',
    挂车: 'trailer',
    半挂车: 'trailer',
    客车: 'bus',
    大客车: 'bus',
    中型客车: 'bus',
    专用车: 'special',
    特种车: 'special',
    专项作业车: 'special',
  },
  'vehicle.use': {
    营运: 'commercial',
    货运: 'commercial',
    营转非: 'private',
    非营运: 'private',
    家用: 'private',
    自用: 'private',
  },
  'vehicle.state': {
    在用: 'inUse',
    正常: 'inUse',
    已售: 'sold',
    转让: 'transferred',
    过户: 'transferred',
    报废: 'scrapped',
  },
  'stock.state': {
    在途: 'inTransit',
    在库: 'inStock',
    库存: 'inStock',
    可售: 'inStock',
    已订: 'reserved',
    预留: 'reserved',
    锁定: 'reserved',
    已售: 'sold',
    已出库: 'sold',
    退回: 'returned',
    退厂: 'returned',
  },
  'order.state': {
    未交车: 'open',
    待交车: 'open',
    有效: 'open',
    已下单: 'open',
    已配车: 'allocated',
    已分配: 'allocated',
    已交车: 'delivered',
    已完成: 'delivered',
    已提车: 'delivered',
    退订: 'cancelled',
    已退订: 'cancelled',
    已取消: 'cancelled',
    作废: 'cancelled',
  },
  channel: {
    展厅: 'showroom',
    自然到店: 'showroom',
    到店: 'showroom',
    网络: 'online',
    网销: 'online',
    电销: 'online',
    线上: 'online',
    网销电销: 'online',
    电话: 'online',
    二级: 'secondDealer',
    二网: 'secondDealer',
    二级经销商: 'secondDealer',
    车队: 'fleet',
    大客户: 'fleet',
    转介绍: 'referral',
    介绍: 'referral',
    老客户介绍: 'referral',
    车展: 'event',
    活动: 'event',
    外展: 'event',
    其他: 'other',
    其它: 'other',
  },
  'lead.state': {
    新线索: 'new',
    未跟进: 'new',
    新建: 'new',
    跟进中: 'following',
    跟进: 'following',
    试驾: 'testDrive',
    已试驾: 'testDrive',
    试乘试驾: 'testDrive',
    成交: 'won',
    已成交: 'won',
    战败: 'lost',
    已战败: 'lost',
    流失: 'lost',
    无效: 'lost',
  },
  'repair.type': {
    保养: 'maintenance',
    定期保养: 'maintenance',
    首保: 'maintenance',
    二级维护: 'maintenance',
    一般: 'general',
    一般维修: 'general',
    普通维修: 'general',
    机电维修: 'general',
    小修: 'general',
    大修: 'general',
    事故: 'accident',
    事故维修: 'accident',
    钣喷: 'accident',
    保险理赔: 'accident',
    索赔: 'warranty',
    三包: 'warranty',
    保修: 'warranty',
    质保: 'warranty',
    内部: 'internal',
    内部维修: 'internal',
    返工: 'internal',
    pdi: 'internal',
  },
  'repair.state': {
    待修: 'waiting',
    待派工: 'waiting',
    已接车: 'waiting',
    维修中: 'working',
    在修: 'working',
    施工中: 'working',
    完工: 'done',
    已完工: 'done',
    已竣工: 'done',
    待结算: 'done',
    已结算: 'handedOver',
    已交车: 'handedOver',
    已出厂: 'handedOver',
    作废: 'cancelled',
    已取消: 'cancelled',
  },
  'repair.payer': {
    客户: 'customer',
    自费: 'customer',
    客户自付: 'customer',
    保险: 'insurer',
    保险公司: 'insurer',
    厂家: 'maker',
    主机厂: 'maker',
    三包: 'maker',
    内部: 'store',
    本店: 'store',
  },
  'calendarDay.kind': {
    放假: 'holiday',
    休: 'holiday',
    休息: 'holiday',
    休假: 'holiday',
    假日: 'holiday',
    假期: 'holiday',
    节假日: 'holiday',
    法定节假日: 'holiday',
    公休: 'holiday',
    是: 'holiday',
    上班: 'working',
    班: 'working',
    补班: 'working',
    调休: 'working',
    调休上班: 'working',
    调休补班: 'working',
    工作日: 'working',
    否: 'working',
  },
  'repairPart.origin': {
    原厂: 'original',
    原厂件: 'original',
    正厂: 'original',
    质量相当: 'equivalent',
    同质: 'equivalent',
    同质件: 'equivalent',
    品牌件: 'equivalent',
    副厂: 'equivalent',
    副厂件: 'equivalent',
    再制造: 'remanufactured',
    再制造件: 'remanufactured',
    回用件: 'reused',
    拆车件: 'reused',
    旧件: 'reused',
  },
  'receivable.kind': {
    车款: 'vehicle',
    整车: 'vehicle',
    销售: 'vehicle',
    维修: 'service',
    维修款: 'service',
    售后: 'service',
    服务: 'service',
    保险: 'insurance',
    保险理赔: 'insurance',
    保险公司: 'insurance',
    按揭: 'loan',
    贷款: 'loan',
    消贷: 'loan',
    厂家: 'maker',
    厂家返利: 'maker',
    索赔款: 'maker',
    其他: 'other',
    其它: 'other',
  },
  'payment.way': {
    转账: 'transfer',
    银行转账: 'transfer',
    对公转账: 'transfer',
    现金: 'cash',
    刷卡: 'card',
    pos: 'card',
    微信: 'wechat',
    支付宝: 'alipay',
    承兑: 'bill',
    汇票: 'bill',
    承兑汇票: 'bill',
    其他: 'other',
  },
  'cash.direction': {
    收: 'in',
    收入: 'in',
    收款: 'in',
    贷: 'in',
    支: 'out',
    支出: 'out',
    付: 'out',
    付款: 'out',
    借: 'out',
  },
  'cash.category': {
    购车款: 'vehicleSale',
    车款: 'vehicleSale',
    整车销售: 'vehicleSale',
    维修款: 'service',
    维修收入: 'service',
    售后收入: 'service',
    保险: 'insurance',
    保险佣金: 'insurance',
    按揭: 'loan',
    按揭手续费: 'loan',
    金融: 'loan',
    定金: 'deposit',
    订金: 'deposit',
    厂家返利: 'makerRebate',
    返利: 'makerRebate',
    采购车款: 'purchase',
    进车款: 'purchase',
    整车采购: 'purchase',
    配件采购: 'parts',
    配件款: 'parts',
    工资: 'salary',
    薪酬: 'salary',
    房租: 'rent',
    租金: 'rent',
    税费: 'tax',
    税金: 'tax',
    市场费用: 'marketing',
    广告费: 'marketing',
    营销: 'marketing',
    其他: 'other',
    其它: 'other',
  },
};

const choiceMaps = new Map<string, Map<string, string>>();

/** Every written form of a choice: its own value, its names in both languages, and the names of exports. */
function choicesOf(
  address: string,
  field: Field,
  names: (choice: string) => readonly string[],
): Map<string, string> {
  let map = choiceMaps.get(address);
  if (!map) {
    map = new Map();
    const fieldName = address.split('.')[1] ?? '';
    for (const [name, choice] of Object.entries({ ...choiceNames[fieldName], ...choiceNames[address] })) {
      if (field.choices?.includes(choice)) map.set(name.toLowerCase(), choice);
    }
    for (const choice of field.choices ?? []) {
      for (const name of [choice, ...names(choice)]) map.set(name.toLowerCase(), choice);
    }
    choiceMaps.set(address, map);
  }
  return map;
}

function wholeNumber(cell: RawCell, hundredths: boolean): CellValue {
  const text =
    typeof cell === 'number'
      ? cell
      : Number(
          normalText(String(cell)).replaceAll(/[,，&]|(?:公里|千米|km|kg|小时|台|个|件|升|l|h)$/giu, ''),
        );
  if (!Number.isFinite(text)) return problem('not-a-number');
  const whole = hundredths ? Math.round(text * 100) : Math.round(text);
  if (!hundredths && Math.abs(whole - text) > 1e-9) return value(whole, 'rounded');
  return whole < 0 ? problem('too-small') : value(whole);
}

/**
 * What a raw cell means for a field. `names` gives the names of a choice in the languages of the program.
 * References stay text: the engine looks the record up by name.
 */
export function readCell(
  cell: RawCell,
  address: string,
  field: Field,
  names: (choice: string) => readonly string[],
): CellValue {
  if (cell === null) return nothing;
  if (typeof cell === 'string' && emptyWords.has(cell.trim())) return nothing;
  switch (field.kind) {
    case 'money': {
      const fen = typeof cell === 'number' ? fenFromYuan(cell) : parseMoney(cell);
      if (fen === undefined) return problem('not-money');
      return fen < (field.min ?? 0) ? problem('too-small') : value(fen);
    }
    case 'integer':
      return wholeNumber(cell, address.endsWith('Hundredths'));
    case 'day': {
      const day = parseDayText(String(cell));
      return day === undefined ? problem('not-a-day') : value(day);
    }
    case 'instant': {
      const found = parseInstantText(String(cell));
      if (!found) return problem('not-a-day');
      return value(found.time ? `${found.day} ${found.time}` : found.day);
    }
    case 'choice': {
      const text = normalText(String(cell));
      const choice = choicesOf(address, field, names).get(text.toLowerCase());
      return choice === undefined ? problem('not-a-choice') : value(choice);
    }
    case 'plate': {
      const plate = normalPlate(String(cell));
      return plate === '' ? nothing : plate.length > 12 ? problem('too-long') : value(plate);
    }
    case 'vin': {
      const vin = normalVin(String(cell));
      if (vin === '') return nothing;
      const checked = checkVin(vin);
      return checked.ok
        ? value(vin, checked.warning ? 'vin-check-digit' : undefined)
        : problem(`vin-${checked.problem}`);
    }
    case 'phone': {
      const text = String(cell);
      const [first] = phonesIn(text);
      return first === undefined ? problem('not-a-phone') : value(first);
    }
    case 'reference':
    case 'text':
    case 'note': {
      const text = normalText(String(cell));
      if (text === '') return nothing;
      return text.length > (field.max ?? (field.kind === 'note' ? 4000 : 200))
        ? problem('too-long')
        : value(text);
    }
    case 'flag':
      return nothing;
  }
}
