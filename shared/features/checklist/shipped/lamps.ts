import { ifFitted, okNg, section, withPhoto } from './item.ts';

const headlamps = okNg(
  'lamp.head',
  ['远近光灯、日行灯', 'Headlamps, daytime lamps'],
  ['点亮正常，灯罩无裂纹、水汽，照射高度正常', 'Light up; lens not cracked or wet; beam at the right height'],
  withPhoto,
);
const signals = okNg(
  'lamp.signals',
  ['转向、制动、倒车、危险报警灯', 'Indicators, brake, reversing and hazard lamps'],
  ['全部点亮，频率正常', 'All light up; normal rhythm'],
);
const position = okNg(
  'lamp.position',
  ['示廓、位置、牌照灯', 'Position, clearance and plate lamps'],
  ['全部点亮', 'All light up'],
);
const fog = okNg('lamp.fog', ['雾灯', 'Fog lamps'], ['点亮正常', 'Light up'], ifFitted);
const horn = okNg('horn', ['喇叭', 'Horn'], ['声音清晰', 'Clear sound']);

/** 灯光与信号. */
export const carLamps = section(
  'lamps',
  ['灯光与信号', 'Lamps and signals'],
  headlamps,
  signals,
  position,
  fog,
  horn,
);

export const truckLamps = section(
  'lamps',
  ['灯光与信号', 'Lamps and signals'],
  headlamps,
  signals,
  position,
  fog,
  okNg(
    'lamp.side',
    ['侧标志灯', 'Side marker lamps'],
    ['齐全，全部点亮', 'Complete, all light up'],
    ifFitted,
  ),
  horn,
  okNg(
    'alarm.turning',
    ['右转弯音响提示、倒车提示', 'Turning and reversing sounders'],
    ['声音正常', 'Sound'],
    ifFitted,
  ),
);

export const trailerLamps = section(
  'lamps',
  ['灯光与电路', 'Lamps and wiring'],
  signals,
  position,
  okNg('lamp.side', ['侧标志灯', 'Side marker lamps'], ['齐全，全部点亮', 'Complete, all light up']),
  okNg(
    'trailer.plug',
    ['电源插座、ABS 插座与线束', 'Power and ABS sockets, wiring'],
    ['接触良好，无破损，固定可靠', 'Good contact, whole, well fixed'],
  ),
);
