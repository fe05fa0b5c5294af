import type { FormValue, FormValues } from './draft-store.ts';

/** Two people changed one record: what each of them did, field by field, and one record out of both. */

export type Difference = {
  readonly field: string;
  /** As the person opened it. */
  readonly base: FormValue;
  readonly mine: FormValue;
  readonly theirs: FormValue;
  /** Both changed it, to different values: the person must choose. */
  readonly clash: boolean;
};

export type Side = 'mine' | 'theirs';

const at = (values: FormValues, name: string): FormValue => values[name] ?? null;

/** Fields that somebody changed, in the order of the form; those that both changed alike are no difference. */
export function differences(
  names: readonly string[],
  base: FormValues,
  mine: FormValues,
  theirs: FormValues,
): Difference[] {
  return names.flatMap((field) => {
    const [old, my, their] = [at(base, field), at(mine, field), at(theirs, field)];
    if (my === their || (my === old && their === old)) return [];
    return [{ field, base: old, mine: my, theirs: their, clash: my !== old && their !== old }];
  });
}

/** Without a choice, what only one of the two changed is taken from that one; a clash stays with the person's own. */
export const usualSide = ({ base, mine, clash }: Difference): Side =>
  clash || mine !== base ? 'mine' : 'theirs';

/** One set of values: theirs, with the person's own where they chose so. */
export function merged(
  theirs: FormValues,
  found: readonly Difference[],
  sides: Readonly<Record<string, Side>>,
): FormValues {
  const values: Record<string, FormValue> = { ...theirs };
  for (const difference of found) {
    const side = sides[difference.field] ?? usualSide(difference);
    if (side === 'mine') values[difference.field] = difference.mine;
  }
  return values;
}
