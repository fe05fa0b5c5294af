import type { Language } from '../../kernel/language.ts';
import { isFlow, type IndicatorDefinition } from '../indicator/indicator.definition.ts';
import { shippedIndicators } from '../indicator/indicator.library.ts';
import type { GoalKind } from './goal-tree.rules.ts';

/** Whole pieces, whole fen, or a rate in basis points, which is never summed. */
export type GoalUnit = 'count' | 'fen' | 'rate';

/** Flows in pieces or money add up over months and people; shares stand alone. Others have no goals in the tree. */
function unitOf(definition: IndicatorDefinition): GoalUnit | undefined {
  if (definition.unit === 'basisPoints') return 'rate';
  return isFlow(definition) && (definition.unit === 'count' || definition.unit === 'fen')
    ? definition.unit
    : undefined;
}

/** The unit of an indicator's goals; undefined where there is none of this key. */
export function goalUnit(key: string): GoalUnit | undefined {
  const definition = shippedIndicators.get(key);
  return definition && unitOf(definition);
}

/** Rates stand alone, everything else adds up. */
export const goalKindOf = (unit: GoalUnit): GoalKind => (unit === 'rate' ? 'rate' : 'sum');

/** Keys of the indicators that are offered for goals, in the order of the library; parts of others are not. */
export const goalIndicators: readonly string[] = [...shippedIndicators.values()]
  .filter((definition) => !definition.part && unitOf(definition) !== undefined)
  .map(({ key }) => key);

/** Name of an indicator; its key where it is unknown. */
export const goalIndicatorName = (key: string, language: Language): string =>
  shippedIndicators.get(key)?.name[language] ?? key;
