import type { SampleModel } from './sample-catalogue.ts';
import { accountOf, addReceivable } from './sample-money.ts';
import { weightedPick, type SampleRandom } from './sample-random.ts';
import { samplePartPapers, sampleRepairClass } from './sample-repair-quality.ts';
import type { SampleRows } from './sample-rows.ts';
import {
  faultsByType,
  firstService,
  jobsByType,
  scaleByKind,
  type CatalogueJob,
  type RepairType,
} from './sample-service-catalogue.ts';
import type { Visit } from './sample-visits.ts';
import { addTo, type SampleWorld } from './sample-world.ts';

const pickOrigin = weightedPick<SampleRows['repairPart']['origin']>([
  ['original', 87],
  ['equivalent', 7],
  ['remanufactured', 3],
  ['reused', 1],
  ['unknown', 2],
]);
const insurers = [
  '远安财产保险股份有限公司',
  '泰禾财产保险股份有限公司',
  '同舟财产保险股份有限公司',
] as const;
const warrantyDesk = '远途汽车售后结算中心';

export type ServiceCase = {
  readonly vehicleId: number | null;
  readonly vin: string;
  readonly plate: string | null;
  readonly model: SampleModel;
  readonly customer: { readonly id: number; readonly name: string; readonly onAccount: boolean } | null;
};

/** Minutes of the wall clock, all inside the store's hours. */
type Hours = {
  readonly checkedIn: number;
  readonly started: number;
  readonly finished: number;
  readonly handedOver: number;
};

function hoursOf(random: SampleRandom, sameDay: boolean): Hours {
  const checkedIn = random.int(485, sameDay ? 780 : 1000);
  const started = checkedIn + random.int(8, 60);
  const finished = sameDay ? started + random.int(35, 170) : random.int(560, 980);
  return { checkedIn, started, finished, handedOver: finished + random.int(10, 55) };
}

const longest: Readonly<Record<RepairType, number>> = {
  maintenance: 0,
  general: 2,
  accident: 18,
  warranty: 3,
  internal: 1,
};

/** One repair order with its lines, parts and money. */
export function addRepair(
  world: SampleWorld,
  random: SampleRandom,
  subject: ServiceCase,
  visit: Visit,
): void {
  const { calendar } = world;
  const { today } = calendar;
  const { day, type } = visit;
  const days =
    type === 'maintenance'
      ? random.chance(0.9)
        ? 0
        : 1
      : random.int(type === 'accident' ? 3 : 0, longest[type]);
  const hours = hoursOf(random, days === 0);
  // Today's visits are still in the workshop this morning.
  const inHouse = day === today || day + days > today;
  const cancelled = !inHouse && random.chance(0.008);
  const state = cancelled
    ? 'cancelled'
    : !inHouse
      ? 'handedOver'
      : day === today
        ? random.pick(['waiting', 'working'] as const)
        : random.chance(0.25)
          ? 'done'
          : 'working';
  const over = state === 'handedOver' ? day + days : null;
  const checkedIn = day === today ? random.int(482, 575) : hours.checkedIn;
  const started =
    state === 'waiting' || cancelled ? null : day === today ? checkedIn + random.int(2, 20) : hours.started;
  const finishedDay = over ?? (state === 'done' ? Math.min(day + days, today - 1) : null);
  const adviser = world.onDuty(random, '服务顾问', day).id;
  const technician = world.onDuty(random, '维修技师', day).id;
  const work = workOf(random, subject.model, visit);
  const otherFen = type === 'accident' && random.chance(0.3) ? random.int(3, 15) * 10_000 : 0;
  const totalFen = work.labourFen + work.partsFen + otherFen;
  const payer =
    type === 'accident'
      ? random.chance(0.75)
        ? 'insurer'
        : 'customer'
      : type === 'warranty'
        ? 'maker'
        : type === 'internal'
          ? 'store'
          : 'customer';
  const number = world.number('GD', day);
  const repairId = world.add('repair', {
    number,
    vehicleId: subject.vehicleId,
    customerId: subject.customer?.id ?? null,
    customerName: subject.customer?.name ?? null,
    plate: subject.plate,
    vin: subject.vin,
    type,
    repairClass: sampleRepairClass(type, subject.model.kind !== 'car' && subject.model.kind !== 'bus'),
    state,
    checkedInOn: calendar.day(day),
    checkedInAt: calendar.at(day, checkedIn),
    startedAt: started === null ? null : calendar.at(day, started),
    finishedAt:
      finishedDay === null
        ? null
        : calendar.at(finishedDay, Math.max(hours.finished, finishedDay === day ? hours.started + 20 : 0)),
    // This morning's promises; what was promised to those who left is not kept by such systems.
    promisedAt: inHouse ? calendar.at(today, 1050) : null,
    bay: inHouse ? `${1 + (day % 8)}号工位` : null,
    handedOverOn: over === null ? null : calendar.day(over),
    handedOverAt: over === null ? null : calendar.at(over, Math.max(hours.handedOver, hours.started + 40)),
    odometerKm: visit.odometerKm,
    fault: random.pick(faultsByType[type]),
    adviserId: adviser,
    technicianId: technician,
    labourFen: work.labourFen,
    partsFen: work.partsFen,
    otherFen,
    totalFen,
    payer,
    returnOfId: null,
    isReturn: null,
    note: null,
  });
  for (const line of work.lines) world.add('repairLine', { ...line, repairId, technicianId: technician });
  const papersOf = { number, left: over, customerName: subject.customer?.name ?? null };
  for (const part of work.parts)
    world.add('repairPart', { ...part, ...samplePartPapers(world, part, papersOf), repairId });
  if (!cancelled) world.count('serviceVisits', day, 1);
  if (over === null) return;
  world.count('serviceRevenue', over, totalFen);
  addTo(world.sums.partsCostByWeek, calendar.week(over), Math.floor(work.partsFen * 0.63));
  settleRepair(world, random, subject, { number, day: over, totalFen, payer, adviser });
}

