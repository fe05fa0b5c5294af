import { describe, expect, it } from 'vitest';
import { leadFields } from '#shared/features/lead/lead.fields.ts';
import { testDriveMarked, visitMarked } from '#shared/features/lead/lead.rules.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';

describe('marks of a lead', () => {
  const fresh = { state: 'new', visitedOn: null, testDrivenOn: null, note: 'x' };

  it.each([
    [visitMarked, fresh, { state: 'following', visitedOn: '2026-11-18', testDrivenOn: null }],
    [testDriveMarked, fresh, { state: 'testDrive', visitedOn: '2026-11-18', testDrivenOn: '2026-11-18' }],
    // What is known stays, and what is further does not go back.
    [
      testDriveMarked,
      { ...fresh, state: 'won', visitedOn: '2026-11-02' },
      { state: 'won', visitedOn: '2026-11-02', testDrivenOn: '2026-11-18' },
    ],
    [
      visitMarked,
      { ...fresh, state: 'testDrive', visitedOn: '2026-11-02', testDrivenOn: '2026-11-03' },
      { state: 'testDrive', visitedOn: '2026-11-02', testDrivenOn: '2026-11-03' },
    ],
    // A day that was typed brings the visit along.
    [
      testDriveMarked,
      { ...fresh, testDrivenOn: '2026-11-05' },
      { state: 'testDrive', visitedOn: '2026-11-05', testDrivenOn: '2026-11-05' },
    ],
  ] as const)('%s', (mark, before, after) =>
    expect(mark(before, '2026-11-18')).toEqual({ note: 'x', ...after }),
  );
});

describe.each(carriers)('days of a lead over %s', (carrier) => {
  it('a consultant marks own leads; what has not happened yet is refused beside its day', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const seller = await personWindow(core, carrier, owner, '小陈', ['salesConsultant']);
    const values = newValues(leadFields, {
      customerName: '王强',
      arrivedOn: '2026-11-10',
      consultantId: seller.personId,
    });
    const { id } = await seller.client.lead.create({ values });
    const marked = testDriveMarked(values, '2026-11-18');
    await seller.client.lead.update({ id, version: 1, values: marked });
    expect((await seller.client.lead.get({ id })).record).toMatchObject({
      state: 'testDrive',
      visitedOn: '2026-11-18',
      testDrivenOn: '2026-11-18',
    });
    await expect(
      seller.client.lead.update({ id, version: 2, values: { ...marked, testDrivenOn: '2026-11-19' } }),
    ).rejects.toMatchObject({
      data: { issues: [{ field: 'values.testDrivenOn', issue: 'in-future' }] },
    });
  });
});
