import type {
  Behind,
  FigureMissing,
  IndicatorValue,
  Who,
} from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition, SumPart } from '#shared/features/indicator/indicator.definition.ts';
import {
  dividedBy,
  exact,
  natural,
  stored,
  times,
  type Exact,
} from '#shared/features/indicator/indicator.exact.ts';
import { namesIn, parseFormula, workOut } from '#shared/features/indicator/indicator-formula.rules.ts';
import { periodKindOf, periodSpan } from '#shared/features/indicator/indicator-period.rules.ts';
import { drillRight } from '#shared/features/meeting/meeting.drills.ts';
import { countPeriod, type Source } from '#shared/features/meeting/meeting.rules.ts';
import { guards } from '#shared/features/meeting/meeting.sight.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { DaySpan } from '#shared/kernel/period.ts';
import { may, scopeOf, type Right, type Role } from '#shared/rpc/rights.ts';
import type { Reader } from '#electron/kernel/database.ts';
import { readSpans } from '../meeting/meeting.source.ts';
import { countReaders, countTables, forPeople } from './indicator.counts.ts';
import {
  monthsTrailing,
  monthsUpTo,
  readEntries,
  sumOfMonths,
  typedValue,
  type Entries,
} from './indicator.entries.ts';
import type { Library } from './indicator.library.ts';
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

const missing = (reason: FigureMissing, about: string | null = null): IndicatorValue => ({
  value: null,
  missing: reason,
  about,
  behind: [],
});

/** Answers to what is asked again and again within one call. */
class Memo {
  readonly #kept = new Map<string, Promise<unknown>>();
  once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const kept = (this.#kept.get(key) as Promise<T> | undefined) ?? work(); // one key, one kind of work
    this.#kept.set(key, kept);
    return kept;
  }
}

/** Who reads: what a person may see depends on the roles, and on whether the figure is the person's own. */
export type Viewer = { readonly personId: number; readonly roles: readonly Role[] };

/** Reads figures of indicators at one moment, for one person's eyes. */
export class FigureReader {
  readonly #memo = new Memo();
  readonly reader: Reader;
  readonly library: Library;
  readonly today: Day;
  readonly viewer: Viewer;

  constructor(reader: Reader, library: Library, today: Day, viewer: Viewer) {
    this.reader = reader;
    this.library = library;
    this.today = today;
    this.viewer = viewer;
  }

  /** The figure of a period, or why there is none. A ratio whose parts are missing says which. */
  read(key: string, period: string, who: Who): Promise<IndicatorValue> {
    return this.#memo.once(`${key} ${period} ${whoKey(who)}`, () => this.#fresh(key, period, who, []));
  }

