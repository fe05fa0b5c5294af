import { pickModel } from './sample-catalogue.ts';
import { personName } from './sample-names.ts';
import type { SampleRandom } from './sample-random.ts';
import type { SampleRows } from './sample-rows.ts';
import { pickChannel } from './sample-sales.ts';
import type { SampleWorld } from './sample-world.ts';

type Channel = NonNullable<SampleRows['lead']['channel']>;
type Asker = { readonly name: string; readonly phone: string };

/** How many of a hundred leads of a state come to the store, and how many of those drive. */
const visitChances = {
  new: [0, 0],
  following: [0.35, 0],
  testDrive: [1, 1],
  lost: [0.4, 0.45],
  won: [0.92, 0.8],
} as const satisfies Readonly<Record<SampleRows['lead']['state'], readonly [number, number]>>;

/** First visit and first test drive of a lead, between its arrival and a day; a sequence of chance of its own. */
function visitsOf(
  world: SampleWorld,
  arrived: number,
  until: number,
  state: SampleRows['lead']['state'],
): Pick<SampleRows['lead'], 'visitedOn' | 'testDrivenOn'> {
  const random = world.random(`visits of lead ${world.nextId('lead')}`);
  const [comes, drives] = visitChances[state];
  if (!random.chance(comes)) return { visitedOn: null, testDrivenOn: null };
  const visited = random.int(arrived, Math.min(until, arrived + 12));
  const driven = random.int(visited, Math.min(until, visited + 5));
  const { calendar } = world;
  return {
    visitedOn: calendar.day(visited),
    testDrivenOn: random.chance(drives) ? calendar.day(driven) : null,
  };
}

/** The lead that an order came from; some orders come without one. */
export function addWonLead(
  world: SampleWorld,
  random: SampleRandom,
  who: Asker,
  model: string,
  channel: Channel,
  buyer: { id: number; consultantId: number },
  ordered: number,
): void {
  if (random.chance(0.25)) return;
  const { calendar } = world;
  const arrived = Math.max(calendar.start, ordered - Math.floor(random.next() * random.next() * 50));
  world.count('leads', arrived, 1);
  world.add('lead', {
    customerName: who.name,
    phone: who.phone,
    customerId: buyer.id,
    arrivedOn: calendar.day(arrived),
    channel,
    eventId: null,
    model,
    state: 'won',
    consultantId: buyer.consultantId,
    ...visitsOf(world, arrived, ordered, 'won'),
    nextContactOn: null,
    closedOn: calendar.day(ordered),
    lostReason: null,
    note: null,
  });
}

const lostReasons = [
  '价格原因',
  '已购其他品牌',
  '暂不购车',
  '按揭未通过',
  '联系不上',
  '车型不符',
  '等新国标车型',
] as const;

/** Leads that came to nothing, or have not yet come to anything: about three for every order. */
export function addOtherLeads(world: SampleWorld): void {
  const { calendar, identities } = world;
  const random = world.random('leads');
  const count = Math.max(30, Math.round(world.sums.orders * 3.1));
  for (let step = 0; step < count; step += 1) {
    const arrived = calendar.pick(random, 'sales', calendar.start, calendar.today);
    const age = calendar.today - arrived;
    const open = random.chance(age < 7 ? 0.92 : age < 30 ? 0.7 : age < 75 ? 0.3 : 0.015);
    const closed = Math.min(calendar.today, arrived + random.int(3, 70));
    const state = !open
      ? 'lost'
      : age < 3 && random.chance(0.6)
        ? 'new'
        : random.chance(0.25)
          ? 'testDrive'
          : 'following';
    world.count('leads', arrived, 1);
    world.add('lead', {
      customerName: random.chance(0.2) ? `${personName(random).charAt(0)}先生` : personName(random),
      phone: random.chance(0.94) ? identities.mobile() : null,
      customerId: null,
      arrivedOn: calendar.day(arrived),
      channel: pickChannel(random),
      eventId: null,
      model: pickModel(random, random.chance(0.35)).name,
      state,
      consultantId: world.onDuty(random, '销售顾问', arrived).id,
      ...visitsOf(world, arrived, open ? calendar.today : closed, state),
      nextContactOn: open ? calendar.day(calendar.today + random.int(-4, 12)) : null,
      closedOn: open ? null : calendar.day(closed),
      lostReason: open ? null : random.pick(lostReasons),
      note: null,
    });
  }
}

type FollowUp = SampleRows['followUp'];
type Followed = {
  readonly id: number;
  readonly consultantId: number;
  readonly known: number;
  readonly lastVisit: number;
};

const unreached = ['无人接听', '关机', '拒接', '停机', '空号'] as const;
const willing = ['有意向，约下周到店', '已预约保养', '想了解置换政策', '同意到店试驾'] as const;
const reached = [
  '客户满意，无问题',
  '里程未到',
  '在外地使用',
  '提醒交强险到期',
  '提醒二级维护到期',
  '咨询年检时间',
] as const;
const refused = ['车辆已转让', '明确拒绝', '已在别处投保'] as const;

function call(random: SampleRandom): Pick<FollowUp, 'result' | 'content'> {
  const mood = random.next();
  if (mood < 0.24) return { result: 'notReached', content: random.pick(unreached) };
  if (mood < 0.5) return { result: 'willing', content: random.pick(willing) };
  if (mood < 0.94) return { result: 'reached', content: random.pick(reached) };
  return { result: 'void', content: random.pick(refused) };
}

/** A call when a customer has not come for long, and one now and then. Those after a delivery are the delivery's own. */
export function addFollowUps(world: SampleWorld, random: SampleRandom, customer: Followed): void {
  const { calendar } = world;
  const put = (
    day: number,
    row: Pick<FollowUp, 'result' | 'content' | 'way'>,
    personId: number,
    next: number | null,
  ): void => {
    if (day < calendar.start || day > calendar.today) return;
    const nextOn = next === null ? null : calendar.day(Math.min(next, calendar.today + 60));
    world.add('followUp', {
      customerId: customer.id,
      happenedOn: calendar.day(day),
      personId,
      nextOn,
      nextById: null,
      orderId: null,
      followUpRuleId: null,
      aboutId: null,
      standardId: null,
      dueOn: null,
      score: null,
      complaintId: null,
      ...row,
    });
  };
  const care = (day: number): number => world.onDuty(random, '客服专员', day).id;
  if (customer.lastVisit > 0 && customer.lastVisit < calendar.today - 150) {
    const day = customer.lastVisit + 150 + random.int(0, 20);
    put(day, { ...call(random), way: 'call' }, care(day), day + 30);
  } else if (random.chance(0.25)) {
    const day = calendar.pick(
      random,
      'service',
      Math.max(calendar.start, Math.min(customer.known, calendar.today)),
      calendar.today,
    );
    put(
      day,
      { ...call(random), way: random.pick(['call', 'message', 'visit']) },
      customer.consultantId,
      random.chance(0.3) ? calendar.today + random.int(-3, 20) : null,
    );
  }
}
