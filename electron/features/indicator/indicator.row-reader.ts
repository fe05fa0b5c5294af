import type { FigureMissing, IndicatorValue, Who } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition, SumPart } from '#shared/features/indicator/indicator.definition.ts';
import { countPeriod, type Source } from '#shared/features/meeting/meeting.rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { DaySpan } from '#shared/kernel/period.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readSpans } from '../meeting/meeting.source.ts';
import { countReaders, countTables, forPeople } from './indicator.counts.ts';
import { Memo } from './indicator.memo.ts';
import { readAgeLimits, stateOf } from './indicator.states.ts';
import {
  around,
  drillTotal,
  ofPeople,
  readPersonDays,
  sumDrill,
  sumOfPeople,
  type ByPerson,
} from './indicator.sums.ts';
import { peopleOf, whoKey } from './indicator.who.ts';

/** No figure, and why. */
export const missing = (reason: FigureMissing, about: string | null = null): IndicatorValue => ({
  value: null,
  missing: reason,
  about,
  behind: [],
});

/** Figures that are counted from the rows of records, each table and day read once. */
export class RowReader {
  readonly #memo = new Memo();
  readonly reader: Reader;
  readonly today: Day;

  constructor(reader: Reader, today: Day) {
    this.reader = reader;
    this.today = today;
  }

  people(who: Who): Promise<readonly number[] | null> {
    return this.#memo.once(`people ${whoKey(who)}`, () => peopleOf(this.reader, who));
  }

  #source(part: SumPart, span: DaySpan): Promise<Source> {
    const { first, last } = around(span);
    const key = `source ${part.table} ${part.day} ${part.measure} ${JSON.stringify(part.counted)} ${first} ${last}`;
    return this.#memo.once(key, () => readSpans(this.reader, part, [{ first, last }]));
  }

  /** What counts of a sum by person: all of them in one pass, for whoever is asked about next. */
  #personDays(part: SumPart, span: DaySpan): Promise<ByPerson> {
    const { table, day, measure, person, counted } = part;
    const key = `people ${table} ${day} ${measure} ${person} ${JSON.stringify(counted)} ${span.first} ${span.last}`;
    return this.#memo.once(key, async () =>
      Map.groupBy(await readPersonDays(this.reader, part, span), (one) => one.person),
    );
  }

  async sum(
    { key }: IndicatorDefinition,
    parts: readonly SumPart[],
    span: DaySpan,
    who: Who,
  ): Promise<IndicatorValue> {
    const people = await this.people(who);
    const behind: { key: string; value: number; drill: ReturnType<typeof sumDrill>; hasRows: boolean }[] = [];
    for (const part of parts) {
      if (people !== null && part.person === undefined) return missing('not-at-level');
      const counted = countPeriod(await this.#source(part, span), span, this.today);
      if (counted.value === null) return missing(counted.missing);
      const drill = sumDrill(part, span, people);
      const value =
        people === null ? counted.value : sumOfPeople(await this.#personDays(part, span), span, people);
      behind.push({ key, value, drill, hasRows: false });
    }
    return { value: behind.reduce((total, one) => total + one.value, 0), missing: null, about: null, behind };
  }

  async state({ key, working }: IndicatorDefinition, span: DaySpan, who: Who): Promise<IndicatorValue> {
    if (working.kind !== 'state') return missing('unknown-name', key);
    const { table, person, drill: drillOf, mayCount } = stateOf[working.reader];
    const people = await this.people(who);
    if (people !== null && person === undefined) return missing('not-at-level');
    if (span.first > this.today) return missing('not-begun');
    if (!(await this.#hasRows(table))) return missing('never-supplied');
    const limits = await this.#memo.once('limits', () => readAgeLimits(this.reader));
    const asOf = span.last < this.today ? span.last : this.today;
    const whole = drillOf(asOf, limits);
    const drill = { ...whole, filters: [...whole.filters, ...ofPeople(person, people)] };
    const value = await drillTotal(this.reader, drill, mayCount?.(asOf));
    return { value, missing: null, about: null, behind: [{ key, value, drill, hasRows: false }] };
  }

  async count({ key, working }: IndicatorDefinition, span: DaySpan, who: Who): Promise<IndicatorValue> {
    if (working.kind !== 'count') return missing('unknown-name', key);
    const people = await this.people(who);
    if (people !== null && !forPeople.includes(working.reader)) return missing('not-at-level');
    if (span.first > this.today) return missing('not-begun');
    if (!(await this.#hasRows(countTables[working.reader]))) return missing('never-supplied');
    const asOf = span.last < this.today ? span.last : this.today;
    const { count, hasRows } = await countReaders[working.reader](this.reader, span, asOf, people);
    return {
      value: count,
      missing: null,
      about: null,
      behind: [{ key, value: count, drill: null, hasRows: hasRows && count > 0 }],
    };
  }

  #hasRows(table: string): Promise<boolean> {
    return this.#memo.once(`rows ${table}`, async () => {
      // One edge for tables whose name is data; every record table has the column.
      const row = await this.reader
        .selectFrom(table as 'stock')
        .select('id')
        .where('removedAt', 'is', null)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    });
  }
}
