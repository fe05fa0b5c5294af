import { ownBands, type BandLimits } from '#shared/features/indicator/indicator-band.rules.ts';
import type {
  Band,
  Direction,
  IndicatorDefinition,
  Working,
} from '#shared/features/indicator/indicator.definition.ts';
import type { IndicatorUnit } from '#shared/features/indicator/indicator.exact.ts';
import { shippedIndicators } from '#shared/features/indicator/indicator.library.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';

/** The store's own definitions as they are kept, all versions. */
export type OwnIndicator = {
  readonly id: number;
  readonly key: string;
  readonly edition: number;
  readonly name: string;
  readonly nameEn: string | null;
  readonly unit: string;
  readonly unitName: string | null;
  readonly direction: string;
  readonly way: string;
  readonly formula: string | null;
  readonly green: string | null;
  readonly amber: string | null;
  readonly exclusions: string | null;
  readonly source: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

export async function listOwnIndicators(reader: Reader | Writer): Promise<OwnIndicator[]> {
  return reader
    .selectFrom('indicator')
    .select([
      'id',
      'key',
      'edition',
      'name',
      'nameEn',
      'unit',
      'unitName',
      'direction',
      'way',
      'formula',
      'green',
      'amber',
      'exclusions',
      'source',
      'validFrom',
      'validTo',
    ]) // prettier-ignore
    .where('removedAt', 'is', null)
    .orderBy('key')
    .orderBy('validFrom')
    .execute();
}

const workingOf = ({ way, formula }: OwnIndicator): Working =>
  way === 'formula'
    ? { kind: 'formula', text: formula ?? '' }
    : { kind: 'typed', of: way === 'state' ? 'state' : 'flow' };

/** Limits of an own indicator as its bands are worked out from. */
export const limitsOf = ({ unit, direction, green, amber }: OwnIndicator): BandLimits => ({
  unit: unit as IndicatorUnit, // choices are written through the field table only
  direction: direction as Direction,
  green,
  amber,
});

function bandsOf(row: OwnIndicator): readonly Band[] {
  const read = ownBands(limitsOf(row));
  return read.ok ? read.bands : [];
}

export function definitionOfOwn(row: OwnIndicator): IndicatorDefinition {
  const both = (text: string | null) => ({ 'zh-CN': text ?? '', en: text ?? '' });
  return {
    key: row.key,
    version: row.edition,
    name: { 'zh-CN': row.name, en: row.nameEn ?? row.name },
    unit: row.unit as IndicatorUnit, // choices are written through the field table only
    unitName: both(row.unitName),
    direction: row.direction as Direction,
    working: workingOf(row),
    formula: row.way === 'formula' ? both(row.formula) : { 'zh-CN': '手工填报', en: 'Typed by hand' },
    whyTyped: both(null),
    exclusions: both(row.exclusions),
    source: both(row.source),
    bands: bandsOf(row),
    part: false,
    validFrom: row.validFrom,
    validTo: row.validTo,
    recordId: row.id,
  };
}

/** The definitions that hold on a day. */
export type Library = {
  readonly own: readonly IndicatorDefinition[];
  /** Every key in the order of the library. */
  readonly keys: readonly string[];
  find(key: string): IndicatorDefinition | undefined;
  /** By key, or by name in either language. */
  named(name: string): IndicatorDefinition | undefined;
};

export const holdsOn = (
  { validFrom, validTo }: { readonly validFrom: Day; readonly validTo: Day | null },
  day: Day,
): boolean => validFrom <= day && (validTo === null || validTo >= day);

/** The library on a day: shipped definitions and the store's own. */
export function libraryOn(rows: readonly OwnIndicator[], day: Day): Library {
  const own = rows.filter((row) => holdsOn(row, day)).map(definitionOfOwn);
  const byKey = new Map(own.map((definition) => [definition.key, definition]));
  const all = [...shippedIndicators.values(), ...own];
  const find = (key: string): IndicatorDefinition | undefined => shippedIndicators.get(key) ?? byKey.get(key);
  return {
    own,
    keys: all.map(({ key }) => key),
    find,
    named: (name) => find(name) ?? all.find((one) => one.name['zh-CN'] === name || one.name.en === name),
  };
}
