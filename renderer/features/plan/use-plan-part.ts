import {
  partChange,
  type PartChange,
  type PlanPart,
  type PlanPartContents,
} from '#shared/features/plan/plan.content.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { joinDeep, mergeDeep } from '#renderer/components/draft/merge-values.ts';
import { useDraftPlace } from '#renderer/components/draft/use-draft-keeping.ts';
import { usePart, type PartEditing } from '#renderer/components/draft/use-part.ts';
import { useFreshPlan, useSavePlanPart } from './plan.queries.ts';

/** One part of a plan's draft while it is edited; entries that two people changed apart go together. */
export function usePlanPart<Part extends PlanPart>(
  view: PlanView,
  part: Part,
  enabled: boolean,
): PartEditing<PlanPartContents[Part]> {
  const { mutate, isPending, isError, error, reset } = useSavePlanPart(view.id);
  const fresh = useFreshPlan(view.id);
  const changeOf = (content: PlanPartContents[Part]): PartChange => ({ part, content }) as PartChange; // the part's own content
  return usePart<PlanPartContents[Part]>({
    place: useDraftPlace('plan', view.id, part),
    saved: view.content.parts[part],
    version: view.edits[part]?.version ?? 0,
    enabled,
    merge: mergeDeep,
    fits: (content) => partChange.safeParse(changeOf(content)).success,
    save: {
      mutate: ({ version, value }, then) => mutate({ version, change: changeOf(value) }, then),
      isPending,
      isError,
      error,
      reset,
    },
    async fresh() {
      const now = await fresh();
      return { value: now.content.parts[part], version: now.edits[part]?.version ?? 0 };
    },
  });
}

/** Both contents of a conflict as one; undefined where that would be longer than the part takes. */
export function bothOf<Part extends PlanPart>(
  part: Part,
  { conflict }: PartEditing<PlanPartContents[Part]>,
): PlanPartContents[Part] | undefined {
  if (!conflict) return undefined;
  const content = joinDeep(conflict.base, conflict.mine, conflict.theirs);
  return partChange.safeParse({ part, content }).success ? content : undefined;
}

/** A key that no other row or block of the plan has. */
export const newKey = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 12);
