import { pickColour, pickModel, pickTrailer } from './sample-catalogue.ts';
import { addFollowUps, addWonLead } from './sample-contacts.ts';
import {
  address,
  city,
  companyName,
  misspelt,
  mistypedPhone,
  personName,
  personTrade,
  type City,
} from './sample-names.ts';
import { weightedPick, type SampleRandom } from './sample-random.ts';
import type { SampleRows } from './sample-rows.ts';
import { pickChannel, sell, sellLater } from './sample-sales.ts';
import { addRepair } from './sample-service.ts';
import { planVisits, type Loyalty } from './sample-visits.ts';
import { buildVehicle, vehicleRow, type SampleVehicle } from './sample-vehicles.ts';
import type { SampleWorld } from './sample-world.ts';

/** Vehicles of a company, smallest to largest. */
const fleetSize = weightedPick<readonly [number, number]>([
  [[1, 3], 68],
  [[4, 8], 21],
  [[9, 20], 9],
  [[21, 60], 2],
]);
const sources = {
  showroom: '自然到店',
  online: '网络咨询',
  referral: '老客户介绍',
  secondDealer: '二级经销商',
  event: '车展',
  fleet: '大客户拜访',
  other: '其他',
} as const;

type Someone = {
  readonly index: number;
  readonly name: string;
  readonly company: boolean;
  readonly phone: string;
  readonly city: City;
  readonly trade: string;
  /** Day of the first contact. */
  readonly known: number;
  /** Came before the sample's first day. */
  readonly old: boolean;
};

function someone(world: SampleWorld, random: SampleRandom, index: number): Someone {
  const { calendar } = world;
  const company = random.chance(0.3);
  const home = city(random);
  const old = random.chance(0.55);
  const known = old
    ? calendar.start - random.int(20, 2000)
    : calendar.pick(random, 'sales', calendar.start, calendar.today);
  const phone =
    company && random.chance(0.25) ? world.identities.landline(home.dialCode) : world.identities.mobile();
  if (company) return { index, ...companyName(random, home.name), company, phone, city: home, known, old };
  // A name of four bytes in gb18030, as they occur: exports and imports must carry it.
  const plain = personName(random);
  const name = index % 300 < 5 ? `${plain.charAt(0)}𬭎` : plain;
  return { index, name, trade: personTrade(random), company, phone, city: home, known, old };
}

/** The same customer entered a second time by another clerk: name or telephone mistyped. */
function enteredTwice(world: SampleWorld, random: SampleRandom, index: number, first: Someone): Someone {
  const name = misspelt(first.name, first.company);
  const keepName = name === undefined || random.chance(0.35);
  const mobile = first.phone.startsWith('1');
  const phone = !keepName
    ? first.phone
    : mobile
      ? mistypedPhone(random, first.phone)
      : world.identities.mobile();
  const known = world.calendar.pick(random, 'sales', world.calendar.start, world.calendar.today);
  return { ...first, index, name: keepName ? first.name : name, phone, known, old: false };
}

function customerRow(
  world: SampleWorld,
  random: SampleRandom,
  who: Someone,
  channel: keyof typeof sources,
  consultantId: number,
): SampleRows['customer'] {
  const { calendar, identities } = world;
  const identity = who.company
    ? identities.companyIdentity(random)
    : identities.personIdentity(random, who.city.areaCode, random.int(1964, 2002));
  return {
    name: who.name,
    kind: who.company ? 'company' : 'person',
    code: `K${String(who.index + 1).padStart(6, '0')}`,
    phone: who.phone,
    secondPhone: random.chance(0.06) ? identities.mobile() : null,
    identityNumber: random.chance(0.7) ? identity : null,
    bornOn: null, // told by the identity number
    region: who.city.name,
    address: random.chance(0.75) ? address(random, who.city.name) : null,
    trade: who.trade,
    source: sources[channel],
    // Some came through one of the first: always an earlier one.
    introducedById: who.index > 60 && who.index % 29 === 7 ? 1 + (who.index % 41) : null,
    consultantId,
    firstContactOn: calendar.day(who.known),
    consent: random.pick(['unknown', 'given', 'given', 'given', 'refused']),
    doNotCall: who.index % 97 === 5 ? true : null,
    note: null,
    mergedIntoId: null,
  };
}

function loyaltyOf(world: SampleWorld, random: SampleRandom): Loyalty {
  const { calendar } = world;
  const mood = random.next();
  const lostAfter =
    mood > 0.84
      ? calendar.start + random.int(30, Math.max(31, calendar.today - calendar.start))
      : calendar.today;
  return { intervalFactor: mood < 0.55 ? 1 : 1.9, lostAfter };
}

