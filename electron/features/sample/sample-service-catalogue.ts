import type { SampleRows } from './sample-rows.ts';

export type RepairType = SampleRows['repair']['type'];

/** A part with its price in yuan for a heavy truck, and how many a job takes. */
export type CataloguePart = readonly [code: string, name: string, yuan: number, pieces: number];
/** What a vehicle must have for the job: trailers have neither engine nor cab, electric vehicles no engine. */
export type JobNeed = 'engine' | 'cab' | 'wheels';
export type CatalogueJob = {
  readonly code: string;
  readonly name: string;
  readonly need: JobNeed;
  readonly hours: number;
  readonly parts: readonly CataloguePart[];
};

const job = (
  code: string,
  name: string,
  need: JobNeed,
  hours: number,
  ...parts: CataloguePart[]
): CatalogueJob => ({
  code,
  name,
  need,
  hours,
  parts,
});

const oil: CataloguePart = ['YP1001', '柴机油 CK-4 10W-40 (升)', 26, 38];
const oilFilter: CataloguePart = ['YP1002', '机油滤清器', 68, 1];
const fuelFilter: CataloguePart = ['YP1003', '燃油滤清器', 128, 2];
const airFilter: CataloguePart = ['YP1004', '空气滤清器', 186, 1];

/** What a new vehicle comes for first. */
export const firstService = job('BY001', '首次保养', 'engine', 1.5, oil, oilFilter);

