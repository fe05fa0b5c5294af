import type { ChecklistItem } from '../checklist.content.ts';
import { ifFitted, number, okNg, pleaseCheck, section, withPhoto, type Two } from './item.ts';

const tyres = okNg(
  'tyre.condition',
  ['轮胎外观与规格', 'Tyres: size and condition'],
  [
    '规格、花纹与合格证一致，同轴相同；无鼓包、割伤、扎钉',
    'Size and pattern as in the certificate, the same on an axle; no bulge, cut or nail',
  ],
  withPhoto,
);
const rims = okNg(
  'wheel.rims',
  ['轮辋、轮毂、气门嘴', 'Rims, hubs, valves'],
  ['无变形、裂纹、擦伤', 'Not bent, cracked or scraped'],
);
const spare = okNg(
  'tyre.spare',
  ['备胎与固定', 'Spare wheel and its holder'],
  ['规格正确，气压正常，固定可靠', 'Right size and pressure, well fixed'],
  ifFitted,
);

const pressureNote = (zh: string, en: string): Two =>
  pleaseCheck([
    `以车身标牌的冷态气压为准；${zh}是常见范围`,
    `The cold pressure on the vehicle's label decides; ${en} is a usual range`,
  ]);

/** Pressures in kPa, cold. */
const pressures = (
  low: number,
  high: number,
  ...places: readonly (readonly [place: string, title: Two])[]
): readonly ChecklistItem[] =>
  places.map(([place, title]) =>
    number(
      `tyre.pressure.${place}`,
      title,
      ['kPa', low, high],
      pressureNote(`${low}–${high} kPa `, `${low}–${high} kPa`),
    ),
  );

const front: readonly [string, Two] = ['front', ['前轮气压（取最低一条）', 'Pressure, front (lowest tyre)']];
const rear: readonly [string, Two] = ['rear', ['后轮气压（取最低一条）', 'Pressure, rear (lowest tyre)']];

/** 车轮螺母 torque; the maker's figure decides. */
const nuts = (low: number, high: number): ChecklistItem =>
  number(
    'wheel.nut-torque',
    ['车轮螺母力矩', 'Torque of the wheel nuts'],
    ['N·m', low, high],
    pleaseCheck([
      '以厂家维修手册为准；换轮后行驶约 50 km 复紧',
      'As the maker says; tighten again about 50 km after a change of wheels',
    ]),
  );

export const carWheels = section(
  'wheels',
  ['车轮与轮胎', 'Wheels and tyres'],
  tyres,
  pressures(200, 300, front, rear),
  rims,
  nuts(90, 140),
  spare,
);
export const lightTruckWheels = section(
  'wheels',
  ['车轮与轮胎', 'Wheels and tyres'],
  tyres,
  pressures(350, 700, front, rear),
  rims,
  nuts(250, 450),
  spare,
);
export const truckWheels = section(
  'wheels',
  ['车轮与轮胎', 'Wheels and tyres'],
  tyres,
  pressures(700, 950, front, rear),
  rims,
  nuts(550, 650),
  spare,
);
export const trailerWheels = section(
  'wheels',
  ['车轮与轮胎', 'Wheels and tyres'],
  tyres,
  pressures(700, 950, ['axles', ['各轴气压（取最低一条）', 'Pressure of the axles (lowest tyre)']]),
  rims,
  nuts(550, 650),
  spare,
);

const treadSource: Two = ['GB 7258-2017：', 'GB 7258-2017: '];

/** 胎冠花纹深度, mm. GB 7258-2017: cars and trailers ≥ 1.6; steered wheels of others ≥ 3.2, their other wheels ≥ 1.6. */
export const carTread = number(
  'tyre.tread.all',
  ['胎冠花纹深度（最浅处）', 'Tread depth (shallowest)'],
  ['mm', 1.6, null],
  [`${treadSource[0]}乘用车、挂车不小于 1.6 mm`, `${treadSource[1]}cars and trailers at least 1.6 mm`],
);
export const truckTread: readonly ChecklistItem[] = [
  number(
    'tyre.tread.front',
    ['转向轮花纹深度（最浅处）', 'Tread depth of steered wheels (shallowest)'],
    ['mm', 3.2, null],
    [`${treadSource[0]}转向轮不小于 3.2 mm`, `${treadSource[1]}steered wheels at least 3.2 mm`],
  ),
  number(
    'tyre.tread.rear',
    ['其余车轮花纹深度（最浅处）', 'Tread depth of other wheels (shallowest)'],
    ['mm', 1.6, null],
    [`${treadSource[0]}其余不小于 1.6 mm`, `${treadSource[1]}others at least 1.6 mm`],
  ),
];
