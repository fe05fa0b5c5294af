import {
  choice,
  ifFitted,
  number,
  okNg,
  optional,
  photo,
  pleaseCheck,
  section,
  text,
  withPhoto,
} from './item.ts';
import { carTread, truckTread } from './wheels.ts';

const tread = [
  { ...carTread, mayNotApply: true },
  ...truckTread.map((item) => ({ ...item, mayNotApply: true })),
];

/** What every technician looks at before handing the job on. */
export const ownWork = section(
  'work',
  ['完工自查', 'Own work'],
  okNg(
    'work.complete',
    ['工单项目', 'Lines of the order'],
    ['逐项完成，未做的写明原因', 'All done; what was not, with its reason'],
  ),
  okNg('work.fault', ['客户描述的故障', 'The customer’s complaint'], ['已再现并消除', 'Reproduced and gone']),
  okNg(
    'work.torque',
    ['拆装部位紧固', 'Fasteners that were loosened'],
    ['按力矩拧紧并做标记', 'To torque, marked'],
    withPhoto,
  ),
  okNg(
    'work.parts',
    ['换下的旧件', 'Parts taken off'],
    ['已标识，交客户或按约定处理', 'Labelled; given back or treated as agreed'],
    ifFitted,
  ),
  okNg(
    'engine.leaks',
    ['油、水、气渗漏', 'Leaks of oil, water or air'],
    ['运转 5 min 后无渗漏', 'None after running five minutes'],
  ),
  okNg(
    'cabin.fault-codes',
    ['故障码', 'Fault codes'],
    ['已清除，复查无当前故障', 'Cleared; none present'],
    ifFitted,
  ),
  okNg(
    'work.tools',
    ['工具、抹布、垫布', 'Tools, cloths, covers'],
    ['未遗留在车上', 'None left in the vehicle'],
  ),
);

/** What the team leader looks at, whatever the class. */
export const peerWork = section(
  'peer',
  ['班组互检', 'Team leader’s check'],
  okNg(
    'peer.order',
    ['工单项目与实际施工', 'Lines of the order against the work'],
    ['一致，增项有客户同意', 'Agree; extra work agreed by the customer'],
  ),
  okNg(
    'peer.parts',
    ['领用配件与装车件', 'Parts issued and fitted'],
    ['编码、数量一致；非原厂件已放行', 'Code and number agree; what is not original was allowed'],
  ),
  okNg(
    'peer.torque',
    ['关键部位力矩抽查', 'Torque of key fasteners'],
    ['转向、制动、车轮、悬架逐个复核', 'Steering, brake, wheels, suspension each checked'],
    withPhoto,
  ),
  okNg('brake.lines', ['制动管路与软管', 'Brake lines and hoses'], ['无渗漏、干涉', 'No leak or rubbing']),
  okNg('peer.start', ['起动试运转', 'Trial run'], ['无异响，仪表正常', 'No noise; instruments right']),
);

/** What the inspector looks at before any vehicle leaves. */
export const finalWork = section(
  'final',
  ['终检', 'Final check'],
  okNg(
    'work.fault',
    ['客户描述的故障', 'The customer’s complaint'],
    ['试车确认已消除', 'Gone in a trial drive'],
  ),
  okNg(
    'final.levels',
    ['自检、互检记录', 'Records of the two levels before'],
    ['齐全，不合格项已返工关闭', 'Complete; failures reworked and closed'],
  ),
  okNg('final.safety', ['转向、制动、灯光', 'Steering, brakes, lamps'], ['工作正常', 'Work'], withPhoto),
  okNg(
    'fluid.oil',
    ['机油与各油液液位', 'Oil and fluids'],
    ['在刻线之间，无渗漏', 'Between the marks, no leak'],
    ifFitted,
  ),
  okNg('wheel.rims', ['车轮螺母', 'Wheel nuts'], ['齐全、紧固', 'Complete, tight'], ifFitted),
  okNg(
    'final.clean',
    ['车内外清洁、复位', 'Clean and put back'],
    ['无油污；座椅、镜、电台复位', 'No grease; seat, mirrors, radio as they were'],
  ),
  okNg(
    'final.papers',
    ['结算清单、旧件、钥匙', 'Bill, old parts, keys'],
    ['与工单一致', 'Agree with the order'],
  ),
  text(
    'final.advice',
    ['给客户的建议', 'Advice to the customer'],
    ['下次保养、待处理事项', 'Next service, what waits'],
    optional,
  ),
);

