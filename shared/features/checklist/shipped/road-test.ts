import { ifFitted, number, okNg, section } from './item.ts';

const start = okNg(
  'road.start',
  ['起动、怠速', 'Start, idle'],
  ['容易起动，怠速平稳，无异响', 'Starts easily, idles evenly, no noise'],
);
const gears = okNg(
  'road.gears',
  ['离合、换挡', 'Clutch, gears'],
  ['分离彻底，换挡平顺，不跳挡', 'Clean release, smooth shifts, none jumps out'],
);
const pull = okNg(
  'road.pull',
  ['直线行驶', 'Straight running'],
  ['不跑偏，方向盘居中、不抖动', 'Does not pull; wheel centred, no shake'],
);
const brake = okNg(
  'road.brake',
  ['行车制动', 'Service brake'],
  ['制动有力、平稳，不跑偏、无异响', 'Strong, even, straight, no noise'],
);
const parking = okNg('road.parking', ['驻车制动', 'Parking brake'], ['坡道停稳', 'Holds on a slope']);
const noise = okNg(
  'road.noise',
  ['异响、振动', 'Noise, vibration'],
  ['底盘、车身无异响', 'None from chassis or body'],
);
const after = okNg(
  'road.after',
  ['路试后复查渗漏、轮毂温度', 'Leaks and hub temperature afterwards'],
  ['无渗漏，无异常发热', 'No leak, nothing hot'],
);
const assistance = okNg(
  'road.assistance',
  ['定速巡航、辅助制动、缓速器', 'Cruise control, engine brake, retarder'],
  ['功能正常', 'Work'],
  ifFitted,
);

/** 方向盘最大自由转动量, GB 7258-2017: 15° where the design speed is 100 km/h or more, else 25°. */
const freePlay = (limit: 15 | 25) =>
  number(
    'steering.free-play',
    ['方向盘自由转动量', 'Free play of the steering wheel'],
    ['°', 0, limit],
    [
      'GB 7258-2017：设计车速 ≥ 100 km/h 不大于 15°，其他不大于 25°',
      'GB 7258-2017: at most 15° for a design speed of 100 km/h or more, else 25°',
    ],
  );

/** 路试 of cars, and of trucks with what they add. */
export const carRoadTest = section(
  'road-test',
  ['路试', 'Road test'],
  start,
  freePlay(15),
  gears,
  pull,
  brake,
  parking,
  noise,
  after,
);
export const truckRoadTest = section(
  'road-test',
  ['路试', 'Road test'],
  start,
  freePlay(25),
  gears,
  pull,
  brake,
  parking,
  assistance,
  noise,
  after,
);
/** Trailers are tested behind a tractor. */
export const trailerRoadTest = section(
  'road-test',
  ['挂接路试', 'Road test behind a tractor'],
  pull,
  brake,
  noise,
  after,
);
