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
import { scopeOf } from '#shared/rpc/rights.ts';
import type { HandlersOf, QueryContext } from '#electron/kernel/handler.ts';
import { shownTo } from '../follow-up/follow-up.due.ts';
import { lineParts, timelineSources, type LinePart } from './portrait.timeline-sources.ts';

/** Longest words of a line, in characters; the record says the rest. */
const longestText = 160;

type Asked = Parameters<HandlersOf<typeof portraitContract>['timeline']>[0];
type Row = Readonly<Record<LinePart, string | number | null>> & {
  readonly rank: number;
  readonly id: number;
  readonly onDay: string;
  readonly personName: string | null;
};

/** One kind's lines behind a place, newest first. Of one day kinds stand in their order, the last one first. */
function statementOf(kind: TimelineKind, { after, pageSize, customerId }: Asked, ownOf: number | null) {
  const source = timelineSources[kind];
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
  const parts = lineParts.map(
    (part) => `${source.parts[part] ?? (part === 'recordId' ? 't.id' : 'null')} as "${part}"`,
  );
  values.push(pageSize + 1);
  const text = `select * from (select ${rank} as rank, t.id as id, ${source.on} as on_day, ${parts.join(', ')}
    from ${source.from} where ${conditions.join(' and ')} order by 3 desc, 2 desc limit ?)`;
  return { text, values };
}

/** Whose records of a kind a person may read: all (null), those of a person, or none. */
function reachOf({ actor }: QueryContext, kind: TimelineKind): number | null | undefined {
  const { right, owner } = timelineSources[kind];
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
    const { feature, choices } = timelineSources[kind];
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