/** 一级维护: clean, grease, tighten; safety parts looked at. */
export const firstMaintenance = section(
  'first',
  ['一级维护', 'First-level maintenance'],
  okNg(
    'service.oil',
    ['更换机油及滤清器', 'Oil and filter changed'],
    ['牌号符合说明书', 'Grade as the manual says'],
    ifFitted,
  ),
  okNg(
    'engine.filters',
    ['空气、燃油滤清器', 'Air and fuel filters'],
    ['清洁或更换，排水', 'Cleaned or changed, drained'],
    ifFitted,
  ),
  okNg(
    'engine.belts',
    ['皮带、软管', 'Belts and hoses'],
    ['张紧合适，无老化', 'Right tension, not aged'],
    ifFitted,
  ),
  okNg('chassis.grease', ['各润滑点', 'Grease points'], ['已加注', 'Greased'], ifFitted),
  okNg(
    'steering.linkage',
    ['转向机、横直拉杆、球头', 'Steering gear, rods, joints'],
    ['无松旷、渗漏', 'No play or leak'],
    ifFitted,
  ),
  okNg(
    'driveline',
    ['传动轴、万向节、半轴', 'Propeller shaft, joints, half shafts'],
    ['螺栓紧固，无松旷', 'Bolts tight, no play'],
    ifFitted,
  ),
  okNg(
    'suspension.u-bolts',
    ['钢板弹簧、U 形螺栓', 'Leaf springs, U-bolts'],
    ['无断片，螺母紧固', 'No broken leaf; nuts tight'],
    ifFitted,
  ),
  okNg(
    'brake.adjuster',
    ['制动间隙与自动调整臂', 'Brake clearance and slack adjusters'],
    ['行程正常，左右一致', 'Right stroke, the same on both sides'],
    ifFitted,
  ),
  okNg(
    'air.dryer',
    ['储气筒排水、干燥器', 'Draining of air tanks, dryer'],
    ['无积水、油污', 'No water or oil'],
    ifFitted,
  ),
  okNg(
    'tyre.condition',
    ['轮胎与气压', 'Tyres and pressure'],
    ['无损伤，按标牌充气', 'Whole; inflated as labelled'],
  ),
  okNg(
    'battery.fixing',
    ['蓄电池与桩头', 'Battery and poles'],
    ['固定、清洁，电量正常', 'Fixed, clean, charged'],
    ifFitted,
  ),
  okNg('lamp.signals', ['灯光与信号', 'Lamps and signals'], ['全部点亮', 'All light up']),
);

/** 二级维护: the brakes, hubs, steering and drive train opened and adjusted. GB/T 18344 is the standard; its text was not seen. */
export const secondMaintenance = section(
  'second',
  ['二级维护', 'Second-level maintenance'],
  okNg(
    'second.diagnosis',
    ['进厂检测与附加作业', 'Diagnosis and extra work'],
    ['按检测结果确定附加作业并完成', 'Extra work follows from the diagnosis and is done'],
  ),
  okNg(
    'second.exhaust',
    ['排放后处理与进排气', 'Exhaust treatment, intake, exhaust'],
    ['无漏气，DPF、SCR 正常', 'No leak; DPF and SCR right'],
    ifFitted,
  ),
  okNg(
    'second.compressor',
    ['空气压缩机、干燥器滤芯', 'Compressor, dryer cartridge'],
    ['工作正常，按期更换滤芯', 'Right; cartridge changed in time'],
    ifFitted,
  ),
  number(
    'clutch.free-travel',
    ['离合器踏板自由行程', 'Free travel of the clutch pedal'],
    ['mm', 10, 40],
    pleaseCheck(['以厂家维修手册为准', 'As the maker says']),
    ifFitted,
  ),
  okNg(
    'fluid.gear-oil',
    ['变速器、驱动桥、分动箱', 'Gearbox, axles, transfer case'],
    ['按期换油，通气孔畅通，无渗漏', 'Oil changed in time, breathers free, no leak'],
    ifFitted,
  ),
  number(
    'brake.lining-thickness',
    ['制动摩擦片厚度（最薄处）', 'Thickness of brake linings (thinnest)'],
    ['mm', 5, null],
    pleaseCheck(['以磨损标记或厂家限值为准', 'The wear mark or the maker’s limit decides']),
  ),
  okNg(
    'brake.drums',
    ['制动鼓、制动盘', 'Drums, discs'],
    ['无裂纹、油污，磨损在限值内', 'No crack or oil; wear within the limit'],
    withPhoto,
  ),
  okNg(
    'brake.chambers',
    ['制动气室、分泵、制动阀', 'Chambers, cylinders, valves'],
    ['无漏气、漏油，动作灵活', 'No leak; move freely'],
  ),
  okNg(
    'axle.hubs',
    ['轮毂轴承预紧与润滑', 'Hub bearings: preload and grease'],
    ['转动灵活，轴向无松旷', 'Turn freely, no end play'],
    ifFitted,
  ),
  okNg(
    'steering.knuckle',
    ['转向节、主销、衬套', 'Knuckles, kingpins, bushes'],
    ['无裂纹、松旷', 'No crack or play'],
    { ...withPhoto, mayNotApply: true },
  ),
  number(
    'steering.toe',
    ['前束', 'Toe-in'],
    ['mm', -5, 5],
    pleaseCheck(['以厂家维修手册为准', 'As the maker says']),
    ifFitted,
  ),
  okNg(
    'suspension.all',
    ['悬架、减振器、拉杆', 'Suspension, dampers, rods'],
    ['无断裂、漏油、松旷', 'Not broken; no leak or play'],
  ),
  okNg(
    'frame.beams',
    ['车架、车身、连接件', 'Frame, body, joints'],
    ['无裂纹、变形，铆钉螺栓紧固', 'No crack or bend; rivets and bolts firm'],
  ),
  okNg(
    'fifth-wheel.jaw',
    ['鞍座或牵引销', 'Fifth wheel or kingpin'],
    ['磨损在限值内，锁止可靠，已润滑', 'Wear within the limit, locks, greased'],
    ifFitted,
  ),
  tread,
  okNg('second.rotation', ['轮胎换位、动平衡', 'Tyre rotation, balance'], ['已完成', 'Done'], ifFitted),
  okNg(
    'brake.abs',
    ['ABS / EBS', 'ABS / EBS'],
    ['自检正常，传感器清洁', 'Self-test passes; sensors clean'],
    ifFitted,
  ),
  okNg(
    'cabin.recorder',
    ['行驶记录仪、卫星定位', 'Tachograph, satellite positioning'],
    ['工作正常', 'Work'],
    ifFitted,
  ),
);

