import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CellDone, DistributionInput, GoalGrid } from '#shared/features/goal/goal.contract.ts';
import type { GoalMode } from '#shared/features/goal/goal-edit.rules.ts';
import { desk } from '#renderer/transport/desk.ts';

/** Keyed by the feature word of what changes, so that a change of any window is seen (`useLiveEvents`). */
const feature = 'goalPlan';

export type GridChoice = {
  readonly year: number;
  readonly planId?: number;
  readonly indicators: readonly string[];
};

export const useGoalGrid = ({ year, planId, indicators }: GridChoice) =>
  useQuery<GoalGrid>({
    queryKey: [feature, 'grid', year, planId ?? null, indicators],
    queryFn: ({ signal }) =>
      desk.goal.grid(
        { year, indicators: [...indicators], ...(planId === undefined ? {} : { planId }) },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });

export const useDistributionPreview = (input: DistributionInput | null) =>
  useQuery({
    queryKey: [feature, 'preview', input],
    queryFn: ({ signal }) => desk.goal.preview(input as DistributionInput, { signal }), // enabled with an input only
    enabled: input !== null,
    retry: false,
    placeholderData: keepPreviousData,
  });

export const useGoalResources = (planId: number, month: string) =>
  useQuery({
    queryKey: [feature, 'resources', planId, month],
    queryFn: ({ signal }) => desk.goal.resources({ planId, month }, { signal }),
    placeholderData: keepPreviousData,
  });

export type SentCell = {
  readonly indicator: string;
  readonly row: string;
  readonly period: string;
  readonly value: number | null;
  readonly seen: number | null;
  /** Days that were set by hand, of an undo. */
  readonly days?: { readonly value: number[] | null; readonly seen: number[] | null };
};

/** One change of goals; whatever shows goals is read again, also after a refusal. */
export type GoalChange =
  | { readonly kind: 'set'; readonly cells: readonly SentCell[]; readonly mode: GoalMode }
  | { readonly kind: 'takeBack'; readonly cells: readonly SentCell[] }
  | { readonly kind: 'promise'; readonly cells: readonly SentCell[] }
  | {
      readonly kind: 'lock';
      readonly locked: boolean;
      readonly cells: readonly {
        readonly indicator: string;
        readonly row: string;
        readonly period: string;
      }[];
    }
  | { readonly kind: 'distribute'; readonly input: DistributionInput }
  | { readonly kind: 'handOn'; readonly row: string; readonly from: string; readonly to: readonly string[] };

export type ChangeDone = {
  readonly changes: readonly CellDone[];
  readonly raised: readonly { readonly indicator: string; readonly row: string; readonly period: string }[];
};

const nothing: ChangeDone = { changes: [], raised: [] };

async function send(planId: number, change: GoalChange): Promise<ChangeDone> {
  switch (change.kind) {
    case 'set':
      return desk.goal.set({ planId, cells: [...change.cells], mode: change.mode });
    case 'takeBack':
      return desk.goal.takeBack({ planId, cells: [...change.cells] });
    case 'promise':
      return desk.goal.promise({ planId, cells: [...change.cells] });
    case 'lock':
      await desk.goal.lock({ planId, locked: change.locked, cells: [...change.cells] });
      return nothing;
    case 'handOn':
      return desk.goal.handOn({ planId, row: change.row, from: change.from, to: [...change.to] });
    case 'distribute':
      return desk.goal.distribute(change.input);
  }
}

export function useGoalChange(planId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: GoalChange) => send(planId, change),
    onSettled: () => client.invalidateQueries({ queryKey: [feature] }),
  });
}

export type PlanStep =
  | { readonly kind: 'openDraft'; readonly year: number; readonly reason: string }
  | { readonly kind: 'enforce'; readonly planId: number; readonly version: number; readonly reason: string }
  | { readonly kind: 'discardDraft'; readonly planId: number; readonly version: number };

export function usePlanStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (step: PlanStep): Promise<void> => {
      if (step.kind === 'openDraft') await desk.goal.openDraft({ year: step.year, reason: step.reason });
      else if (step.kind === 'enforce')
        await desk.goal.enforce({ planId: step.planId, version: step.version, reason: step.reason });
      else await desk.goal.discardDraft({ planId: step.planId, version: step.version });
    },
    onSettled: () => client.invalidateQueries({ queryKey: [feature] }),
  });
}
