import type { Language } from '../../kernel/language.ts';
import { isFlow, type IndicatorDefinition, type Named } from '../indicator/indicator.definition.ts';
import { shippedIndicators } from '../indicator/indicator.library.ts';
import type { GoalKind } from './goal-tree.rules.ts';

/** Whole pieces, whole fen, a rate in basis points, whole days, or hundredths of a piece. */
export type GoalUnit = 'count' | 'fen' | 'rate' | 'days' | 'hundredths';

/** An indicator as the tree of goals needs it. */
export type GoalMeasure = {
  readonly key: string;
  readonly name: Named;
  readonly unit: GoalUnit;
  readonly kind: GoalKind;
};

/**
 * How an indicator's goals go together: flows add up over months and rows; a state (stock, receivables, people at a day) of a
 * quarter or year is that of its last month, and each row has its own; shares, quotients and what is counted over longer times
 * stand alone in each cell.
 */
function kindOf(definition: Pick<IndicatorDefinition, 'unit' | 'working'>): GoalKind {
  const { working } = definition;
  if (working.kind === 'state' || (working.kind === 'typed' && working.of === 'state')) return 'state';
  return isFlow(definition) && definition.unit !== 'basisPoints' ? 'sum' : 'rate';
}

export const goalMeasure = ({
  key,
  name,
  unit,
  working,
}: Pick<IndicatorDefinition, 'key' | 'name' | 'unit' | 'working'>): GoalMeasure => ({
  key,
  name,
  unit: unit === 'basisPoints' ? 'rate' : unit,
  kind: kindOf({ unit, working }),
});

/** Goals of the indicators that come with the program. */
export const shippedMeasures: ReadonlyMap<string, GoalMeasure> = new Map(
  [...shippedIndicators.values()].map((definition) => [definition.key, goalMeasure(definition)]),
);

/** Keys of the indicators that are offered for goals, in the order of the library; parts of others are not. */
export const goalIndicators: readonly string[] = [...shippedIndicators.values()]
  .filter(({ part }) => !part)
  .map(({ key }) => key);

/** Name of an indicator that comes with the program; the key of another. */
export const goalIndicatorName = (key: string, language: Language): string =>
  shippedIndicators.get(key)?.name[language] ?? key;