/** 总成修理: what was taken apart, measured and run in. */
export const assembly = section(
  'assembly',
  ['总成修理', 'Assembly overhaul'],
  choice(
    'assembly.kind',
    ['修理的总成', 'Assembly'],
    [
      ['engine', ['发动机', 'Engine']],
      ['gearbox', ['变速器', 'Gearbox']],
      ['axle', ['驱动桥、转向桥', 'Axle']],
      ['steering', ['转向器', 'Steering gear']],
      ['other', ['其他', 'Other']],
    ],
  ),
  okNg(
    'assembly.cleaning',
    ['零件清洗、检验分类', 'Cleaning, inspection, sorting of parts'],
    ['可用、可修、报废分开', 'Good, mendable and scrap apart'],
  ),
  text(
    'assembly.measured',
    ['主要配合间隙测量值', 'Clearances measured'],
    ['曲轴、缸套、轴承、齿隙等，按厂家限值', 'Crankshaft, liners, bearings, backlash, by the maker’s limits'],
  ),
  okNg(
    'assembly.torque',
    ['装配力矩', 'Torque in assembly'],
    ['按顺序分级拧紧并做标记', 'In order, in steps, marked'],
    withPhoto,
  ),
  okNg('assembly.seals', ['油封、密封垫', 'Seals and gaskets'], ['全部更换', 'All new']),
  okNg(
    'assembly.run-in',
    ['磨合', 'Running in'],
    ['按规程冷磨、热磨，有记录', 'Cold and hot by the rule, on record'],
  ),
  photo(
    'assembly.photo',
    ['总成照片', 'Photo of the assembly'],
    ['能看清编号', 'Its number readable'],
    optional,
  ),
);

/** 整车修理: the whole vehicle beyond its assemblies. */
export const whole = section(
  'whole',
  ['整车修理', 'Overhaul of the whole vehicle'],
  okNg(
    'whole.frame',
    ['车架校正与尺寸', 'Frame: straightness and size'],
    ['对角线、纵梁平面度符合要求', 'Diagonals and beams as required'],
    withPhoto,
  ),
  okNg(
    'whole.body',
    ['车身修复与防锈', 'Body repair and rust protection'],
    ['焊缝平整，内腔防锈已做', 'Even welds; cavities protected'],
    withPhoto,
  ),
  okNg(
    'body.paint',
    ['漆面', 'Paint'],
    ['无流挂、起泡、色差', 'No run, blister or difference of shade'],
    withPhoto,
  ),
  okNg(
    'whole.assemblies',
    ['各总成检修记录', 'Records of the assemblies'],
    ['发动机、传动、转向、制动、悬架齐全', 'Engine, drive train, steering, brakes, suspension complete'],
  ),
  okNg(
    'whole.wiring',
    ['线束、接头、保险', 'Wiring, plugs, fuses'],
    ['固定、防护可靠', 'Fixed and protected'],
  ),
  okNg('glass.all', ['玻璃、密封条', 'Glass, seals'], ['完好，淋雨不漏', 'Whole; tight in rain']),
);
