import { sql } from 'kysely';
import type { SumPart } from '#shared/features/indicator/indicator.definition.ts';
import { shippedIndicators } from '#shared/features/indicator/indicator.library.ts';
import type { MixGroup } from '#shared/features/gap/gap-variance.rules.ts';
import type { DaySpan } from '#shared/kernel/period.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { listConditions, tableRef } from '#electron/kernel/record/record-list.ts';
import { definitionOf } from '#electron/kernel/record/record-registry.ts';
import { snake } from '#electron/kernel/sql-name.ts';
import { ofPeople } from '../indicator/indicator.sums.ts';
import { everybody, listOf } from '../meeting/meeting.source.ts';

/** Sums that are split into volume, mix and price: by which field, and what counts as one. */
const mixes: Readonly<Record<string, { readonly group: string; readonly count: 'rows' | 'quantity' }>> = {
  serviceRevenue: { group: 'type', count: 'rows' },
  salesRevenue: { group: 'model', count: 'quantity' },
};

type Line = { readonly key: string; readonly count: number; readonly amount: number };

async function readLines(
  reader: Reader,
  part: SumPart,
  { group, count }: { readonly group: string; readonly count: string },
  span: DaySpan,
  people: readonly number[] | null,
): Promise<readonly Line[]> {
  const definition = definitionOf(part.feature);
  const column = (field: string) => sql.id(snake(part.table), snake(field));
  const filters = [...part.counted, ...ofPeople(part.person, people)];
  const { rows } = await sql<Line>`
    select ${column(group)} as key, sum(${count === 'rows' ? sql`1` : column(count)}) as count,
      sum(${column(part.measure)}) as amount
    from ${tableRef(definition)} where ${listConditions(definition, listOf(filters), everybody)}
      and ${column(part.day)} between ${span.first} and ${span.last}
    group by 1`.execute(reader);
  return rows;
}

/** Groups of a sum in two spans, side by side; undefined for what is not split so. */
export async function readMix(
  reader: Reader,
  key: string,
  spans: { readonly base: DaySpan; readonly actual: DaySpan },
  people: readonly number[] | null,
): Promise<readonly MixGroup[] | undefined> {
  const [mix, working] = [mixes[key], shippedIndicators.get(key)?.working];
  const part = working?.kind === 'sum' ? working.parts[0] : undefined;
  if (!mix || !part) return undefined;
  const [base, actual] = [
    await readLines(reader, part, mix, spans.base, people),
    await readLines(reader, part, mix, spans.actual, people),
  ];
  const none = { count: 0, amount: 0 };
  const find = (lines: readonly Line[], name: string) => lines.find((line) => line.key === name) ?? none;
  return [...new Set([...base, ...actual].map((line) => line.key))].map((name) => ({
    key: name,
    base: find(base, name),
    actual: find(actual, name),
  }));
}
