import type { Behind, IndicatorValue, Who } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
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
import type { Day } from '#shared/kernel/day.ts';
import type { DaySpan } from '#shared/kernel/period.ts';
import type { Reader } from '#electron/kernel/database.ts';
import {
  monthsTrailing,
  monthsUpTo,
  readEntries,
  sumOfMonths,
  typedValue,
  type Entries,
} from './indicator.entries.ts';
import type { Library } from './indicator.library.ts';
import { Memo } from './indicator.memo.ts';
import { missing, RowReader } from './indicator.row-reader.ts';
import { maySeeFigure, maySeeOf, type Viewer } from './indicator.sight.ts';
import { whoKey } from './indicator.who.ts';

/** Reads figures of indicators at one moment, for one person's eyes. */
export class FigureReader {
  readonly #memo = new Memo();
  readonly #rows: RowReader;
  readonly reader: Reader;
  readonly library: Library;
  readonly today: Day;
  readonly viewer: Viewer;

  constructor(reader: Reader, library: Library, today: Day, viewer: Viewer) {
    this.reader = reader;
    this.#rows = new RowReader(reader, today);
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
    return (await this.#rows.sum(definition, definition.working.parts, span, who)).value;
  }

  people(who: Who): Promise<readonly number[] | null> {
    return this.#rows.people(who);
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
        return once(() => this.#rows.sum(definition, working.parts, span, who));
      case 'state':
        return once(() => this.#rows.state(definition, span, who));
      case 'count':
        return once(() => this.#rows.count(definition, span, who));
      case 'typed':
        return this.#typed(definition, period, who, below);
      case 'ratio':
        return this.#ratio(definition, period, who, below);
      case 'formula':
        return this.#formula(definition, working.text, period, who, below);
    }
  }

  maySee(definition: IndicatorDefinition): boolean {
    return maySeeFigure(this.library, this.viewer, definition);
  }

  maySeeOf(who: Who): boolean {
    return maySeeOf(this.viewer, who);
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
