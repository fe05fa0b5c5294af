import { expect, it } from 'vitest';
import { emptyAnswer } from '#renderer/features/inspection/answer-queue.ts';
import { itemStates } from '#renderer/features/inspection/check-state.ts';
import type { InspectionView } from '#shared/features/inspection/inspection.contract.ts';
import { smallList } from '#tests/support/inspection.ts';

it('an item that was saved gives back exactly what a call takes, so that a note can follow its answer', () => {
  const line = {
    ...emptyAnswer,
    result: 'ng',
    item: 'paint',
    version: 3,
    personName: '周检',
    at: '2026-11-18T02:00:00.000Z',
    photos: 0,
    carriedFrom: null,
  } as const;
  const view = { content: smallList, only: [], answers: [line], photos: [], earlier: [] };
  const { photos, ...given } = itemStates(view as unknown as InspectionView, new Map()).get('paint')
    ?.answer ?? { photos: 9 };
  expect([given, photos]).toEqual([{ ...emptyAnswer, result: 'ng' }, 0]);
});
