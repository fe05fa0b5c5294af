import type { SampleRandom } from './sample-random.ts';
import type { SampleRows } from './sample-rows.ts';
import { addTo, type SampleWorld } from './sample-world.ts';

type CashCategory = SampleRows['cash']['category'];
type ReceivableKind = SampleRows['receivable']['kind'];
type PaymentWay = NonNullable<SampleRows['payment']['way']>;

export type CashOrder = {
  readonly day: number;
  readonly direction: 'in' | 'out';
  readonly fen: number;
  readonly category: CashCategory;
  readonly account: string;
  readonly counterparty: string | null;
  readonly personId: number | null;
  readonly note: string;
};

/** One cash movement; nothing of the future and nothing from before the sample's first day. */
export function addCash(world: SampleWorld, order: CashOrder): void {
  const { calendar, sums } = world;
  if (order.day > calendar.today || order.day < calendar.start || order.fen <= 0) return;
  const occurredOn = calendar.day(order.day);
  world.add('cash', {
    number: world.number('LS', order.day),
    occurredOn,
    direction: order.direction,
    amountFen: order.fen,
    category: order.category,
    account: order.account,
    counterparty: order.counterparty,
    personId: order.personId,
    note: order.note,
  });
  if (occurredOn.startsWith(calendar.day(calendar.today).slice(0, 7))) {
    const days = sums.movedThisMonth.get(order.account) ?? new Map<number, number>();
    sums.movedThisMonth.set(order.account, days);
    days.set(order.day, (days.get(order.day) ?? 0) + (order.direction === 'in' ? order.fen : -order.fen));
  }
  if (order.direction === 'in') {
    addTo(sums.cashInByMonth, occurredOn.slice(0, 7), order.fen);
    world.count('cashIn', order.day, order.fen);
  }
}

export const accountOf: Readonly<Record<PaymentWay, string>> = {
  transfer: '基本户',
  bill: '基本户',
  card: '一般户',
  cash: '现金',
  wechat: '微信支付宝',
  alipay: '微信支付宝',
  other: '一般户',
};

const cashCategoryOf: Readonly<Record<ReceivableKind, CashCategory>> = {
  vehicle: 'vehicleSale',
  service: 'service',
  insurance: 'insurance',
  loan: 'loan',
  maker: 'makerRebate',
  other: 'other',
};

/** How a debtor pays: parts of the amount with days after the day the debt arose; an empty plan is never paid. */
type PaymentPlan = readonly { readonly share: number; readonly after: number }[];

/** Institutions pay late but pay; of the customers some pay in parts and a few never. */
function planOf(random: SampleRandom, kind: ReceivableKind, term: number): PaymentPlan {
  const mood = random.next();
  const steady = kind === 'insurance' || kind === 'loan' || kind === 'maker';
  if (mood < (steady ? 0.78 : 0.68)) return [{ share: 1, after: random.int(1, Math.max(1, term)) }];
  if (steady || mood < 0.87) return [{ share: 1, after: term + random.int(1, 55) }];
  if (mood < 0.97)
    return [
      { share: 0.5, after: random.int(1, term + 5) },
      { share: 0.5, after: term + random.int(15, 120) },
    ];
  return [];
}

export type ReceivableOrder = {
  readonly day: number;
  readonly termDays: number;
  readonly kind: ReceivableKind;
  readonly customerId: number | null;
  readonly customerName: string;
  readonly fen: number;
  readonly personId: number | null;
  readonly note: string | null;
};

const ways: readonly PaymentWay[] = ['transfer', 'transfer', 'transfer', 'bill', 'wechat', 'card'];

/** A debt with the payments made until today, each of them a cash movement of its day. */
export function addReceivable(world: SampleWorld, random: SampleRandom, order: ReceivableOrder): void {
  const { calendar } = world;
  if (order.fen <= 0 || order.day < calendar.start) return;
  const payments: { day: number; fen: number }[] = [];
  let left = order.fen;
  const plan = planOf(random, order.kind, order.termDays);
  plan.forEach(({ share, after }, at) => {
    const fen = at === plan.length - 1 ? left : Math.floor(order.fen * share);
    const day = Math.max(order.day + after, payments.at(-1)?.day ?? 0);
    if (day <= calendar.today && fen > 0) {
      payments.push({ day, fen });
      left -= fen;
    }
  });
  const number = world.number('YS', order.day);
  const receivableId = world.add('receivable', {
    number,
    customerId: order.customerId,
    customerName: order.customerName,
    kind: order.kind,
    occurredOn: calendar.day(order.day),
    dueOn: calendar.day(order.day + order.termDays),
    amountFen: order.fen,
    settledFen: order.fen - left,
    openFen: left,
    personId: order.personId,
    note: order.note,
  });
  for (const { day, fen } of payments) {
    const way = order.kind === 'service' || order.kind === 'vehicle' ? random.pick(ways) : 'transfer';
    world.add('payment', { receivableId, paidOn: calendar.day(day), amountFen: fen, way, note: null });
    world.count('receivablesCollected', day, fen);
    addCash(world, {
      day,
      direction: 'in',
      fen,
      category: cashCategoryOf[order.kind],
      account: accountOf[way],
      counterparty: order.customerName,
      personId: null,
      note: `回款 ${number}`,
    });
  }
}

/** The workshop's takings of every day, one movement for each account, as the cashier books them. */
export function addTakings(world: SampleWorld): void {
  const cashier = world.staff.find((person) => person.post === '出纳')?.id ?? null;
  for (const [account, days] of world.sums.till)
    for (const [day, { fen, bills }] of [...days].sort(([a], [b]) => a - b))
      addCash(world, {
        day,
        direction: 'in',
        fen,
        category: 'service',
        account,
        counterparty: null,
        personId: cashier,
        note: `维修款日结 ${bills} 单`,
      });
}
