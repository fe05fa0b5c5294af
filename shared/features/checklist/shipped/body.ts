import { ifFitted, ifFittedWithPhoto, okNg, section, withPhoto } from './item.ts';

/** 车身外观: paint, glass, lamps, mirrors, wipers. Domain rules §4. */
export const carBody = section(
  'body',
  ['车身外观', 'Body'],
  okNg(
    'body.paint',
    ['漆面与钣金', 'Paint and panels'],
    [
      '无划痕、凹陷、掉漆、色差、锈点；缝隙均匀',
      'No scratch, dent, chip, difference of shade or rust; even gaps',
    ],
    withPhoto,
  ),
  okNg(
    'body.bumpers',
    ['前后保险杠、格栅、车标', 'Bumpers, grille, badges'],
    ['安装牢固，无开裂、变形、缺件', 'Firm, not cracked or bent, complete'],
    withPhoto,
  ),
  okNg(
    'body.doors',
    ['车门、机盖、后备厢开闭', 'Doors, bonnet, boot'],
    ['开闭轻便，锁止可靠，无异响、刮擦', 'Open and close easily, latch firmly, no noise or rubbing'],
  ),
  okNg('body.seals', ['密封条、饰条', 'Seals and trims'], ['无脱落、破损、老化', 'Not loose, torn or aged']),
  okNg(
    'glass.all',
    ['前后风挡与车窗玻璃', 'Windscreens and windows'],
    ['无裂纹、划伤、崩点；3C 标志清晰', 'No crack, scratch or chip; mark of approval readable'],
    withPhoto,
  ),
  okNg(
    'mirror.all',
    ['外后视镜', 'Mirrors'],
    ['镜面、壳体完好，调节与折叠正常', 'Glass and shell whole; adjust and fold'],
  ),
  okNg(
    'wiper.all',
    ['雨刮与喷水', 'Wipers and washers'],
    ['刮拭干净，各挡正常，喷水到位', 'Wipe clean at every speed; washers reach'],
  ),
  okNg(
    'sunroof',
    ['天窗', 'Sunroof'],
    ['开闭顺畅，防夹有效，无渗漏痕迹', 'Moves freely, stops when blocked, no trace of leaks'],
    ifFitted,
  ),
);

/** Cab and body of trucks. */
export const truckBody = section(
  'body',
  ['驾驶室与车身外观', 'Cab and body'],
  okNg(
    'body.paint',
    ['驾驶室漆面与钣金', 'Paint and panels of the cab'],
    ['无划痕、凹陷、掉漆、锈蚀', 'No scratch, dent, chip or rust'],
    withPhoto,
  ),
  okNg(
    'body.bumpers',
    ['保险杠、格栅、导流罩', 'Bumper, grille, deflectors'],
    ['安装牢固，无开裂、缺件', 'Firm, not cracked, complete'],
    withPhoto,
  ),
  okNg(
    'body.doors',
    ['车门、锁、升降玻璃', 'Doors, locks, windows'],
    ['开闭、锁止、升降正常', 'Open, latch and move'],
  ),
  okNg(
    'body.cab-tilt',
    ['驾驶室翻转与锁止', 'Cab tilt and lock'],
    ['举升、下降平稳，锁钩到位，报警灯熄灭', 'Rises and falls evenly, hooks engage, warning lamp off'],
    ifFitted,
  ),
  okNg(
    'body.steps',
    ['踏板、扶手、工具箱', 'Steps, handles, tool box'],
    ['安装牢固，无变形', 'Firm, not bent'],
  ),
  okNg(
    'body.guards',
    ['挡泥板、侧面与后下部防护', 'Mud guards, side and rear guards'],
    ['齐全牢固，无变形，与车轮不干涉', 'Complete, firm, not bent, clear of the wheels'],
    withPhoto,
  ),
  okNg(
    'body.load-bed',
    ['货厢、栏板、锁扣', 'Load bed, boards, latches'],
    ['尺寸与合格证一致，栏板平整，锁扣有效', 'Size as in the certificate; boards straight; latches hold'],
    ifFittedWithPhoto,
  ),
  okNg(
    'body.reflectors',
    ['反光标识、放大号、车身标志', 'Reflective strips and markings'],
    ['粘贴齐全、无破损，符合 GB 7258 的要求', 'Complete and whole, as GB 7258 asks'],
  ),
  okNg(
    'glass.all',
    ['风挡与车窗玻璃', 'Windscreen and windows'],
    ['无裂纹、划伤、崩点', 'No crack, scratch or chip'],
    withPhoto,
  ),
  okNg(
    'mirror.all',
    ['后视镜、补盲镜、前下视镜', 'Mirrors, blind-spot and front mirrors'],
    ['齐全，镜面完好，调节与加热正常', 'Complete, whole, adjust and heat'],
  ),
  okNg(
    'wiper.all',
    ['雨刮与喷水', 'Wipers and washers'],
    ['刮拭干净，各挡正常', 'Wipe clean at every speed'],
  ),
);

