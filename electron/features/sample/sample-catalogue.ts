import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { weightedPick, type SampleRandom } from './sample-random.ts';

/** A model that the store sells. Brands and models are made up. Prices in yuan, mass in kg. */
export type SampleModel = {
  readonly kind: VehicleKind;
  readonly brand: string;
  readonly name: string;
  readonly listYuan: number;
  readonly grossMassKg: number;
  readonly kmPerDay: number;
  readonly electric: boolean;
  /** First eight characters of the VIN. */
  readonly maker: string;
};

type Line = readonly [VehicleKind, string, string, number, number, number, boolean, string, number, number];
/** Kind, brand, model, price, mass, km a day, electric, VIN, weight for persons, weight for companies. */
const lines: readonly Line[] = [
  ['tractor', '远途', '远途 H7 6×4 牵引车 480马力', 398_000, 25_000, 380, false, 'L0YT7A48', 12, 26],
  ['tractor', '远途', '远途 H7 6×4 牵引车 560马力', 438_000, 25_000, 420, false, 'L0YT7A56', 4, 16],
  ['tractor', '远途', '远途 H5 4×2 牵引车', 296_000, 18_000, 300, false, 'L0YT5B24', 5, 9],
  ['tractor', '远途', '远途 H7 LNG 6×4 牵引车', 428_000, 25_000, 400, false, 'L0YT7G64', 3, 14],
  ['tractor', '蓝程', '蓝程 E9 换电 6×4 牵引车', 668_000, 25_000, 260, true, 'L0CE9T64', 0, 6],
  ['heavyTruck', '恒岳', '恒岳 D8 8×4 自卸车', 418_000, 31_000, 160, false, 'L0HD8Z84', 6, 14],
  ['heavyTruck', '恒岳', '恒岳 D6 6×4 自卸车', 338_000, 25_000, 150, false, 'L0HD6Z64', 4, 6],
  ['heavyTruck', '远途', '远途 K5 8×2 载货车', 352_000, 31_000, 320, false, 'L0YK5Z82', 7, 8],
  ['heavyTruck', '远途', '远途 K3 6×2 载货车', 268_000, 25_000, 280, false, 'L0YK3Z62', 6, 5],
  ['mediumTruck', '驰骏', '驰骏 M6 中卡 6.8米栏板', 188_000, 14_500, 210, false, 'L0JM6Z42', 7, 4],
  ['lightTruck', '驰骏', '驰骏 Q3 蓝牌轻卡 4.2米厢式', 108_800, 4495, 150, false, 'L0JS3X42', 20, 8],
  ['lightTruck', '驰骏', '驰骏 Q5 轻卡 仓栅式', 126_800, 4495, 160, false, 'L0JS5C42', 12, 5],
  ['lightTruck', '蓝程', '蓝程 V2 纯电物流车', 158_000, 4495, 120, true, 'L0CV2E42', 6, 12],
  ['trailer', '拓行', '拓行 13米 仓栅半挂车', 92_000, 40_000, 0, false, 'L0XG13C3', 5, 12],
  ['trailer', '拓行', '拓行 13.75米 厢式半挂车', 118_000, 39_000, 0, false, 'L0XG14X3', 2, 9],
  ['bus', '安途', '安途 A8 49座旅游客车', 528_000, 17_000, 260, false, 'L0AA8B49', 0, 2],
  ['bus', '安途', '安途 A5 纯电19座客车', 386_000, 7500, 140, true, 'L0AA5E19', 0, 2],
  ['special', '恒岳', '恒岳 J8 混凝土搅拌车 12方', 446_000, 31_000, 110, false, 'L0HJ8J12', 1, 5],
  ['special', '驰骏', '驰骏 W6 压缩式垃圾车', 298_000, 12_500, 90, false, 'L0JW6H12', 0, 3],
  ['special', '驰骏', '驰骏 L4 冷藏车 4.2米', 158_800, 4495, 190, false, 'L0JL4R42', 3, 5],
  ['car', '云帆', '云帆 S3 轿车 1.5T 舒适型', 98_800, 1780, 42, false, 'L0FS3A15', 12, 3],
  ['car', '云帆', '云帆 X5 SUV 2.0T 豪华型', 158_800, 2180, 45, false, 'L0FX5A20', 9, 3],
  ['car', '蓝程', '蓝程 E5 纯电轿车 510km', 138_800, 2050, 55, true, 'L0CE5A51', 8, 3],
];

const modelOf = ([kind, brand, name, listYuan, grossMassKg, kmPerDay, electric, maker]: Line): SampleModel => ({
  kind, brand, name, listYuan, grossMassKg, kmPerDay, electric, maker,
}); // prettier-ignore

const sampleModels: readonly SampleModel[] = lines.map(modelOf);
const forPerson = weightedPick(
  lines.map((line, at) => [sampleModels[at] ?? modelOf(line), line[8]] as const),
);
const forCompany = weightedPick(
  lines.map((line, at) => [sampleModels[at] ?? modelOf(line), line[9]] as const),
);
const trailers = sampleModels.filter((model) => model.kind === 'trailer');

export const pickModel = (random: SampleRandom, company: boolean): SampleModel =>
  company ? forCompany(random) : forPerson(random);
export const pickTrailer = (random: SampleRandom): SampleModel => random.pick(trailers);

const truckColours = ['中国红', '珍珠白', '天空蓝', '墨绿', '香槟金', '橙红'] as const;
const carColours = ['珍珠白', '曜石黑', '星空灰', '极光蓝', '中国红'] as const;
export const pickColour = (random: SampleRandom, kind: VehicleKind): string =>
  random.pick(kind === 'car' ? carColours : truckColours);