/** What one customer bought, in the order of purchase, with its orders written. */
function purchasesOf(
  world: SampleWorld,
  random: SampleRandom,
  who: Someone,
  buyer: Parameters<typeof sell>[2],
  size: number,
): SampleVehicle[] {
  const { calendar } = world;
  const vehicles: SampleVehicle[] = [];
  const buy = (count: number, day: number): void => {
    const model = pickModel(random, who.company);
    const channel = who.company && count >= 4 ? 'fleet' : pickChannel(random);
    addWonLead(world, random, who, model.name, channel, buyer, day);
    for (let step = 0; step < count; step += 1) {
      const sold = sell(world, random, buyer, model, day, channel);
      if (sold) vehicles.push(sold);
      if (model.kind === 'tractor' && random.chance(0.3)) {
        const trailer = sell(world, random, buyer, pickTrailer(random), day, channel);
        if (trailer) vehicles.push(trailer);
      }
    }
  };
  const owned = who.old ? size : who.company ? Math.floor(size * 0.4) : random.chance(0.15) ? 1 : 0;
  for (let step = 0; step < owned; step += 1) {
    const model = pickModel(random, who.company);
    const latest =
      Math.min(calendar.start, who.known) + (who.old ? Math.max(0, calendar.start - who.known - 1) : -1);
    const purchased = latest - random.int(0, 1900);
    vehicles.push(buildVehicle(world, random, model, purchased, pickColour(random, model.kind)));
  }
  // The seventh of every forty buys these weeks, so that the coming weeks have deliveries in the smallest sample too.
  const lately = who.index % 40 === 7;
  if (!who.old && (lately || random.chance(0.8))) {
    const day = lately
      ? calendar.today - random.int(1, 24)
      : Math.max(calendar.start, Math.min(calendar.today, who.known + random.int(0, 20)));
    buy(who.company ? Math.max(1, Math.min(size - owned, random.int(1, 6))) : 1, day);
  } else if (random.chance(who.company ? 0.42 : 0.12)) {
    const from = Math.max(calendar.start, who.known);
    buy(
      who.company ? random.int(1, Math.max(1, Math.min(8, Math.ceil(size / 3)))) : 1,
      calendar.pick(random, 'sales', from, calendar.today),
    );
  }
  if (who.company && size >= 6 && random.chance(0.05))
    sellLater(world, random, buyer, random.int(3, 12), calendar.today - random.int(0, 30));
  return vehicles;
}

const contactPosts = ['车队长', '老板', '财务', '调度', '采购经理'] as const;

/** One customer with everything that follows: contacts, leads, orders, vehicles, visits, follow-ups. */
function addCustomer(world: SampleWorld, random: SampleRandom, who: Someone, copy: boolean): void {
  const { calendar } = world;
  const channel = pickChannel(random);
  const consultantId = world.onDuty(random, '销售顾问', Math.max(who.known, calendar.start)).id;
  const id = world.add('customer', customerRow(world, random, who, channel, consultantId));
  if (who.company)
    for (let step = random.int(1, 3); step > 0; step -= 1)
      world.add('contact', {
        customerId: id,
        name: personName(random),
        post: random.pick(contactPosts),
        phone: world.identities.mobile(),
        note: null,
      });
  const [low, high] = who.company ? fleetSize(random) : ([1, random.chance(0.12) ? 2 : 1] as const);
  const size = random.int(low, high);
  const buyer = { id, name: who.name, company: who.company, consultantId };
  // A second entry of a customer mostly holds nothing but the name.
  const vehicles = copy && random.chance(0.6) ? [] : purchasesOf(world, random, who, buyer, copy ? 1 : size);
  const loyalty = loyaltyOf(world, random);
  const onAccount = who.company && size >= 4 && random.chance(0.55);
  let lastVisit = 0;
  /** The tractor that was written just before. */
  let tractorId: number | null = null;
  for (const vehicle of vehicles) {
    const visits =
      !who.company || random.chance(0.62)
        ? planVisits(world, random, vehicle.model, vehicle.purchased, loyalty)
        : [];
    const last = visits.at(-1);
    const row = vehicleRow(
      world,
      random,
      vehicle,
      { id, company: who.company, city: who.city },
      {
        odometerKm: last?.odometerKm ?? null,
        lastServiced: last?.day,
      },
    );
    // A trailer that was bought with a tractor belongs to it.
    const pairedId = vehicle.model.kind === 'trailer' ? tractorId : null;
    const vehicleId: number = world.add('vehicle', { ...row, pairedId });
    tractorId = vehicle.model.kind === 'tractor' ? vehicleId : null;
    const subject = {
      vehicleId,
      vin: vehicle.vin,
      plate: row.plate,
      model: vehicle.model,
      customer: { id, name: who.name, onAccount },
    };
    for (const visit of visits) {
      addRepair(world, random, subject, visit);
      lastVisit = Math.max(lastVisit, visit.day);
    }
    if (vehicle.purchased >= calendar.start && random.chance(0.2)) {
      const inspected = Math.max(calendar.start, vehicle.purchased - 1);
      addRepair(
        world,
        random,
        { ...subject, vehicleId: null, plate: null, customer: null },
        { day: inspected, type: 'internal', odometerKm: null },
      );
    }
  }
  addFollowUps(world, random, {
    id,
    consultantId,
    known: who.known,
    lastVisit,
  });
}

/** All customers, one after the other. Yields how many are done, so that a writer may take breath. */
export function* addCustomers(world: SampleWorld): Generator<number> {
  const random = world.random('customers');
  /** Customers of late who were not entered twice yet. */
  const recent: Someone[] = [];
  for (let index = 0; index < world.options.customers; index += 1) {
    const original =
      recent.length > 15 && random.chance(0.022)
        ? recent.splice(random.int(0, recent.length - 1), 1)[0]
        : undefined;
    const who = original ? enteredTwice(world, random, index, original) : someone(world, random, index);
    addCustomer(world, random, who, original !== undefined);
    if (!original) {
      recent.push(who);
      if (recent.length > 200) recent.shift();
    }
    yield index + 1;
  }
}