/** 客车 adds what passengers need to get out. */
export const busBody = section(
  'body',
  ['车身外观与安全出口', 'Body and exits'],
  carBody.items.filter(({ code }) =>
    ['body.paint', 'body.bumpers', 'glass.all', 'mirror.all', 'wiper.all'].includes(code),
  ),
  okNg(
    'bus.doors',
    ['乘客门与防夹', 'Passenger doors'],
    ['开关平稳，防夹有效，应急开关可用', 'Move evenly, reopen when blocked, emergency switch works'],
  ),
  okNg(
    'bus.exits',
    ['安全出口、安全窗、撤离天窗', 'Emergency exits, windows, roof hatches'],
    ['能打开，标志清晰，通道无阻', 'Open; signs readable; way free'],
    withPhoto,
  ),
  okNg('bus.hammers', ['应急锤', 'Emergency hammers'], ['齐全，放置到位', 'Complete and in place']),
  okNg(
    'bus.luggage',
    ['行李舱门与锁', 'Luggage doors'],
    ['开闭、锁止正常，密封完好', 'Open and latch; seals whole'],
  ),
);

/** 挂车 frame and superstructure. */
export const trailerBody = section(
  'body',
  ['车架与上装', 'Frame and superstructure'],
  okNg('body.paint', ['漆面', 'Paint'], ['无起泡、掉漆、锈蚀', 'No blister, chip or rust'], withPhoto),
  okNg(
    'frame.beams',
    ['纵梁、横梁、焊缝', 'Beams and welds'],
    ['无裂纹、变形、漏焊', 'No crack, bend or missing weld'],
    withPhoto,
  ),
  okNg(
    'body.load-bed',
    ['货台、栏板、立柱、仓栅', 'Platform, boards, posts, cage'],
    ['尺寸与合格证一致，无变形，锁扣有效', 'Size as in the certificate, not bent, latches hold'],
    ifFittedWithPhoto,
  ),
  okNg(
    'trailer.container-locks',
    ['集装箱转锁', 'Container twist locks'],
    ['转动灵活，锁止可靠', 'Turn freely, lock firmly'],
    ifFitted,
  ),
  okNg(
    'trailer.rear-doors',
    ['后门与密封', 'Rear doors and seals'],
    ['开闭正常，密封完好', 'Open and close; seals whole'],
    ifFitted,
  ),
  okNg(
    'body.guards',
    ['挡泥板、侧面与后下部防护', 'Mud guards, side and rear guards'],
    ['齐全牢固，后防护无变形', 'Complete and firm; rear guard not bent'],
    withPhoto,
  ),
  okNg(
    'body.reflectors',
    ['反光标识、尾部标志板', 'Reflective strips and rear plates'],
    ['齐全、无破损，符合 GB 7258 的要求', 'Complete and whole, as GB 7258 asks'],
  ),
);