/** Jobs by type of repair order. */
export const jobsByType: Readonly<Record<RepairType, readonly CatalogueJob[]>> = {
  maintenance: [
    job('BY010', '常规保养（更换机油机滤）', 'engine', 1.2, oil, oilFilter),
    job('BY020', '二级维护', 'engine', 4, oil, oilFilter, fuelFilter, airFilter),
    job('BY030', '更换三滤', 'engine', 1, fuelFilter, airFilter),
    job('BY040', '更换变速箱油', 'engine', 1.5, ['YP1011', '变速箱油 75W-90 (升)', 42, 14]),
    job('BY050', '更换后桥齿轮油', 'engine', 1.2, ['YP1012', '后桥齿轮油 (升)', 36, 18]),
    job('BY070', '三电系统检测保养', 'cab', 1.5, ['YP1014', '冷却液 (升)', 24, 8]),
    job('BY080', '空调滤芯更换及内部清洁', 'cab', 0.6, ['YP1015', '空调滤芯', 88, 1]),
    job('BY090', '挂车年检前检查', 'wheels', 1.5),
    job('BY060', '轮毂黄油保养', 'wheels', 2.5, ['YP1013', '轮毂润滑脂 (公斤)', 58, 4]),
  ],
  general: [
    job('WX101', '更换制动片', 'wheels', 2.5, ['PJ2101', '制动蹄片 (套)', 420, 2]),
    job(
      'WX102',
      '更换离合器总成',
      'engine',
      6,
      ['PJ2102', '离合器片', 860, 1],
      ['PJ2103', '离合器压盘', 980, 1],
      ['PJ2104', '分离轴承', 260, 1],
    ),
    job('WX103', '更换蓄电池', 'cab', 0.5, ['PJ2105', '蓄电池 180Ah', 780, 2]),
    job('WX104', '检修尿素后处理系统', 'engine', 3, ['PJ2106', '尿素喷嘴', 640, 1]),
    job('WX105', '更换水泵', 'engine', 3, ['PJ2107', '水泵总成', 560, 1], ['PJ2108', '防冻液 (升)', 18, 30]),
    job('WX106', '更换轮胎', 'wheels', 1, ['PJ2109', '轮胎 12R22.5', 1480, 2]),
    job('WX107', '检修电路', 'wheels', 1.5, ['PJ2110', '继电器', 45, 2]),
    job(
      'WX108',
      '更换空调压缩机',
      'cab',
      2.5,
      ['PJ2111', '空调压缩机', 1280, 1],
      ['PJ2112', '冷媒 (公斤)', 60, 1],
    ),
    job('WX109', '更换减震器', 'cab', 2, ['PJ2113', '减震器', 320, 2]),
    job(
      'WX110',
      '更换皮带及张紧轮',
      'engine',
      1.2,
      ['PJ2114', '多楔带', 138, 1],
      ['PJ2115', '张紧轮', 186, 1],
    ),
    job('WX111', '清洗水箱', 'cab', 1),
    job('WX112', '四轮定位', 'cab', 1.2),
  ],
  accident: [
    job('SG201', '驾驶室钣金修复', 'cab', 12, ['PJ3201', '前围面板', 1460, 1]),
    job('SG202', '车身喷漆', 'wheels', 9, ['PJ3202', '油漆辅料', 680, 1]),
    job(
      'SG203',
      '更换前保险杠',
      'cab',
      2.5,
      ['PJ3203', '前保险杠总成', 1980, 1],
      ['PJ3204', '雾灯总成', 260, 2],
    ),
    job('SG204', '更换大灯总成', 'cab', 1.5, ['PJ3205', '前大灯总成', 1180, 1]),
    job('SG205', '更换前挡风玻璃', 'cab', 3, ['PJ3206', '前挡风玻璃', 1260, 1], ['PJ3207', '玻璃胶', 65, 2]),
    job('SG206', '大梁校正', 'wheels', 16),
    job('SG207', '更换后视镜', 'cab', 0.8, ['PJ3208', '后视镜总成', 360, 1]),
    job(
      'SG208',
      '更换水箱及中冷器',
      'engine',
      5,
      ['PJ3209', '散热器', 1680, 1],
      ['PJ3210', '中冷器', 1540, 1],
    ),
  ],
  warranty: [
    job('SP301', '索赔更换传感器', 'engine', 1, ['PJ4301', '氮氧传感器', 1320, 1]),
    job('SP302', '索赔更换高压油管', 'engine', 1.5, ['PJ4302', '高压油管', 280, 1]),
    job('SP303', '索赔更换变速箱密封件', 'engine', 5, ['PJ4303', '变速箱油封', 120, 2]),
    job('SP304', '索赔更换起动机', 'engine', 1.5, ['PJ4304', '起动机', 1150, 1]),
    job('SP306', '索赔更换轮毂油封', 'wheels', 1.5, ['PJ4305', '轮毂油封', 96, 2]),
    job('SP305', '软件升级', 'cab', 0.5),
  ],
  internal: [
    job('NB401', '新车入库PDI检测', 'wheels', 1),
    job('NB402', '新车出库PDI检测', 'wheels', 1.5, ['PJ5401', '玻璃水 (升)', 6, 4]),
    job('NB403', '加装行车记录仪', 'cab', 1, ['PJ5402', '行车记录仪', 460, 1]),
    job('NB404', '库存车漆面修复', 'wheels', 2, ['PJ5403', '油漆辅料', 180, 1]),
  ],
};

export const faultsByType: Readonly<Record<RepairType, readonly string[]>> = {
  maintenance: ['按里程保养', '到期保养', '二级维护到期', '保养并检查制动'],
  general: [
    '制动偏软',
    '离合器打滑',
    '冷车起动困难',
    '尿素灯亮',
    '水温偏高',
    '空调不制冷',
    '行驶异响',
    '灯光不亮',
    '方向跑偏',
  ],
  accident: ['追尾，前部受损', '侧面刮碰', '倒车碰撞', '侧翻，驾驶室变形', '前挡风玻璃破损'],
  warranty: ['故障灯亮', '油管渗油', '变速箱渗油', '起动无力'],
  internal: ['新车检测', '加装', '库存养护'],
};

/** Prices and hours of a kind of vehicle against a heavy truck's. */
export const scaleByKind = {
  car: 0.42,
  lightTruck: 0.5,
  mediumTruck: 0.7,
  heavyTruck: 1,
  tractor: 1.05,
  trailer: 0.55,
  bus: 0.95,
  special: 0.9,
} as const;
