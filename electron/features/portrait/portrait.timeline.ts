import { CompiledQuery } from 'kysely';
import {
  timelineKinds,
  type Timeline,
  type TimelineKind,
  type TimelineLine,
} from '#shared/features/portrait/portrait-views.ts';
import type { portraitContract } from '#shared/features/portrait/portrait.contract.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { notFound } from '#shared/rpc/desk-error.ts';
import { scopeOf, type Right } from '#shared/rpc/rights.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';

type Part =
  | 'recordId'
  | 'number'
  | 'first'
  | 'second'
  | 'text'
  | 'amountFen'
  | 'scoreHundredths'
  | 'personId'
  | 'plate';

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
} & { readonly parts: Readonly<Partial<Record<Part, string>>> };

const living = 't.removed_at is null';
const own = 't.customer_id';

const sources: Readonly<Record<TimelineKind, Source>> = {
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

const partNames: readonly Part[] = [
  'recordId',
  'number',
  'first',
  'second',
  'text',
  'amountFen',
  'scoreHundredths',
  'personId',
  'plate',
];

/** Longest words of a line, in characters; the record says the rest. */
const longestText = 160;

type Asked = Parameters<HandlersOf<typeof portraitContract>['timeline']>[0];
type Row = Readonly<Record<Part, string | number | null>> & {
  readonly rank: number;
  readonly id: number;
  readonly onDay: string;
  readonly personName: string | null;
};

/** One kind's lines behind a place, newest first. Of one day kinds stand in their order, the last one first. */
function statementOf(kind: TimelineKind, { after, pageSize, customerId }: Asked, ownOf: number | null) {
  const source = sources[kind];
  const rank = timelineKinds.indexOf(kind);
  const values: (string | number)[] = [customerId];
  const conditions = [`${source.customer} = ?`, `${source.on} is not null`];
  if (source.where) conditions.push(source.where);
  if (ownOf !== null) {
    conditions.push(`${source.owner} = ?`);
    values.push(ownOf);
  }
  if (after) {
    const at = timelineKinds.indexOf(after.kind);
    if (rank === at) {
      conditions.push(`(${source.on} < ? or (${source.on} = ? and t.id < ?))`);
      values.push(after.on, after.on, after.id);
    } else {
      conditions.push(`${source.on} ${rank < at ? '<=' : '<'} ?`);
      values.push(after.on);
    }
  }
  const parts = partNames.map(
    (part) => `${source.parts[part] ?? (part === 'recordId' ? 't.id' : 'null')} as "${part}"`,
  );
  values.push(pageSize + 1);
  const text = `select * from (select ${rank} as rank, t.id as id, ${source.on} as on_day, ${parts.join(', ')}
    from ${source.from} where ${conditions.join(' and ')} order by 3 desc, 2 desc limit ?)`;
  return { text, values };
}

/** Whose records of a kind a person may read: all (null), those of a person, or none. */
function reachOf({ actor }: QueryContext, kind: TimelineKind): number | null | undefined {
  const { right, owner } = sources[kind];
  const scope = scopeOf(actor.roles, right);
  if (scope === 'all') return null;
  return scope === 'own' && owner !== undefined ? actor.personId : undefined;
}

/** 时间线 of a customer, one page of it. Error: `not-found`. */
export async function readTimeline(context: QueryContext, asked: Asked): Promise<Timeline> {
  const { reader, actor } = context;
  const customer = await reader
    .selectFrom('customer')
    .select('id')
    .where('id', '=', asked.customerId)
    .executeTakeFirst();
  if (!customer) throw notFound('customer', asked.customerId);
  const kinds = timelineKinds.filter((kind) => reachOf(context, kind) !== undefined);
  const wanted = asked.kinds.length === 0 ? kinds : kinds.filter((kind) => asked.kinds.includes(kind));
  if (wanted.length === 0) return { lines: [], next: null, kinds };
  const statements = wanted.map((kind) => statementOf(kind, asked, reachOf(context, kind) ?? null));
  const text = `select lines.*, person.name as person_name from (${statements
    .map((one) => one.text)
    .join(' union all ')}) as lines left join person on person.id = lines."personId"
    order by on_day desc, rank desc, id desc limit ?`;
  const values = [...statements.flatMap((one) => one.values), asked.pageSize + 1];
  const { rows } = await reader.getExecutor().executeQuery<Row>(CompiledQuery.raw(text, values));
  const shown = rows.slice(0, asked.pageSize);
  const lines = shown.map((row): TimelineLine => {
    const kind = timelineKinds[row.rank] ?? 'repair';
    const { feature, choices } = sources[kind];
    const told = [row.first, row.second];
    return {
      kind,
      feature,
      id: row.id,
      recordId: Number(row.recordId),
      on: row.onDay,
      number: row.number === null ? null : String(row.number),
      choices: choices.flatMap((field, at) => {
        const value = told[at];
        return typeof value === 'string' ? [{ field, value }] : [];
      }),
      text: row.text === null ? null : String(row.text).slice(0, longestText),
      amountFen: row.amountFen === null ? null : Number(row.amountFen),
      scoreHundredths: row.scoreHundredths === null ? null : Number(row.scoreHundredths),
      personName: row.personName,
      plate: shownTo(actor, vehicleFields.plate, row.plate === null ? null : String(row.plate)),
    };
  });
  const last = lines.at(-1);
  return {
    lines,
    next: rows.length > shown.length && last ? { on: last.on, kind: last.kind, id: last.id } : null,
    kinds,
  };
}
