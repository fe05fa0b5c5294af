import type { ChecklistItem } from '../checklist.content.ts';
import { ifFitted, number, okNg, pleaseCheck, section } from './item.ts';

const oil = okNg(
  'fluid.oil',
  ['发动机机油', 'Engine oil'],
  ['液位在上下刻线之间，无渗漏', 'Level between the marks, no leak'],
  ifFitted,
);
const coolant = okNg(
  'fluid.coolant',
  ['冷却液液位', 'Coolant level'],
  ['液位在上下刻线之间，无渗漏', 'Level between the marks, no leak'],
);
const freezing = number(
  'fluid.coolant-freezing',
  ['冷却液冰点', 'Freezing point of the coolant'],
  ['°C', null, -25],
  pleaseCheck([
    '低于当地最低气温 10 °C；北方门店请改限值',
    '10 °C below the lowest local temperature; set your own limit',
  ]),
);
const brakeFluid = okNg(
  'fluid.brake',
  ['制动液', 'Brake fluid'],
  ['液位正常，无渗漏', 'Level right, no leak'],
  ifFitted,
);
const steeringFluid = okNg(
  'fluid.steering',
  ['转向助力液', 'Steering fluid'],
  ['液位正常，无渗漏', 'Level right, no leak'],
  ifFitted,
);
const washer = okNg('fluid.washer', ['玻璃清洗液', 'Washer fluid'], ['已加注', 'Filled']);
const urea = okNg(
  'fluid.urea',
  ['尿素与后处理（SCR、DPF）', 'Urea and exhaust treatment (SCR, DPF)'],
  ['尿素已加注，管路无渗漏，无故障灯', 'Filled, no leak, no warning lamp'],
  ifFitted,
);
const belts = okNg(
  'engine.belts',
  ['皮带、软管、线束', 'Belts, hoses, harness'],
  ['张紧合适，无老化、干涉、松脱', 'Right tension; not aged, rubbing or loose'],
);
const leaks = okNg('engine.leaks', ['油、水、气渗漏', 'Leaks of oil, water or air'], ['无渗漏', 'None']);
const highVoltage = okNg(
  'ev.high-voltage',
  ['高压线束、插接件、警示标识', 'High-voltage cables, plugs, signs'],
  ['橙色线束完好，插接到位，标识齐全', 'Orange cables whole, plugs home, signs complete'],
  ifFitted,
);
const charging = okNg(
  'ev.charging',
  ['充电口与充电', 'Charging'],
  ['口盖完好，能正常充电', 'Lid whole; charges'],
  ifFitted,
);

/** Static voltage; one hour after the engine was stopped. */
const battery = (volts: 12 | 24): ChecklistItem =>
  number(
    'battery.voltage',
    ['蓄电池静态电压', 'Battery voltage at rest'],
    ['V', volts === 12 ? 12.4 : 24.8, volts === 12 ? 13.2 : 26.4],
    pleaseCheck([
      '熄火 1 小时后测量；低于下限先充电再复测',
      'One hour after stopping; below the limit charge and measure again',
    ]),
  );
const batteryFixed = okNg(
  'battery.fixing',
  ['蓄电池固定与桩头', 'Battery fixing and poles'],
  ['固定可靠，桩头无松动、腐蚀', 'Fixed; poles firm and clean'],
);

/** 发动机舱 and fluids. */
export const carEngine = section(
  'engine',
  ['机舱与油液', 'Engine bay and fluids'],
  oil,
  coolant,
  freezing,
  brakeFluid,
  steeringFluid,
  washer,
  belts,
  leaks,
  batteryFixed,
  battery(12),
  highVoltage,
  charging,
);
const truckItems = [oil, coolant, freezing, steeringFluid, washer, urea, belts, leaks, batteryFixed];
export const lightTruckEngine = section(
  'engine',
  ['机舱与油液', 'Engine bay and fluids'],
  ...truckItems,
  brakeFluid,
  battery(12),
  highVoltage,
  charging,
);
export const truckEngine = section(
  'engine',
  ['发动机与油液', 'Engine and fluids'],
  ...truckItems,
  okNg(
    'engine.filters',
    ['空气滤清器、油水分离器', 'Air filter, water separator'],
    ['安装到位，已排水', 'In place, drained'],
  ),
  battery(24),
  highVoltage,
  charging,
);
