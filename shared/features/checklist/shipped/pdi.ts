import { okNg, section } from './item.ts';
import { kindParts, pick, present, type KindParts } from './kind-parts.ts';
import { arrivalFacts } from './papers.ts';
import { shipped, type ShippedChecklist } from './shipped-checklist.ts';

/** 入库: transport damage, documents, mileage. */
const arrival = (parts: KindParts) =>
  present(
    arrivalFacts,
    parts.body,
    pick(parts.lamps, 'lamp.head', 'lamp.signals', 'lamp.side', 'trailer.plug'),
    pick(parts.wheels, 'tyre.condition', 'wheel.rims', 'tyre.spare'),
    pick(parts.engine, 'engine.leaks', 'battery.voltage', 'ev.charging'),
    pick(parts.cabin, 'cabin.trim', 'cabin.seats', 'cabin.instruments'),
    pick(parts.chassis, 'under.damage', 'frame.beams', 'trailer.legs', 'chassis.tanks'),
    pick(parts.coupling, 'fifth-wheel.jaw', 'kingpin.plate'),
    parts.papers,
  );

/** 出库: full function. */
const departure = (parts: KindParts) =>
  present(
    parts.body,
    parts.lamps,
    parts.wheels,
    parts.engine,
    parts.cabin,
    parts.fuel,
    parts.chassis,
    parts.brake,
    parts.coupling,
    parts.roadTest,
    pick(parts.papers, 'papers.vin', 'papers.keys', 'papers.tools', 'papers.extinguisher'),
  );

const before = section(
  'before',
  ['前两次检查与约定', 'Earlier checks and agreements'],
  okNg(
    'quality.earlier',
    ['入库、出库检查的不合格项', 'What arrival and departure checks found'],
    ['已全部处理并由他人关闭', 'All mended and closed by somebody else'],
  ),
  okNg(
    'quality.agreed',
    ['合同约定的配置、加装、精品', 'Equipment and fittings agreed in the contract'],
    ['齐全，安装牢固，功能正常', 'Complete, firm, working'],
  ),
  okNg(
    'quality.repairs',
    ['售前维修的记录', 'Repairs made before the sale'],
    ['有记录；交车前书面告知客户', 'On record; told to the customer in writing before the hand-over'],
  ),
);

/** 质量: independent re-check of what safety and the customer's eye depend on. */
const quality = (parts: KindParts) =>
  present(
    before,
    pick(
      parts.body,
      'body.paint',
      'body.doors',
      'body.guards',
      'body.load-bed',
      'body.reflectors',
      'frame.beams',
      'glass.all',
      'mirror.all',
      'bus.doors',
      'bus.exits',
    ),
    pick(parts.lamps, 'lamp.head', 'lamp.signals', 'lamp.position', 'trailer.plug'),
    parts.wheels,
    pick(
      parts.engine,
      'fluid.oil',
      'fluid.coolant',
      'fluid.urea',
      'engine.leaks',
      'battery.voltage',
      'ev.high-voltage',
    ),
    pick(
      parts.cabin,
      'cabin.trim',
      'cabin.belts',
      'cabin.climate',
      'cabin.instruments',
      'cabin.fault-codes',
      'cabin.transport-mode',
    ),
    pick(
      parts.chassis,
      'under.damage',
      'suspension.u-bolts',
      'steering.linkage',
      'axle.hubs',
      'trailer.legs',
    ),
    parts.brake,
    parts.coupling,
    pick(
      parts.roadTest,
      'steering.free-play',
      'road.pull',
      'road.brake',
      'road.parking',
      'road.noise',
      'road.after',
    ),
    pick(
      parts.papers,
      'papers.vin',
      'papers.certificate-number',
      'papers.manual',
      'papers.keys',
      'papers.tools',
    ),
  );

/** 三次 PDI by kind of vehicle. */
export const pdiChecklists: readonly ShippedChecklist[] = kindParts.flatMap((parts) => {
  const { key, kinds, name } = parts;
  const scope = { vehicleKinds: kinds, damageMap: true };
  return [
    shipped(
      `pdi.arrival.${key}`,
      [`入库 PDI · ${name[0]}`, `Arrival PDI: ${name[1]}`],
      'arrival',
      arrival(parts),
      scope,
    ),
    shipped(
      `pdi.departure.${key}`,
      [`出库 PDI · ${name[0]}`, `Departure PDI: ${name[1]}`],
      'departure',
      departure(parts),
      scope,
    ),
    shipped(
      `pdi.quality.${key}`,
      [`质量 PDI · ${name[0]}`, `Quality PDI: ${name[1]}`],
      'quality',
      quality(parts),
      scope,
    ),
  ];
});