  /** A sum over any days, e.g. last year's up to the same day. Undefined for what is no sum of rows. */
  async readDays(key: string, span: DaySpan, who: Who): Promise<number | null | undefined> {
    const definition = this.library.find(key);
    if (definition?.working.kind !== 'sum') return undefined;
    return (await this.#sum(definition, definition.working.parts, span, who)).value;
  }

  people(who: Who): Promise<readonly number[] | null> {
    return this.#memo.once(`people ${whoKey(who)}`, () => peopleOf(this.reader, who));
  }

  entries(key: string, who: Who): Promise<Entries> {
    return this.#memo.once(`entries ${key} ${whoKey(who)}`, () => readEntries(this.reader, key, who));
  }

  async #fresh(key: string, period: string, who: Who, way: readonly string[]): Promise<IndicatorValue> {
    const definition = this.library.find(key);
    if (!definition) return missing('unknown-name', key);
    if (way.includes(key)) return missing('circle', key);
    if (!this.maySee(definition) || !this.maySeeOf(who)) return missing('no-right');
    const { working } = definition;
    const span = periodSpan(period);
    const below = [...way, key];
    // Many ratios and formulas have the same parts: what does not depend on the way there is read once.
    const once = (work: () => Promise<IndicatorValue>) =>
      this.#memo.once(`part ${key} ${period} ${whoKey(who)}`, work);
    switch (working.kind) {
      case 'sum':
        return once(() => this.#sum(definition, working.parts, span, who));
      case 'state':
        return once(() => this.#state(definition, span, who));
      case 'count':
        return once(() => this.#count(definition, span, who));
      case 'typed':
        return this.#typed(definition, period, who, below);
      case 'ratio':
        return this.#ratio(definition, period, who, below);
      case 'formula':
        return this.#formula(definition, working.text, period, who, below);
    }
  }

  /** Money at hand and money owed are for who may read them, as in the minutes; typed money goes with cash. */
  maySee(definition: IndicatorDefinition): boolean {
    const asked = new Set(this.#rightsOf(definition, []));
    return guards.every((right) => !asked.has(right) || scopeOf(this.viewer.roles, right) === 'all');
  }

  /** Figures of another person go with the goals of others. */
  maySeeOf({ level, personId }: Who): boolean {
    const { viewer } = this;
    return level !== 'person' || personId === viewer.personId || may(viewer.roles, 'othersGoal.read');
  }

  #rightsOf({ key, unit, working }: IndicatorDefinition, way: readonly string[]): readonly Right[] {
    if (way.includes(key)) return [];
    const of = (name: string): readonly Right[] => {
      const part = this.library.named(name);
      return part ? this.#rightsOf(part, [...way, key]) : [];
    };
    switch (working.kind) {
      case 'sum':
        return working.parts.map(({ feature }) => drillRight(feature));
      case 'state':
        return [drillRight(stateOf[working.reader].feature)];
      case 'count':
        return [];
      case 'typed':
        return [
          ...(unit === 'fen' ? (['cash.read'] as const) : []),
          ...(working.otherwise === undefined ? [] : of(working.otherwise)),
        ];
      case 'ratio':
        return [...of(working.over), ...of(working.under)];
      case 'formula': {
        const parsed = parseFormula(working.text);
        return parsed.ok ? namesIn(parsed.formula).flatMap(({ name }) => of(name)) : [];
      }
    }
  }

  /** What was typed; else what the records give, of a quarter or year month by month where some of them were typed. */
  async #typed(
    definition: IndicatorDefinition,
    period: string,
    who: Who,
    way: readonly string[],
  ): Promise<IndicatorValue> {
    const { key, working } = definition;
    const entries = await this.entries(key, who);
    const typed = typedValue(definition, entries, period, who, this.today);
    const otherwise = working.kind === 'typed' ? working.otherwise : undefined;
    if (otherwise === undefined || typed.value !== null || typed.missing === 'not-begun') return typed;
    const kind = periodKindOf(period);
    const months = kind === 'quarter' || kind === 'year' ? monthsUpTo(period, this.today) : [];
    if (!months.some((month) => entries.has(month))) {
      const given = await this.#fresh(otherwise, period, who, way);
      return given.value === null ? typed : given;
    }
    const behind: Behind[] = [];
    let total = 0;
    for (const month of months) {
      const one = await this.#typed(definition, month, who, way);
      if (one.value === null) return typed;
      total += one.value;
      behind.push(...one.behind);
    }
    return { value: total, missing: null, about: null, behind };
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

  async #sum(
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

  async #state({ key, working }: IndicatorDefinition, span: DaySpan, who: Who): Promise<IndicatorValue> {
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

  async #count({ key, working }: IndicatorDefinition, span: DaySpan, who: Who): Promise<IndicatorValue> {
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

  /** A part of a ratio: of the period, or of so many months up to its end. */
  async #part(
    key: string,
    months: number | undefined,
    period: string,
    who: Who,
    way: readonly string[],
  ): Promise<IndicatorValue> {
    if (months === undefined) return this.#fresh(key, period, who, way);
    const entries = await this.entries(key, who);
    return sumOfMonths(key, entries, monthsTrailing(period, months, this.today), who, this.today);
  }

  async #ratio(
    { unit, working }: IndicatorDefinition,
    period: string,
    who: Who,
    way: readonly string[],
  ): Promise<IndicatorValue> {
    if (working.kind !== 'ratio') return missing('circle');
    const over = await this.#part(working.over, working.overMonths, period, who, way);
    const under = await this.#part(working.under, working.underMonths, period, who, way);
    const behind = [...over.behind, ...under.behind];
    if (over.value === null) return { ...over, about: over.about ?? working.over, behind };
    if (under.value === null) return { ...under, about: under.about ?? working.under, behind };
    const whole = (key: string, value: number): Exact =>
      natural(value, this.library.find(key)?.unit ?? 'count');
    const below = times(whole(working.under, under.value), exact(1n, BigInt(working.underShare ?? 1)));
    const quotient = dividedBy(whole(working.over, over.value), below);
    if (!quotient) return { ...missing('nothing-under', working.under), behind };
    return { value: stored(quotient, unit), missing: null, about: null, behind };
  }

  async #formula(
    { key, unit }: IndicatorDefinition,
    text: string,
    period: string,
    who: Who,
    way: readonly string[],
  ): Promise<IndicatorValue> {
    const parsed = parseFormula(text);
    if (!parsed.ok) return missing('unknown-name', key);
    const values = new Map<string, IndicatorValue>();
    for (const { name } of namesIn(parsed.formula)) {
      const part = this.library.named(name);
      values.set(name, part ? await this.#fresh(part.key, period, who, way) : missing('unknown-name', name));
    }
    const behind = [...values.values()].flatMap((value) => value.behind);
    const worked = workOut(parsed.formula, (name) => {
      const value = values.get(name)?.value ?? null;
      return value === null ? undefined : natural(value, this.library.named(name)?.unit ?? 'count');
    });
    if (worked.kind === 'nothing-under') return { ...missing('nothing-under', worked.under), behind };
    if (worked.kind === 'missing') {
      const part = values.get(worked.name);
      const about = part?.about ?? this.library.named(worked.name)?.key ?? worked.name;
      return { ...missing(part?.missing ?? 'unknown-name', about), behind };
    }
    return { value: stored(worked.value, unit), missing: null, about: null, behind };
  }
}
