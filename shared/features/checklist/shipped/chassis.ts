import type { ChecklistItem } from '../checklist.content.ts';
import { ifFitted, number, okNg, pleaseCheck, section, withPhoto, type Two } from './item.ts';

const underbody = okNg(
  'under.damage',
  ['底盘磕碰、变形', 'Knocks and bends underneath'],
  ['无托底、变形、锈蚀', 'No scrape, bend or rust'],
  withPhoto,
);
const exhaust = okNg(
  'under.exhaust',
  ['排气管与隔热', 'Exhaust and shields'],
  ['固定可靠，无漏气', 'Fixed, no leak'],
  ifFitted,
);
const suspension = okNg(
  'suspension.all',
  ['悬架、减振器、拉杆', 'Suspension, dampers, rods'],
  ['无漏油、松旷，螺栓齐全', 'No leak or play; bolts complete'],
);
const steering = okNg(
  'steering.linkage',
  ['转向机、横直拉杆、球头', 'Steering gear, rods, joints'],
  ['无松旷、渗漏，锁销齐全', 'No play or leak; pins complete'],
  withPhoto,
);
const driveline = okNg(
  'driveline',
  ['传动轴、万向节、半轴', 'Propeller shaft, joints, half shafts'],
  ['螺栓齐全，无松旷、漏油', 'Bolts complete; no play or leak'],
  ifFitted,
);
const gearOil = okNg(
  'fluid.gear-oil',
  ['变速器、驱动桥润滑油', 'Gearbox and axle oil'],
  ['液位正常，无渗漏', 'Level right, no leak'],
  ifFitted,
);
const lines = okNg(
  'brake.lines',
  ['制动管路与软管', 'Brake lines and hoses'],
  ['无渗漏、老化、干涉', 'No leak, ageing or rubbing'],
  withPhoto,
);

export const carChassis = section(
  'chassis',
  ['底盘', 'Chassis'],
  underbody,
  exhaust,
  suspension,
  steering,
  driveline,
  gearOil,
);

const uBolts = okNg(
  'suspension.u-bolts',
  ['钢板弹簧、U 形螺栓', 'Leaf springs, U-bolts'],
  ['无断片、错位，螺母紧固', 'No broken or shifted leaf; nuts tight'],
  { ...withPhoto, ...ifFitted },
);
const airBags = okNg(
  'suspension.air',
  ['空气悬架气囊与高度阀', 'Air suspension bags and height valve'],
  ['无漏气、老化，高度正常', 'No leak or ageing; right height'],
  ifFitted,
);
const grease = okNg('chassis.grease', ['各润滑点', 'Grease points'], ['已加注', 'Greased']);
const tanks = okNg(
  'chassis.tanks',
  ['油箱、尿素箱、储气筒固定', 'Fuel, urea and air tanks'],
  ['固定可靠，无渗漏', 'Fixed, no leak'],
);

export const truckChassis = section(
  'chassis',
  ['底盘', 'Chassis'],
  okNg(
    'frame.beams',
    ['车架纵梁、横梁', 'Frame beams'],
    ['无裂纹、变形，铆钉螺栓无松动', 'No crack or bend; rivets and bolts firm'],
    withPhoto,
  ),
  underbody,
  exhaust,
  suspension,
  uBolts,
  airBags,
  steering,
  driveline,
  gearOil,
  tanks,
  grease,
);

export const trailerChassis = section(
  'chassis',
  ['行走与支承', 'Running gear and landing gear'],
  suspension,
  uBolts,
  airBags,
  grease,
  okNg(
    'axle.hubs',
    ['车轴与轮毂轴承', 'Axles and hub bearings'],
    ['转动灵活，无松旷、漏油', 'Turn freely; no play or leak'],
  ),
  okNg(
    'trailer.legs',
    ['支腿升降与摇把', 'Landing legs and handle'],
    ['升降灵活，能承载，摇把有固定', 'Move freely, carry the load; handle held'],
    withPhoto,
  ),
);

/** 气压制动. Figures as known from GB 7258, whose text was not seen: please check. */
const applied = (limit: 20 | 30, zh: string, en: string): ChecklistItem =>
  number(
    'air.leak-applied',
    ['踩住制动 3 min 的气压降', 'Pressure loss in 3 min, brake applied'],
    ['kPa', 0, limit],
    pleaseCheck([`600 kPa 起，${zh}不大于 ${limit} kPa`, `From 600 kPa; ${en} at most ${limit} kPa`]),
  );
const released = number(
  'air.leak-released',
  ['不制动 3 min 的气压降', 'Pressure loss in 3 min, brake released'],
  ['kPa', 0, 10],
  pleaseCheck(['600 kPa 起，停机，不大于 10 kPa', 'From 600 kPa, compressor stopped, at most 10 kPa']),
);
const lowWarning = number(
  'air.low-warning',
  ['低压报警起动气压', 'Pressure at which the low-air warning starts'],
  ['kPa', 400, null],
  pleaseCheck([
    '不低于起步气压；未标明的按 400 kPa',
    'Not below the starting pressure; 400 kPa where none is marked',
  ]),
);
const buildUp = (minutes: 4 | 6, zh: string, en: string): ChecklistItem =>
  number(
    'air.build-up',
    ['气压从 0 升到起步气压的时间', 'Time to build starting pressure from zero'],
    ['min', 0, minutes],
    pleaseCheck([
      `75% 额定转速；${zh}不大于 ${minutes} min`,
      `At 75 % of rated speed; ${en} at most ${minutes} min`,
    ]),
  );
