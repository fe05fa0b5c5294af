import type { Drill, Figure } from '#shared/features/meeting/meeting.pack.ts';
import type { Counted } from '#shared/features/meeting/meeting.rules.ts';

/** A counted period with the way to its rows. */
export const figure = (counted: Counted, drill: Drill): Figure => ({ ...counted, drill });

/** A figure of a source that either is supplied or never was. */
export const given = (supplied: boolean, value: number, drill: Drill): Figure =>
  supplied ? { value, missing: null, drill } : { value: null, missing: 'never-supplied', drill };
