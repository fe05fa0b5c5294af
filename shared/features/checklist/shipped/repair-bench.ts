import type { ChecklistItem } from '../checklist.content.ts';
import { ifFitted, number, okNg, pleaseCheck, section, text } from './item.ts';
import { carTread, truckTread } from './wheels.ts';

const check = (zh: string, en: string) => pleaseCheck([zh, en]);
const optionalHere = (item: ChecklistItem): ChecklistItem =>
  item.type === 'number' || item.type === 'okNg' ? { ...item, mayNotApply: true } : item;

const roadTest = [
  okNg(
    'road.start',
    ['起动、怠速', 'Start, idle'],
    ['容易起动，怠速平稳，无异响', 'Starts easily, idles evenly, no noise'],
    ifFitted,
  ),
  okNg('road.pull', ['直线行驶', 'Straight running'], ['不跑偏、不抖动', 'Does not pull or shake']),
  okNg('road.brake', ['行车制动', 'Service brake'], ['有力、平稳、不跑偏', 'Strong, even, straight']),
  okNg('road.gears', ['离合、换挡', 'Clutch, gears'], ['平顺，不跳挡', 'Smooth; none jumps out'], ifFitted),
  okNg('road.noise', ['异响、振动', 'Noise, vibration'], ['无', 'None']),
  okNg(
    'road.after',
    ['试车后复查渗漏、轮毂温度', 'Leaks and hub temperature afterwards'],
    ['无渗漏，无异常发热', 'No leak, nothing hot'],
  ),
];

export const trialDrive = section('road-test', ['试车', 'Trial drive'], roadTest);

/** 竣工检验 on the test line. Figures as known from GB 7258 and GB 3847, whose texts were not seen: please check. */
export const testLine = section(
  'test-line',
  ['竣工检验（检测线）', 'Test line'],
  number(
    'bench.brake-total',
    ['整车制动率', 'Braking ratio of the vehicle'],
    ['%', 60, null],
    check('空载不小于 60%', 'At least 60 % unladen'),
  ),
  number(
    'bench.brake-front',
    ['前轴制动不平衡率', 'Brake imbalance, front axle'],
    ['%', 0, 20],
    check('不大于 20%', 'At most 20 %'),
    ifFitted,
  ),
  number(
    'bench.brake-rear',
    ['后轴制动不平衡率', 'Brake imbalance, rear axles'],
    ['%', 0, 24],
    check('不大于 24%', 'At most 24 %'),
  ),
  number(
    'bench.brake-parking',
    ['驻车制动率', 'Parking brake ratio'],
    ['%', 20, null],
    check('不小于 20%', 'At least 20 %'),
  ),
  number(
    'bench.side-slip',
    ['转向轮侧滑量', 'Side slip of steered wheels'],
    ['m/km', -5, 5],
    check('±5 m/km 以内', 'Within ±5 m/km'),
    ifFitted,
  ),
  number(
    'steering.free-play',
    ['方向盘自由转动量', 'Free play of the steering wheel'],
    ['°', 0, 25],
    [
      'GB 7258-2017：设计车速 ≥ 100 km/h 不大于 15°，其他不大于 25°',
      'GB 7258-2017: at most 15° for a design speed of 100 km/h or more, else 25°',
    ],
    ifFitted,
  ),
  okNg(
    'bench.headlamps',
    ['前照灯光束', 'Headlamp beam'],
    ['发光强度、照射位置合格', 'Intensity and height pass'],
    ifFitted,
  ),
  number(
    'bench.opacity',
    ['柴油车排气光吸收系数', 'Exhaust opacity (diesel)'],
    ['m⁻¹', 0, 1.2],
    check('GB 3847-2018 限值 a；当地另有规定的从其规定', 'GB 3847-2018, limit a; local rules go before'),
    ifFitted,
  ),
  okNg(
    'bench.exhaust',
    ['汽油车尾气', 'Exhaust (petrol)'],
    ['按 GB 18285 检测合格', 'Passes by GB 18285'],
    ifFitted,
  ),
  [optionalHere(carTread), ...truckTread.map(optionalHere)],
  okNg(
    'air.leak',
    ['气压制动密封性', 'Tightness of the air brake'],
    ['保压试验合格', 'Holds its pressure'],
    ifFitted,
  ),
);

/** 总成竣工: measured on the running assembly. */
export const assemblyRun = section(
  'assembly-run',
  ['总成竣工检验', 'Overhauled assembly, running'],
  number(
    'assembly.oil-pressure',
    ['怠速机油压力（热机）', 'Oil pressure at idle, hot'],
    ['kPa', 100, null],
    check('以厂家维修手册为准', 'As the maker says'),
    ifFitted,
  ),
  number(
    'assembly.compression',
    ['各缸压缩压力差', 'Difference of compression between cylinders'],
    ['%', 0, 8],
    check('汽油机 8%、柴油机 10% 以内', 'Within 8 % petrol, 10 % diesel'),
    ifFitted,
  ),
  okNg(
    'assembly.start',
    ['冷、热起动', 'Cold and hot start'],
    ['5 s 内起动', 'Within five seconds'],
    ifFitted,
  ),
  okNg(
    'assembly.noise',
    ['运转异响', 'Noise when running'],
    ['无敲击、尖叫、齿轮响', 'No knock, squeal or gear noise'],
  ),
  okNg(
    'assembly.temperature',
    ['工作温度', 'Working temperature'],
    ['稳定，轴承、壳体不过热', 'Steady; bearings and housing not hot'],
  ),
  okNg('assembly.leaks', ['热机后渗漏', 'Leaks when hot'], ['无', 'None']),
  text(
    'assembly.number',
    ['总成编号', 'Number of the assembly'],
    ['更换或改动的写明', 'Say what was exchanged or changed'],
  ),
);
