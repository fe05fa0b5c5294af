import type { TimelineKind } from '#shared/features/portrait/portrait-views.ts';
import type { Right } from '#shared/rpc/rights.ts';

/** What a line may tell, each an expression of its source. */
export const lineParts = [
  'recordId',
  'number',
  'first',
  'second',
  'text',
  'amountFen',
  'scoreHundredths',
  'personId',
  'plate',
] as const;
export type LinePart = (typeof lineParts)[number];

/** Where the lines of a kind come from. Expressions are SQL over `t`. */
type Source = {
  readonly feature: string;
  readonly right: Right;
  /** Column of the owner, for who may read own records only; without one these read nothing. */
  readonly owner?: string;
  readonly from: string;
  readonly customer: string;
  readonly on: string;
  /** Fields of the record that are told in words. */
  readonly choices: readonly string[];
  readonly where?: string;
} & { readonly parts: Readonly<Partial<Record<LinePart, string>>> };

const living = 't.removed_at is null';
const own = 't.customer_id';

/** 时间线 of a customer is made of these, kind by kind. */
export const timelineSources: Readonly<Record<TimelineKind, Source>> = {
  order: {
    feature: 'order',
    right: 'order.read',
    owner: 't.consultant_id',
    from: 'vehicle_order t',
    customer: own,
    on: 't.ordered_on',
    choices: ['state'],
    where: living,
    parts: {
      number: 't.number',
      first: 't.state',
      text: 't.model',
      amountFen: 't.total_fen',
      personId: 't.consultant_id',
    },
  },
  delivery: {
    feature: 'order',
    right: 'order.read',
    owner: 't.consultant_id',
    from: 'vehicle_order t',
    customer: own,
    on: 't.delivered_on',
    choices: [],
    where: `${living} and t.state = 'delivered'`,
    parts: { number: 't.number', text: 't.model', personId: 't.consultant_id' },
  },
  repair: {
    feature: 'repair',
    right: 'repair.read',
    from: 'repair t',
    customer: own,
    on: 't.checked_in_on',
    choices: ['type', 'state'],
    where: living,
    parts: {
      number: 't.number',
      first: 't.type',
      second: 't.state',
      text: 't.fault',
      amountFen: 't.total_fen',
      personId: 't.adviser_id',
      plate: 't.plate',
    },
  },
  certificate: {
    feature: 'certificate',
    right: 'repair.read',
    from: 'certificate t join repair r on r.id = t.repair_id',
    customer: 'r.customer_id',
    on: 't.issued_on',
    choices: ['repairClass', 'state'],
    where: living,
    parts: { number: 't.number', first: 't.repair_class', second: 't.state', plate: 't.plate' },
  },
  lead: {
    feature: 'lead',
    right: 'lead.read',
    owner: 't.consultant_id',
    from: 'lead t',
    customer: own,
    on: 't.arrived_on',
    choices: ['channel', 'state'],
    where: living,
    parts: { first: 't.channel', second: 't.state', text: 't.model', personId: 't.consultant_id' },
  },
  followUp: {
    feature: 'followUp',
    right: 'customer.read',
    from: 'follow_up t',
    customer: own,
    on: 't.happened_on',
    choices: ['way', 'result'],
    where: living,
    parts: {
      first: 't.way',
      second: 't.result',
      text: 't.content',
      scoreHundredths: 't.score * 100',
      personId: 't.person_id',
    },
  },
  appointment: {
    feature: 'reminderAppointment',
    right: 'reminder.read',
    from: 'reminder_appointment t left join vehicle v on v.id = t.vehicle_id',
    customer: own,
    on: 't.on_day',
    choices: ['state'],
    where: living,
    parts: { first: 't.state', text: 't.note', personId: 't.person_id', plate: 'v.plate' },
  },
  complaint: {
    feature: 'complaint',
    right: 'complaint.read',
    from: 'complaint t',
    customer: own,
    on: 't.received_on',
    choices: ['severity', 'state'],
    where: living,
    parts: {
      number: 't.number',
      first: 't.severity',
      second: 't.state',
      text: 't.subject',
      personId: 't.handler_id',
      plate: 't.plate',
    },
  },
  evaluation: {
    feature: 'evaluation',
    right: 'standard.read',
    from: 'evaluation t',
    customer: own,
    on: 't.answered_on',
    choices: ['way'],
    where: `${living} and t.answered_on is not null`,
    parts: {
      number: 't.number',
      first: 't.way',
      text: 't.words',
      scoreHundredths: 't.score_hundredths',
      personId: 't.person_id',
    },
  },
  membership: {
    feature: 'membership',
    right: 'membership.read',
    from: 'membership_entry t join membership m on m.id = t.membership_id and m.removed_at is null',
    customer: 'm.customer_id',
    on: 't.on_day',
    choices: ['entry'],
    parts: {
      recordId: 't.membership_id',
      number: 'm.number',
      first: 't.kind',
      text: 't.note',
      amountFen: 'nullif(t.money_fen, 0)',
      personId: 't.person_id',
    },
  },
  receivable: {
    feature: 'receivable',
    right: 'receivable.read',
    from: 'receivable t',
    customer: own,
    on: 't.occurred_on',
    choices: ['kind'],
    where: living,
    parts: { number: 't.number', first: 't.kind', amountFen: 't.amount_fen', personId: 't.person_id' },
  },
  payment: {
    feature: 'payment',
    right: 'receivable.read',
    from: 'payment t join receivable r on r.id = t.receivable_id and r.removed_at is null',
    customer: 'r.customer_id',
    on: 't.paid_on',
    choices: ['way'],
    where: living,
    parts: { number: 'r.number', first: 't.way', text: 't.note', amountFen: 't.amount_fen' },
  },
  vehicle: {
    feature: 'vehicle',
    right: 'vehicle.read',
    from: 'vehicle t',
    customer: own,
    on: 'coalesce(t.purchased_on, t.registered_on)',
    choices: ['kind', 'state'],
    where: `${living} and coalesce(t.purchased_on, t.registered_on) is not null`,
    parts: {
      first: 't.kind',
      second: 't.state',
      text: `nullif(trim(coalesce(t.brand, '') || ' ' || coalesce(t.model, '')), '')`,
      plate: 't.plate',
    },
  },
  done: {
    feature: 'reminderDone',
    right: 'vehicle.read',
    from: 'reminder_done t join vehicle v on v.id = t.vehicle_id and v.removed_at is null',
    customer: 'v.customer_id',
    on: 't.done_on',
    choices: ['kind', 'place'],
    where: living,
    parts: {
      first: 't.kind',
      second: 't.place',
      text: 't.source',
      personId: 't.person_id',
      plate: 'v.plate',
    },
  },
};
