import { ifFitted, okNg, optional, photo, section, text, withPhoto } from './item.ts';

/** 随车文件: domain rules §4, "documents handed over". */
export const papers = section(
  'papers',
  ['证件与随车物品', 'Papers and things that go with it'],
  okNg(
    'papers.vin',
    ['VIN 铭牌、打刻号与单据一致', 'VIN plate and stamping agree with the papers'],
    ['17 位全部一致，打刻清晰，无涂改', 'All 17 agree; stamping clear, not altered'],
    withPhoto,
  ),
  okNg(
    'papers.engine-number',
    ['发动机或电机号与单据一致', 'Engine or motor number agrees with the papers'],
    ['一致', 'Agrees'],
    ifFitted,
  ),
  text(
    'papers.certificate-number',
    ['合格证编号', 'Number of the certificate'],
    ['整车或底盘合格证', 'Of the vehicle or its chassis'],
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
    ['齐全，未提前填写', 'Complete, not filled in beforehand'],
  ),
  okNg(
    'papers.keys',
    ['钥匙、遥控器', 'Keys, remote controls'],
    ['数量与交接单一致，功能正常', 'Number as in the delivery note; work'],
  ),
  okNg(
    'papers.tools',
    ['随车工具、千斤顶、三角牌、反光衣', 'Tools, jack, triangle, vest'],
    ['按清单齐全', 'Complete by the list'],
  ),
  okNg(
    'papers.extinguisher',
    ['灭火器', 'Fire extinguisher'],
    ['在有效期内，固定可靠', 'Not expired, well fixed'],
    ifFitted,
  ),
);

export const trailerPapers = section(
  'papers',
  ['证件与随车物品', 'Papers and things that go with it'],
  papers.items.filter(({ code }) => !['papers.engine-number', 'papers.keys', 'papers.import'].includes(code)),
);

/** 里程 and the pictures that prove the state at arrival. */
export const arrivalFacts = section(
  'arrival',
  ['到店交接', 'Taking over'],
  okNg(
    'arrival.odometer',
    ['里程表读数', 'Odometer reading'],
    ['与交接单一致；异常里程写明原因', 'As in the delivery note; explain what is unusual'],
    ifFitted,
  ),
  okNg(
    'arrival.transport',
    ['运输单、交接时间、驾驶员签字', 'Transport note, time, driver’s signature'],
    ['齐全；损伤当场由承运人签认', 'Complete; damage signed by the carrier on the spot'],
  ),
  photo('photo.vin', ['VIN 照片', 'Photo of the VIN'], ['清晰可读', 'Readable']),
  photo('photo.front-left', ['左前 45° 照片', 'Photo from the front left'], undefined, optional),
  photo('photo.rear-right', ['右后 45° 照片', 'Photo from the rear right'], undefined, optional),
);
