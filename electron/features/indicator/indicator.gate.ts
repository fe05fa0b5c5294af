import { ownBands } from '#shared/features/indicator/indicator-band.rules.ts';
import { circleFrom, namesIn, parseFormula } from '#shared/features/indicator/indicator-formula.rules.ts';
import { shippedIndicators } from '#shared/features/indicator/indicator.library.ts';
import type { Day } from '#shared/kernel/day.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import type { CommandContext } from '#electron/kernel/handler.ts';
import type { RecordValues } from '#electron/kernel/record/record-definition.ts';
import { checkValidSpan } from '#electron/kernel/record/valid-span.ts';
import { libraryOn, limitsOf, listOwnIndicators, type OwnIndicator } from './indicator.library.ts';

/** What may not change once figures were told by it: another definition is a new version. */
const settled = ['unit', 'way', 'formula', 'direction', 'green', 'amber', 'validFrom'] as const;

/** Gate of the store's own indicators: names and dates that do not clash, a formula that can be worked out. */
export async function indicatorMayBe(
  { writer }: CommandContext,
  before: RecordValues | null,
  after: RecordValues,
): Promise<void> {
  checkValidSpan(after);
  const changed = before === null ? undefined : settled.find((name) => before[name] !== after[name]);
  if (changed !== undefined) throw invalidField(`values.${changed}`, 'indicator-revise');
  const row = after as unknown as OwnIndicator; // values of the field table, settled
  const others = (await listOwnIndicators(writer)).filter(({ id }) => id !== after['id']);
  checkNames(row, others);
  const bands = ownBands(limitsOf(row));
  if (!bands.ok) throw invalidField(`values.${bands.field}`, bands.issue);
  const twin = others.find(
    (one) =>
      one.key === row.key &&
      one.validFrom <= (row.validTo ?? '9999-12-31') &&
      (one.validTo === null || one.validTo >= row.validFrom),
  );
  if (twin) throw invalidField('values.validFrom', 'indicator-version-overlaps', { version: twin.edition });
  if (row.way === 'formula') checkFormula(row, others);
  else if (row.formula !== null) throw invalidField('values.formula', 'formula-not-asked');
}

function checkNames({ key, name, nameEn }: OwnIndicator, others: readonly OwnIndicator[]): void {
  const taken = [
    ...[...shippedIndicators.values()].flatMap((one) => [one.key, one.name['zh-CN'], one.name.en]),
    ...others.filter((one) => one.key !== key).flatMap((one) => [one.key, one.name, one.nameEn ?? one.name]),
  ];
  if (taken.includes(name)) throw invalidField('values.name', 'taken');
  if (nameEn !== null && taken.includes(nameEn)) throw invalidField('values.nameEn', 'taken');
}

/** Reads a formula, finds its names and refuses circles. Issues stand beside `values.formula`, with their place. */
function checkFormula(row: OwnIndicator, others: readonly OwnIndicator[]): void {
  const field = 'values.formula';
  const parsed = parseFormula(row.formula ?? '');
  if (!parsed.ok) throw invalidField(field, parsed.issue, { at: parsed.at, text: parsed.text });
  // The version that is being saved stands for its indicator.
  const rows = [...others.filter(({ key }) => key !== row.key), row];
  const day: Day = row.validFrom;
  const library = libraryOn(rows, day);
  for (const { name, at } of namesIn(parsed.formula))
    if (!library.named(name)) throw invalidField(field, 'formula-unknown-name', { name, at });
  const circle = circleFrom(row.key, (key) => {
    const working = library.find(key)?.working;
    const formula = working?.kind === 'formula' ? parseFormula(working.text) : undefined;
    return formula?.ok ? namesIn(formula.formula).flatMap(({ name }) => library.named(name)?.key ?? []) : [];
  });
  if (circle) {
    const names = circle.map((key) => library.find(key)?.name['zh-CN'] ?? key);
    throw invalidField(field, 'formula-circle', { way: names.join(' → ') });
  }
}
