import type { WorkCalendar } from '#shared/kernel/working-day.ts';
import type { OpeningBook } from '../../partner/partner.opening.ts';
import type { Lookups, Stored } from './lookups.ts';
import type { RowProblem } from '../feed/row-reader.ts';
import type { RowValues } from './row-values.ts';
import type { RowWriter, Written } from './row-writer.ts';

/** More than one record could be meant: a person must say. */
export class RowAsks extends Error {
  readonly feature: string;
  readonly candidates: readonly Stored[];
  /** The sentence of the question. */
  readonly code: string;

  constructor(feature: string, candidates: readonly Stored[], code = 'ambiguous') {
    super('ask');
    this.code = code;
    this.feature = feature;
    this.candidates = candidates;
  }
}

/** What applying a row has at hand. */
export type RowContext = {
  readonly values: RowValues;
  readonly lookups: Lookups;
  readonly writer: RowWriter;
  /** feature → record id, or 0 for a new one: what a person answered to a question about this row. */
  readonly decisions: ReadonlyMap<string, number>;
  warn(problem: Omit<RowProblem, 'warning'> & { address?: string }): void;
  /** How many rows with this key came before in this run; counts the row. */
  ordinal(key: string): number;
  readonly today: string;
  /** Who imports. */
  readonly personId: number | null;
  /** The store's holiday calendar, read when it is first asked for. */
  calendar(): WorkCalendar;
  /** The ledger of partner cards, for those that bring a balance in. */
  openings(): OpeningBook;
};

export type Given = Record<string, string | number | null>;
export type Apply = (row: RowContext) => readonly Written[];

const nobody: readonly string[] = [];

/** The values of one feature, references of people resolved by name. */
export function given(row: RowContext, feature: string, people: readonly string[] = nobody): Given {
  const found: Given = {};
  for (const { address, field, place } of row.values.partsOf(feature)) {
    const value = row.values.at(place);
    if (value === undefined) continue;
    if (!people.includes(field)) {
      found[field] = value;
      continue;
    }
    const person = row.lookups.person(String(value));
    if (typeof person === 'number') found[field] = person;
    else row.warn({ column: null, code: person, address });
  }
  return found;
}

export const text = (value: string | number | null | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

/** Creates or updates by a match; a decision of the person goes before it. */
export function put(
  row: RowContext,
  feature: string,
  match: Stored | undefined,
  values: Given,
  fresh: Given = {},
): Written {
  return match
    ? row.writer.update(feature, match, values)
    : row.writer.create(feature, { ...fresh, ...values });
}

/**
 * A state that follows from the dates of a file that names none. On a record that is there already it moves forward only:
 * a delivered order stays delivered, a cancelled one cancelled.
 */
export function derivedState(
  values: Given,
  match: Stored | undefined,
  derived: string,
  order: readonly string[],
): Given {
  if (values['state'] !== undefined) return {};
  const present = match ? order.indexOf(String(match['state'])) : -1;
  const moves = !match || (present >= 0 && order.indexOf(derived) > present);
  return moves ? { state: derived } : {};
}

export function only(row: RowContext, feature: string, found: readonly Stored[]): Stored | undefined {
  const decided = row.decisions.get(feature);
  if (decided !== undefined) return decided === 0 ? undefined : row.lookups.byId(feature, decided);
  if (found.length > 1) throw new RowAsks(feature, found);
  return found[0];
}
