import type { PlanPart, PlanPartContents } from '#shared/features/plan/plan.content.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import type { PartEditing } from '#renderer/components/draft/use-part.ts';

/** What a part of the page works on. */
export type PartProps<Part extends PlanPart> = {
  readonly view: PlanView;
  readonly part: PartEditing<PlanPartContents[Part]>;
  readonly editable: boolean;
};

/** Rates on the screen: `12.3%`, a dash where there is nothing to divide by. */
export const rateText = (basisPoints: number | null): string =>
  basisPoints === null ? '—' : `${(Math.round(basisPoints / 10) / 10).toFixed(1)}%`;
