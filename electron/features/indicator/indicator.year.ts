import type { IndicatorValue, Who } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition, SumPart } from '#shared/features/indicator/indicator.definition.ts';
import { countPeriod, type Counted, type Source } from '#shared/features/meeting/meeting.rules.ts';
import type { DaySpan } from '#shared/kernel/period.ts';
import { readSpans } from '../meeting/meeting.source.ts';
import type { FigureReader } from './indicator.reader.ts';
import { around, readPersonMonths, sumDrill, sumOfPeople, type ByPerson } from './indicator.sums.ts';

/** The answer kept for a key, made when it is first asked for. */
function kept<Key, Answer>(answers: Map<Key, Answer>, key: Key, make: () => Answer): Answer {
  const known = answers.get(key);
  if (known !== undefined) return known;
  const made = make();
  answers.set(key, made);
  return made;
}

/**
 * Sums of a year and the one before, read once by day; of people those of whole months of the year alone, read once by month
 * and person.
 */
export class YearSums {
  readonly #sources = new Map<SumPart, Promise<Source>>();
  readonly #counted = new Map<SumPart, Map<string, Counted>>();
  readonly #people = new Map<SumPart, Promise<ByPerson>>();
  readonly #span: DaySpan;
  readonly #year: DaySpan;
  readonly read: FigureReader;

  constructor(read: FigureReader, year: number) {
    this.read = read;
    this.#span = { first: `${year - 1}-01-01`, last: `${year}-12-31` };
    this.#year = { first: `${year}-01-01`, last: `${year}-12-31` };
  }

  /** The sum of some days of the two years, of people of whole months of the year itself. */
  async value({ key, working }: IndicatorDefinition, span: DaySpan, who: Who): Promise<IndicatorValue> {
    const none: IndicatorValue = { value: null, missing: 'not-at-level', about: null, behind: [] };
    if (working.kind !== 'sum') return none;
    const people = await this.read.people(who);
    const behind: { key: string; value: number; drill: ReturnType<typeof sumDrill>; hasRows: boolean }[] = [];
    for (const part of working.parts) {
      if (people !== null && part.person === undefined) return none;
      const counted = await this.#count(part, span);
      if (counted.value === null) return { ...none, missing: counted.missing };
      const value = people === null ? counted.value : await this.#ofPeople(part, span, people);
      behind.push({ key, value, drill: sumDrill(part, span, people), hasRows: false });
    }
    return { value: behind.reduce((total, one) => total + one.value, 0), missing: null, about: null, behind };
  }

  async #count(part: SumPart, span: DaySpan): Promise<Counted> {
    const source = await kept(this.#sources, part, () =>
      readSpans(this.read.reader, part, [around(this.#span)]),
    );
    const answers = kept(this.#counted, part, () => new Map<string, Counted>());
    return kept(answers, `${span.first} ${span.last}`, () => countPeriod(source, span, this.read.today));
  }

  async #ofPeople(part: SumPart, span: DaySpan, people: readonly number[]): Promise<number> {
    const byPerson = await kept(this.#people, part, async (): Promise<ByPerson> => {
      const months = await readPersonMonths(this.read.reader, part, this.#year);
      return Map.groupBy(months, ({ person }) => person);
    });
    return sumOfPeople(byPerson, span, people);
  }
}
