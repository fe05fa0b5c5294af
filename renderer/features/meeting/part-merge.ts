import type { AgendaItem } from '#shared/features/meeting/meeting.contract.ts';
import type { AttendanceLine } from '#shared/features/meeting/meeting.rules.ts';
import { mergeFields, mergeWhole } from '#renderer/components/draft/merge-values.ts';

/** Item by item while their number stays; else as one. */
export function mergeAgenda(
  base: readonly AgendaItem[],
  mine: readonly AgendaItem[],
  theirs: readonly AgendaItem[],
): readonly AgendaItem[] | undefined {
  const whole = mergeWhole(base, mine, theirs);
  if (whole !== undefined) return whole;
  if (base.length !== mine.length || base.length !== theirs.length) return undefined;
  const merged: AgendaItem[] = [];
  for (const [index, item] of base.entries()) {
    const one = mergeFields(item, mine[index] ?? item, theirs[index] ?? item);
    if (one === undefined) return undefined;
    merged.push(one);
  }
  return merged;
}

/** Person by person: who was added on either side is there, who was taken off on either side is not. */
export function mergeAttendance(
  base: readonly AttendanceLine[],
  mine: readonly AttendanceLine[],
  theirs: readonly AttendanceLine[],
): readonly AttendanceLine[] | undefined {
  const of = (list: readonly AttendanceLine[]): Map<number, AttendanceLine> =>
    new Map(list.map((line) => [line.personId, line]));
  const [known, mineOf, theirsOf] = [of(base), of(mine), of(theirs)];
  const merged: AttendanceLine[] = [];
  for (const personId of new Set([...theirsOf.keys(), ...mineOf.keys()])) {
    const [before, own, other] = [known.get(personId), mineOf.get(personId), theirsOf.get(personId)];
    const line = mergeWhole(before ?? null, own ?? null, other ?? null);
    // Signing in is the person's own word: it goes before what the recorder noted meanwhile.
    const decided = line ?? (other?.signedWith ? other : undefined);
    if (decided === undefined && line !== null) return undefined;
    if (decided) merged.push(decided);
  }
  return merged;
}