type Line = Omit<SampleRows['repairLine'], 'repairId' | 'technicianId'>;
type Part = Pick<
  SampleRows['repairPart'],
  'code' | 'name' | 'quantityHundredths' | 'unitFen' | 'amountFen' | 'origin'
>;
type Work = {
  readonly lines: Line[];
  readonly parts: Part[];
  readonly labourFen: number;
  readonly partsFen: number;
};

const fitting = new Map<string, readonly CatalogueJob[]>();

/** The jobs of a type that can be done on the model. */
function jobsFor(type: RepairType, { kind, electric }: SampleModel): readonly CatalogueJob[] {
  const body = kind === 'trailer' ? 'wheels' : electric ? 'cab' : 'engine';
  const key = `${type} ${body}`;
  let jobs = fitting.get(key);
  if (!jobs) {
    jobs = jobsByType[type].filter(({ need }) => body === 'engine' || need === 'wheels' || need === body);
    fitting.set(key, jobs);
  }
  return jobs;
}

/** One to four jobs with their parts, in whole yuan. */
function workOf(random: SampleRandom, model: SampleModel, { type, first: firstVisit }: Visit): Work {
  const scale = scaleByKind[model.kind];
  const jobs =
    firstVisit && !model.electric && model.kind !== 'trailer' ? [firstService] : jobsFor(type, model);
  const first = random.int(0, jobs.length - 1);
  const count = Math.min(jobs.length, type === 'accident' ? random.int(2, 4) : random.chance(0.35) ? 2 : 1);
  const hourFen = type === 'warranty' ? 7000 : 9500;
  const work = { lines: [] as Line[], parts: [] as Part[], labourFen: 0, partsFen: 0 };
  for (let step = 0; step < count; step += 1) {
    const job = jobs[(first + step) % jobs.length];
    if (!job) continue;
    const hoursHundredths = Math.max(30, Math.round(job.hours * 10 * (0.6 + scale * 0.4)) * 10);
    const amountFen = Math.round((hoursHundredths * hourFen) / 10_000) * 100;
    work.lines.push({ code: job.code, name: job.name, hoursHundredths, amountFen });
    work.labourFen += amountFen;
    for (const [code, name, yuan, pieces] of job.parts) {
      const unitFen = Math.max(100, Math.round(yuan * (0.5 + scale * 0.5)) * 100);
      const quantityHundredths = Math.max(1, Math.round(pieces * (pieces > 3 ? scale : 1))) * 100;
      const fen = (unitFen * quantityHundredths) / 100;
      const origin = type === 'warranty' || type === 'internal' ? 'original' : pickOrigin(random);
      work.parts.push({ code, name, quantityHundredths, unitFen, amountFen: fen, origin });
      work.partsFen += fen;
    }
  }
  return work;
}

type Bill = {
  readonly number: string;
  readonly day: number;
  readonly totalFen: number;
  readonly payer: string;
  readonly adviser: number;
};

/** Who pays, and when: fleets on account, insurers and the maker later, others at the counter. */
function settleRepair(
  world: SampleWorld,
  random: SampleRandom,
  { customer, plate }: ServiceCase,
  { number, day, totalFen: fen, payer, adviser }: Bill,
): void {
  if (payer === 'store') return;
  const bill = { day, fen, personId: adviser, note: `${number} ${plate ?? ''}`.trim() };
  if (payer === 'insurer')
    addReceivable(world, random, {
      ...bill,
      termDays: 30,
      kind: 'insurance',
      customerId: null,
      customerName: random.pick(insurers),
    });
  else if (payer === 'maker')
    addReceivable(world, random, {
      ...bill,
      termDays: 60,
      kind: 'maker',
      customerId: null,
      customerName: warrantyDesk,
    });
  else if (customer?.onAccount)
    addReceivable(world, random, {
      ...bill,
      termDays: 30,
      kind: 'service',
      customerId: customer.id,
      customerName: customer.name,
    });
  else {
    const way = random.pick(['wechat', 'wechat', 'alipay', 'card', 'cash', 'transfer'] as const);
    world.till(accountOf[way], day, fen);
  }
}