const springBrake = okNg(
  'air.spring-brake',
  ['驻车弹簧制动', 'Spring parking brake'],
  ['断气自动制动，挂挡不动；解除彻底', 'Holds without air and in gear; releases fully'],
);
const dryer = okNg(
  'air.dryer',
  ['干燥器、排水', 'Dryer, draining'],
  ['自动排气正常，储气筒无积水、油污', 'Purges by itself; no water or oil in the tanks'],
);
const abs = okNg(
  'brake.abs',
  ['ABS / EBS 自检', 'ABS / EBS self-test'],
  ['灯亮后熄灭，接头无松动', 'Lamp lights and goes out; plugs firm'],
  ifFitted,
);
const adjuster = okNg(
  'brake.adjuster',
  ['制动间隙与自动调整臂', 'Brake clearance and slack adjusters'],
  ['行程正常，左右一致，凸轮回位', 'Right stroke, the same on both sides; cams return'],
  ifFitted,
);

export const truckAir = section(
  'air-brake',
  ['气压制动', 'Air brake'],
  lines,
  buildUp(4, '单车', 'single vehicles'),
  released,
  applied(20, '单车', 'single vehicles'),
  lowWarning,
  springBrake,
  dryer,
  adjuster,
  abs,
);
export const tractorAir = section(
  'air-brake',
  ['气压制动', 'Air brake'],
  lines,
  buildUp(6, '汽车列车', 'combinations'),
  released,
  applied(30, '汽车列车', 'combinations'),
  lowWarning,
  springBrake,
  dryer,
  adjuster,
  abs,
  okNg(
    'air.trailer-valve',
    ['挂车阀、手制动阀、螺旋管', 'Trailer valve, hand valve, coiled lines'],
    ['动作正常，红黄接头不错接，无漏气', 'Work; red and yellow not swapped; no leak'],
  ),
);
export const trailerAir = section(
  'air-brake',
  ['制动', 'Brakes'],
  lines,
  okNg(
    'trailer.breakaway',
    ['断开供气自动制动', 'Brakes by itself when the supply line parts'],
    ['立即制动；恢复供气后解除彻底', 'At once; releases fully when air returns'],
  ),
  applied(30, '汽车列车', 'combinations'),
  springBrake,
  adjuster,
  abs,
  okNg(
    'brake.lining',
    ['制动蹄片', 'Brake linings'],
    ['厚度正常，无油污、裂纹', 'Thick enough; no oil or crack'],
  ),
);
/** 液压制动 of light vehicles. */
export const hydraulicBrake = section(
  'brake',
  ['制动', 'Brakes'],
  lines,
  okNg(
    'brake.pedal',
    ['制动踏板', 'Brake pedal'],
    ['行程正常，踩住 1 min 不下沉', 'Right travel; does not sink in a minute'],
  ),
  okNg(
    'brake.parking',
    ['驻车制动', 'Parking brake'],
    ['坡道能停住，解除彻底', 'Holds on a slope; releases fully'],
  ),
  abs,
);

const gap: Two = ['锁钩与牵引销间隙', 'Gap between jaws and kingpin'];
/** 鞍座 of tractors. A quarter inch (6 mm) is the limit of the North American driver's test; makers ask for less. */
export const fifthWheel = section(
  'coupling',
  ['鞍座', 'Fifth wheel'],
  okNg(
    'fifth-wheel.bolts',
    ['鞍座固定螺栓、支座', 'Bolts and brackets of the fifth wheel'],
    ['齐全、紧固，无裂纹', 'Complete, tight, no crack'],
    withPhoto,
  ),
  okNg(
    'fifth-wheel.jaw',
    ['锁钩、手柄与保险', 'Jaws, handle and safety catch'],
    ['锁止到位，保险落下，动作灵活', 'Lock home, catch down, move freely'],
    withPhoto,
  ),
  number(
    'fifth-wheel.gap',
    gap,
    ['mm', 0, 3],
    pleaseCheck(['以鞍座厂家为准', 'As the maker of the fifth wheel says']),
    ifFitted,
  ),
  okNg('fifth-wheel.grease', ['鞍座润滑', 'Grease of the fifth wheel'], ['润滑面均匀有脂', 'Evenly greased']),
);
/** 牵引销 of trailers. */
export const kingpin = section(
  'coupling',
  ['牵引', 'Coupling'],
  number(
    'kingpin.diameter',
    ['牵引销直径（磨损最大处）', 'Kingpin diameter (most worn)'],
    ['mm', 49, null],
    pleaseCheck([
      '50 号销新件 50.8 mm；90 号销另定限值',
      '2-inch pin 50.8 mm when new; set another limit for 3½-inch pins',
    ]),
  ),
  okNg(
    'kingpin.plate',
    ['牵引板与牵引销固定', 'Coupling plate and pin fixing'],
    ['无裂纹、变形，贴合平整', 'No crack or bend; sits flat'],
    withPhoto,
  ),
  okNg(
    'kingpin.coupling',
    ['与牵引车挂接试验', 'Coupling test with a tractor'],
    ['上下板无间隙，锁止可靠，试拉不脱', 'No gap between the plates; locked; holds when pulled'],
  ),
);
