import { expect, it } from 'vitest';
import { refundDocument } from '#electron/features/membership/membership.report.ts';
import type { Refund } from '#shared/features/membership/membership-refund.rules.ts';
import type { RefundView } from '#shared/features/membership/membership-views.ts';

it.each([
  ['zh-CN', '加回由赠送部分承担的', '没有款项可退'],
  ['en', 'Added back: the part borne by the bonus', 'Nothing is to be paid back'],
] as const)('a refund in %s says what is added back, and why nothing is paid', (language, bonus, nothing) => {
  const part: Refund = {
    kind: 'storedValue',
    entryId: 1,
    paidOn: '2026-03-01',
    name: null,
    refundFen: 55_000,
    lines: [
      { key: 'paid', params: {}, fen: 100_000 },
      { key: 'usedCharged', params: { used: 50_000 }, fen: -50_000 },
      { key: 'bonusShare', params: { bonusFen: 11_111, totalFen: 111_111 }, fen: 5_000 },
    ],
  };
  const paper = (view: Pick<RefundView, 'parts' | 'totalFen'>): string =>
    JSON.stringify(
      refundDocument(
        {
          store: '店',
          auditCode: 'A',
          number: 'M1',
          customerName: '李',
          view: { ...view, day: '2026-11-18', cause: 'member' },
        },
        language,
        '2026-11-18T02:00:00.000Z',
      ).blocks,
    );
  const paid = paper({ parts: [part], totalFen: 55_000 });
  expect(paid).toContain(`["${bonus}`);
  expect(paid).toContain('"+¥50.00"]');
  expect(paid).toContain('"¥1,000.00"]');
  expect(paid).not.toContain(nothing);
  const without = paper({ parts: [], totalFen: 0 });
  const usedUp = paper({ parts: [{ ...part, refundFen: 0 }], totalFen: 0 });
  for (const one of [without, usedUp]) expect(one).toContain(nothing);
  expect(without).not.toBe(usedUp);
});
