import { choice, ifFitted, okNg, section } from './item.ts';

/** 内饰与功能. */
export const cabin = section(
  'cabin',
  ['内饰与功能', 'Cabin and functions'],
  okNg(
    'cabin.trim',
    ['内饰、顶棚、地毯', 'Trim, roof, carpet'],
    ['清洁，无破损、污渍、划伤', 'Clean; not torn, stained or scratched'],
  ),
  okNg('cabin.seats', ['座椅与调节', 'Seats and adjustment'], ['调节正常，无破损', 'Adjust; not torn']),
  okNg('cabin.belts', ['安全带', 'Seat belts'], ['拉出、回收、锁止正常', 'Pull out, wind back, lock']),
  okNg(
    'cabin.windows',
    ['车窗与中控锁', 'Windows and central locking'],
    ['升降、防夹、锁止正常', 'Move, stop when blocked, lock'],
  ),
  okNg(
    'cabin.climate',
    ['空调制冷、制热、风量', 'Cooling, heating, fan'],
    ['各挡正常，无异味', 'Every step works, no smell'],
  ),
  okNg(
    'cabin.audio',
    ['音响、屏幕、蓝牙、导航', 'Audio, screen, Bluetooth, navigation'],
    ['功能正常', 'Work'],
    ifFitted,
  ),
  okNg(
    'cabin.instruments',
    ['仪表与指示灯', 'Instruments and lamps'],
    ['自检正常，无故障灯', 'Self-test passes, no warning lamp'],
  ),
  okNg(
    'cabin.camera',
    ['倒车影像、雷达、驾驶辅助', 'Camera, sensors, assistance'],
    ['功能正常', 'Work'],
    ifFitted,
  ),
  okNg(
    'cabin.fault-codes',
    ['诊断仪读取故障码', 'Fault codes by tester'],
    ['无当前故障码', 'None present'],
    ifFitted,
  ),
  okNg(
    'cabin.transport-mode',
    ['解除运输模式、时钟与语言设置', 'Transport mode off; clock and language set'],
    ['已解除，设置正确', 'Off, set right'],
    ifFitted,
  ),
  okNg(
    'cabin.protection',
    ['保护膜', 'Protective film'],
    ['出库前按客户意愿处理', 'Treated as the customer wishes before departure'],
    ifFitted,
  ),
);

/** What only trucks have in their cab. */
export const truckCabin = section(
  'cabin',
  ['驾驶室功能', 'Cab functions'],
  cabin.items.filter(({ code }) => code !== 'cabin.protection'),
  okNg(
    'cabin.recorder',
    ['行驶记录仪、卫星定位', 'Tachograph, satellite positioning'],
    ['通电正常，能打印或上线', 'Powered; prints or is on line'],
    ifFitted,
  ),
  okNg(
    'cabin.pto',
    ['取力器、差速锁等开关', 'Power take-off, differential lock switches'],
    ['功能与指示灯正常', 'Work, with their lamps'],
    ifFitted,
  ),
);

const fuel = choice(
  'fuel.level',
  ['油量或电量', 'Fuel or charge'],
  [
    ['!empty', ['报警灯亮', 'Warning lamp on']],
    ['quarter', ['约 1/4', 'About a quarter']],
    ['half', ['约 1/2', 'About half']],
    ['more', ['3/4 以上', 'Three quarters or more']],
  ],
  ['够路试和交车使用', 'Enough for the road test and the hand-over'],
);
export const fuelLevel = section('fuel', ['油量或电量', 'Fuel or charge'], fuel);
