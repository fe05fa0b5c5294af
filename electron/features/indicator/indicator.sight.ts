import type { Who } from '#shared/features/indicator/indicator.contract.ts';
import type { IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import { namesIn, parseFormula } from '#shared/features/indicator/indicator-formula.rules.ts';
import { drillRight } from '#shared/features/meeting/meeting.drills.ts';
import { guards } from '#shared/features/meeting/meeting.sight.ts';
import { may, scopeOf, type Right, type Role } from '#shared/rpc/rights.ts';
import type { Library } from './indicator.library.ts';
import { stateOf } from './indicator.states.ts';

/** Who reads: what a person may see depends on the roles, and on whether the figure is the person's own. */
export type Viewer = { readonly personId: number; readonly roles: readonly Role[] };

/** The rights that the records behind a figure ask for, through all its parts. `way`: the indicators above it. */
function rightsOf(
  library: Library,
  { key, unit, working }: IndicatorDefinition,
  way: readonly string[],
): readonly Right[] {
  if (way.includes(key)) return [];
  const of = (name: string): readonly Right[] => {
    const part = library.named(name);
    return part ? rightsOf(library, part, [...way, key]) : [];
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

/** Money at hand and money owed are for who may read them, as in the minutes; typed money goes with cash. */
export function maySeeFigure(library: Library, { roles }: Viewer, definition: IndicatorDefinition): boolean {
  const asked = new Set(rightsOf(library, definition, []));
  return guards.every((right) => !asked.has(right) || scopeOf(roles, right) === 'all');
}

/** Figures of another person go with the goals of others. */
export const maySeeOf = (viewer: Viewer, { level, personId }: Who): boolean =>
  level !== 'person' || personId === viewer.personId || may(viewer.roles, 'othersGoal.read');
