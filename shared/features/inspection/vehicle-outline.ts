import type { DamageView } from './inspection.contract.ts';

/** Outlines of vehicles as plain lines: enough to say where on the body something is, not to look like a model. */

type Shape = 'car' | 'truck' | 'tractor' | 'trailer' | 'bus';

const shapeOf: Readonly<Record<string, Shape>> = {
  car: 'car',
  lightTruck: 'truck',
  mediumTruck: 'truck',
  heavyTruck: 'truck',
  special: 'truck',
  tractor: 'tractor',
  trailer: 'trailer',
  bus: 'bus',
};

/** Width and height of each view in its own units; marks lie in thousandths of them. */
export const viewSize: Readonly<Record<DamageView, readonly [number, number]>> = {
  left: [1000, 400],
  right: [1000, 400],
  front: [500, 400],
  rear: [500, 400],
  top: [1000, 400],
};

/** Path data in absolute commands M, L, H, V, Q and Z; wheels as centre and radius. */
export type Outline = {
  readonly body: readonly string[];
  readonly glass: readonly string[];
  readonly wheels: readonly (readonly [number, number, number])[];
};

const sides: Readonly<Record<Shape, Outline>> = {
  car: {
    body: [
      'M40 285 V240 Q45 205 90 195 L235 178 Q310 95 400 88 H620 Q700 92 775 175 L905 192 Q955 200 960 250 V285 Z',
    ],
    glass: ['M265 178 Q325 108 405 104 H480 V178 Z', 'M500 104 H612 Q670 108 730 178 H500 Z'],
    wheels: [
      [225, 290, 58],
      [770, 290, 58],
    ],
  },
  truck: {
    body: [
      'M35 310 V190 Q40 165 60 120 Q70 85 110 80 H285 V310 Z',
      'M300 45 H965 V290 H300 Z',
      'M285 290 H965 V312 H285 Z',
    ],
    glass: ['M62 190 Q68 150 82 122 Q90 105 112 104 H165 V190 Z', 'M180 104 H265 V190 H180 Z'],
    wheels: [
      [165, 320, 52],
      [715, 320, 52],
      [835, 320, 52],
    ],
  },
  tractor: {
    body: [
      'M60 320 V180 Q64 120 84 70 Q95 40 150 35 H420 V320 Z',
      'M420 285 H920 V318 H420 Z',
      'M600 262 H760 L780 285 H580 Z',
      'M450 210 H540 V285 H450 Z',
    ],
    glass: ['M88 175 Q92 130 106 92 Q114 72 150 70 H205 V175 Z', 'M220 70 H320 V175 H220 Z'],
    wheels: [
      [190, 325, 58],
      [660, 325, 58],
      [810, 325, 58],
    ],
  },
  trailer: {
    body: ['M40 60 H965 V265 H40 Z', 'M40 265 H965 V290 H40 Z', 'M250 290 V345 M270 290 V345 M235 345 H285'],
    glass: [],
    wheels: [
      [650, 330, 48],
      [765, 330, 48],
      [880, 330, 48],
    ],
  },
  bus: {
    body: ['M40 310 V120 Q44 70 90 62 H925 Q958 66 960 110 V310 Z'],
    glass: [
      'M58 195 V125 Q62 92 100 88 H190 V195 Z',
      'M205 88 H370 V195 H205 Z',
      'M385 88 H550 V195 H385 Z',
      'M565 88 H730 V195 H565 Z',
      'M745 88 H925 V195 H745 Z',
    ],
    wheels: [
      [210, 318, 52],
      [760, 318, 52],
    ],
  },
};

const fronts: Readonly<Record<Shape, Outline>> = {
  car: {
    body: [
      'M70 330 V215 Q75 185 110 180 L150 95 Q160 80 190 78 H310 Q340 80 350 95 L390 180 Q425 185 430 215 V330 Z',
      'M160 235 H340 V275 H160 Z',
      'M90 220 H140 V250 H90 Z',
      'M360 220 H410 V250 H360 Z',
    ],
    glass: ['M165 105 H335 L365 178 H135 Z'],
    wheels: [],
  },
  truck: {
    body: [
      'M70 330 V90 Q74 50 120 45 H380 Q426 50 430 90 V330 Z',
      'M150 225 H350 V285 H150 Z',
      'M85 270 H135 V305 H85 Z',
      'M365 270 H415 V305 H365 Z',
      'M35 110 H65 V190 H35 Z',
      'M435 110 H465 V190 H435 Z',
    ],
    glass: ['M95 90 H405 V195 H95 Z'],
    wheels: [],
  },
  tractor: {
    body: [
      'M70 340 V70 Q74 30 120 25 H380 Q426 30 430 70 V340 Z',
      'M140 205 H360 V280 H140 Z',
      'M85 285 H140 V318 H85 Z',
      'M360 285 H415 V318 H360 Z',
      'M32 90 H64 V180 H32 Z',
      'M436 90 H468 V180 H436 Z',
    ],
    glass: ['M95 70 H405 V180 H95 Z'],
    wheels: [],
  },
  trailer: {
    body: ['M60 35 H440 V290 H60 Z', 'M60 290 H440 V318 H60 Z', 'M150 318 V355 M350 318 V355'],
    glass: [],
    wheels: [],
  },
  bus: {
    body: [
      'M65 335 V80 Q70 40 115 36 H385 Q430 40 435 80 V335 Z',
      'M90 275 H145 V308 H90 Z',
      'M355 275 H410 V308 H355 Z',
    ],
    glass: ['M90 75 H410 V215 H90 Z'],
    wheels: [],
  },
};

