import type { IndicatorValue, Who } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition, SumPart } from '#shared/features/indicator/indicator.definition.ts';
import { countPeriod, type Source } from '#shared/features/meeting/meeting.rules.ts';
import type { DaySpan } from '#shared/kernel/period.ts';
import { readSpans } from '../meeting/meeting.source.ts';
import type { FigureReader } from './indicator.reader.ts';
import { around, readPersonDays, sumDrill, type PersonDay } from './indicator.sums.ts';

/** Sums of a year and the one before, read once by day, and once by day and person where people are asked for. */
export class YearSums {
  readonly #sources = new Map<string, Promise<Source>>();
  readonly #people = new Map<string, Promise<readonly PersonDay[]>>();
  readonly #span: DaySpan;

  readonly read: FigureReader;

  constructor(read: FigureReader, year: number) {
    this.read = read;
    this.#span = { first: `${year - 1}-01-01`, last: `${year}-12-31` };
  }

  /** The sum of some days of the two years. */
  async value({ key, working }: IndicatorDefinition, span: DaySpan, who: Who): Promise<IndicatorValue> {
    const none: IndicatorValue = { value: null, missing: 'not-at-level', about: null, behind: [] };
    if (working.kind !== 'sum') return none;
    const people = await this.read.people(who);
    const behind: { key: string; value: number; drill: ReturnType<typeof sumDrill>; hasRows: boolean }[] = [];
    for (const part of working.parts) {
      if (people !== null && part.person === undefined) return none;
      const counted = countPeriod(await this.#source(part), span, this.read.today);
      if (counted.value === null) return { ...none, missing: counted.missing };
      const value = people === null ? counted.value : await this.#ofPeople(part, span, new Set(people));
      behind.push({ key, value, drill: sumDrill(part, span, people), hasRows: false });
    }
    return { value: behind.reduce((total, one) => total + one.value, 0), missing: null, about: null, behind };
  }

  async #ofPeople(part: SumPart, { first, last }: DaySpan, people: ReadonlySet<number>): Promise<number> {
    let total = 0;
    for (const { day, person, value } of await this.#personDays(part))
      if (day >= first && day <= last && people.has(person)) total += value;
    return total;
  }

  #source(part: SumPart): Promise<Source> {
    const key = JSON.stringify(part);
    const kept = this.#sources.get(key) ?? readSpans(this.read.reader, part, [around(this.#span)]);
    this.#sources.set(key, kept);
    return kept;
  }

  #personDays(part: SumPart): Promise<readonly PersonDay[]> {
    const key = JSON.stringify(part);
    const kept = this.#people.get(key) ?? readPersonDays(this.read.reader, part, this.#span);
    this.#people.set(key, kept);
    return kept;
  }
}
