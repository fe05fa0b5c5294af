import { ifFitted, okNg, optional, photo, section, text } from './item.ts';
import { kindParts, pick, present, type KindParts } from './kind-parts.ts';
import { shipped, type ShippedChecklist } from './shipped-checklist.ts';

/** 文件检查: what is handed to the customer. Domain rules §4. */
const documents = section(
  'documents',
  ['文件检查', 'Documents'],
  okNg(
    'hand-over.invoice',
    ['购车发票各联', 'Invoice, every copy'],
    ['名称、VIN、金额与合同一致', 'Name, VIN and amount as in the contract'],
  ),
  okNg(
    'papers.certificate',
    ['出厂合格证（或底盘合格证）', 'Certificate of the vehicle or its chassis'],
    ['原件，信息与车辆一致', 'Original, agrees with the vehicle'],
  ),
  okNg(
    'papers.conformity',
    ['车辆一致性证书', 'Certificate of conformity'],
    ['有，与车辆一致', 'There, agrees with the vehicle'],
    ifFitted,
  ),
  okNg('papers.import', ['进口货物证明、检验单', 'Import papers'], ['齐全', 'Complete'], ifFitted),
  okNg('papers.manual', ['使用说明书、保养手册', 'Manual, maintenance book'], ['齐全', 'Complete']),
  okNg(
    'papers.warranty',
    ['三包凭证或质量保证书', 'Warranty papers'],
    ['已按发票日期填写、盖章', 'Filled in with the invoice’s date, stamped'],
  ),
  okNg(
    'hand-over.insurance',
    ['保险单', 'Insurance policies'],
    ['投保人、VIN、起保日正确', 'Name, VIN and first day right'],
    ifFitted,
  ),
  okNg(
    'hand-over.registration',
    ['上牌与购置税资料', 'Papers for registration and purchase tax'],
    ['齐全，已交待办理期限', 'Complete; time limits explained'],
    ifFitted,
  ),
  okNg(
    'hand-over.disclosure',
    ['售前维修告知书', 'Disclosure of repairs before the sale'],
    ['有维修的已打印，签字前交客户看', 'Printed where there was one; shown before signing'],
    ifFitted,
  ),
  okNg(
    'hand-over.sheet',
    ['交车单一式两份', 'Hand-over sheet in two copies'],
    ['已编号，内容与车辆一致', 'Numbered, agrees with the vehicle'],
  ),
);

/** 车辆检查: clean, complete, ready. */
const vehicle = section(
  'vehicle',
  ['车辆检查', 'Vehicle'],
  okNg(
    'ready.clean',
    ['车内外清洁', 'Clean inside and out'],
    ['无灰尘、水渍、胶印；保护膜按客户意愿', 'No dust, water marks or glue; film as the customer wishes'],
  ),
  okNg(
    'ready.fittings',
    ['精品、加装件', 'Fittings'],
    ['与合同一致，安装牢固', 'As in the contract, firm'],
    ifFitted,
  ),
  okNg('ready.plate', ['临时号牌', 'Temporary plate'], ['在有效期内', 'Valid'], ifFitted),
  okNg('ready.clock', ['时钟、语言、收音机台', 'Clock, language, stations'], ['已调好', 'Set'], ifFitted),
);

const preparation = (parts: KindParts) =>
  present(
    parts.roadTest,
    documents,
    vehicle,
    pick(parts.body, 'body.paint', 'glass.all', 'body.load-bed'),
    pick(parts.lamps, 'lamp.head', 'lamp.signals', 'trailer.plug'),
    pick(
      parts.wheels,
      'tyre.condition',
      'tyre.pressure.front',
      'tyre.pressure.rear',
      'tyre.pressure.axles',
      'tyre.spare',
    ),
    pick(
      parts.engine,
      'fluid.oil',
      'fluid.coolant',
      'fluid.washer',
      'fluid.urea',
      'battery.voltage',
      'ev.charging',
    ),
    pick(parts.cabin, 'cabin.climate', 'cabin.audio', 'cabin.instruments'),
    parts.fuel,
    pick(parts.coupling, 'fifth-wheel.jaw', 'kingpin.coupling'),
    pick(parts.papers, 'papers.keys', 'papers.tools', 'papers.extinguisher'),
  );

/** 车辆准备 QC-6. */
export const preparationChecklists: readonly ShippedChecklist[] = kindParts.map((parts) =>
  shipped(
    `preparation.${parts.key}`,
    [`车辆准备 · ${parts.name[0]}`, `Vehicle preparation: ${parts.name[1]}`],
    'preparation',
    preparation(parts),
    { vehicleKinds: parts.kinds },
  ),
);

/** 交车仪式 QC-7: 主持, 嘉宾, 道具, 贺词, 合影. */
export const ceremonyChecklist: ShippedChecklist = shipped(
  'ceremony',
  ['交车仪式', 'Delivery ceremony'],
  'ceremony',
  [
    section(
      'people',
      ['主持与嘉宾', 'Host and guests'],
      text('ceremony.host', ['主持人', 'Host']),
      text(
        'ceremony.guests',
        ['出席嘉宾', 'Guests'],
        ['门店领导、客户家人或车队代表', 'The store’s head, family or fleet'],
      ),
      okNg(
        'ceremony.adviser',
        ['服务顾问到场介绍', 'Service adviser introduced'],
        ['已介绍首保时间、预约电话', 'First service and telephone explained'],
      ),
    ),
    section(
      'props',
      ['场地与道具', 'Place and props'],
      okNg(
        'ceremony.place',
        ['交车区布置、灯光、音乐', 'Place, light, music'],
        ['整洁，车辆就位', 'Tidy, vehicle in place'],
      ),
      okNg(
        'ceremony.props',
        ['车花、钥匙模型、红绸、礼品', 'Flowers, model key, ribbon, present'],
        ['按约定齐全', 'Complete as agreed'],
        ifFitted,
      ),
      okNg(
        'ceremony.board',
        ['欢迎牌、客户姓名', 'Welcome board with the name'],
        ['姓名无误，客户同意展示', 'Name right; the customer agrees to it'],
        ifFitted,
      ),
    ),
    section(
      'ceremony',
      ['仪式', 'Ceremony'],
      text('ceremony.words', ['贺词', 'Words of congratulation'], undefined, optional),
      okNg(
        'ceremony.key',
        ['交钥匙、功能讲解', 'Key and explanation'],
        ['客户独立操作一遍', 'The customer does everything once'],
      ),
      okNg(
        'ceremony.consent',
        ['拍照与使用照片的同意', 'Consent to the photo and its use'],
        ['已征得；不同意则不公开', 'Given; without it nothing is shown'],
        ifFitted,
      ),
      photo('ceremony.photo', ['合影', 'Photo together'], undefined, optional),
    ),
  ],
);