const rears: Readonly<Record<Shape, Outline>> = {
  car: {
    body: [
      ...fronts.car.body.slice(0, 1),
      'M190 240 H310 V275 H190 Z',
      'M85 215 H135 V255 H85 Z',
      'M365 215 H415 V255 H365 Z',
    ],
    glass: fronts.car.glass,
    wheels: [],
  },
  truck: {
    body: [
      'M60 35 H440 V285 H60 Z',
      'M250 35 V285',
      'M60 285 H440 V318 H60 Z',
      'M75 292 H130 V312 H75 Z',
      'M370 292 H425 V312 H370 Z',
    ],
    glass: [],
    wheels: [
      [125, 340, 34],
      [375, 340, 34],
    ],
  },
  tractor: {
    body: [
      'M80 30 H420 V240 H80 Z',
      'M120 240 H380 V300 H120 Z',
      'M180 225 H320 V250 H180 Z',
      'M90 300 H150 V322 H90 Z',
      'M350 300 H410 V322 H350 Z',
    ],
    glass: ['M140 65 H360 V150 H140 Z'],
    wheels: [
      [120, 335, 42],
      [380, 335, 42],
    ],
  },
  trailer: {
    body: [
      'M60 35 H440 V285 H60 Z',
      'M250 35 V285',
      'M60 285 H440 V318 H60 Z',
      'M75 292 H130 V312 H75 Z',
      'M370 292 H425 V312 H370 Z',
    ],
    glass: [],
    wheels: [
      [125, 340, 34],
      [375, 340, 34],
    ],
  },
  bus: {
    body: [...fronts.bus.body],
    glass: ['M110 80 H390 V160 H110 Z'],
    wheels: [],
  },
};

const tops: Readonly<Record<Shape, Outline>> = {
  car: {
    body: [
      'M50 200 Q55 110 120 95 L250 82 H760 L890 95 Q950 110 955 200 Q950 290 890 305 L760 318 H250 L120 305 Q55 290 50 200 Z',
    ],
    glass: [
      'M270 110 Q330 130 335 200 Q330 270 270 290 L225 270 Q215 200 225 130 Z',
      'M700 120 L760 110 Q785 200 760 290 L700 280 Q715 200 700 120 Z',
    ],
    wheels: [],
  },
  truck: {
    body: ['M35 90 H285 V310 H35 Z', 'M300 75 H965 V325 H300 Z'],
    glass: ['M40 110 H75 V290 H40 Z'],
    wheels: [],
  },
  tractor: {
    body: [
      'M60 80 H420 V320 H60 Z',
      'M420 150 H920 V250 H420 Z',
      'M600 120 H770 V280 H600 Z',
      'M640 90 H740 V120 H640 Z',
      'M640 280 H740 V310 H640 Z',
    ],
    glass: ['M66 100 H105 V300 H66 Z'],
    wheels: [],
  },
  trailer: { body: ['M40 75 H965 V325 H40 Z', 'M40 200 H965'], glass: [], wheels: [] },
  bus: {
    body: [
      'M40 85 Q45 75 60 75 H940 Q958 75 960 90 V310 Q958 325 940 325 H60 Q45 325 40 310 Z',
      'M300 150 H430 V250 H300 Z',
      'M600 150 H730 V250 H600 Z',
    ],
    glass: ['M48 100 H85 V300 H48 Z'],
    wheels: [],
  },
};

const drawings = { left: sides, right: sides, front: fronts, rear: rears, top: tops } as const;

/** One view of a kind of vehicle; kinds that nobody named are trucks. The right side is the left one, to be mirrored. */
export const outlineOf = (kind: string | null, view: DamageView): Outline =>
  drawings[view][shapeOf[kind ?? ''] ?? 'truck'];
