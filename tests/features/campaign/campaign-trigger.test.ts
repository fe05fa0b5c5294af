import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triggerKinds, type ResponseCode } from '#shared/features/campaign/campaign.fields.ts';
import {
  eventDays,
  mayTrigger,
  tierReachedOn,
  triggerWindow,
  type TriggerTerms,
} from '#shared/features/campaign/campaign-trigger.rules.ts';
import { addDays } from '#shared/kernel/day.ts';
import type { DeskErrorData } from '#shared/rpc/desk-error.ts';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow } from '#tests/support/core.ts';
import { importedRepair, newCustomer } from '#tests/support/records.ts';

const rule: TriggerTerms = { kind: 'noVisit', days: 180, openDays: 60, coolingDays: 90, capPerYear: 2 };

describe('trigger rules', () => {
  it('an event is on the list today exactly when today lies in its window', () => {
    assert(
      property(
        constantFrom(...triggerKinds),
        integer({ min: 0, max: 90 }),
        integer({ min: 1, max: 60 }),
        integer({ min: -200, max: 200 }),
        (kind, days, openDays, offset) => {
          const terms = { ...rule, kind, days, openDays };
          const today = '2028-02-29';
          const eventOn = addDays(today, offset);
          const { from, until } = triggerWindow(terms, eventOn);
          const { from: first, to: last } = eventDays(terms, today);
          expect(eventOn >= first && eventOn <= last).toBe(today >= from && today <= until);
        },
      ),
      { numRuns: 300 },
    );
  });

  const told = (code: ResponseCode, on: string) => ({ code, on, nextOn: null });
  it.each([
    ['nobody was asked', [], true],
    ['answered on this occasion', [told('accepted', '2026-11-10')], false],
    ['not reached on this occasion', [told('noAnswer', '2026-11-10')], true],
    ['not reached today', [told('noAnswer', '2026-11-18')], false],
    ['within the rest', [told('refused', '2026-08-21')], false],
    ['the rest is over', [told('refused', '2026-08-20')], true],
    ['twice this year', [told('refused', '2026-01-05'), told('refused', '2026-05-05')], false],
    ['once this year', [told('refused', '2025-12-31'), told('refused', '2026-05-05')], true],
    ['a wrong number on this occasion', [told('wrongNumber', '2026-11-07')], false],
    [
      'a wrong number, and the days until it is tried again are over',
      [told('wrongNumber', '2026-11-06')],
      true,
    ],
    ['not spoken about on this occasion', [told('notRaised', '2026-11-10')], false],
    ['not spoken about, and the rule’s days are over', [told('notRaised', '2026-11-08')], true],
    ['not spoken about on the one before', [told('notRaised', '2026-11-01')], true],
    [
      'calls without answer do not count',
      [told('noAnswer', '2026-01-05'), told('noAnswer', '2026-11-02')],
      true,
    ],
  ] as const)('%s', (_name, answers, may) =>
    expect(
      mayTrigger(rule, answers, '2026-11-05', '2026-11-18', { repeatDays: 10, wrongNumberDays: 12 }),
    ).toBe(may),
  );

  const span = { from: '2026-11-01', to: '2026-11-30' };
  it.each([
    [
      'reached by the sum',
      [
        ['2026-03-01', 600],
        ['2026-11-10', 400],
      ],
      '2026-11-10',
    ],
    [
      'not enough',
      [
        ['2026-03-01', 600],
        ['2026-11-10', 399],
      ],
      null,
    ],
    [
      'old sales fell out',
      [
        ['2025-11-09', 600],
        ['2026-11-10', 400],
      ],
      null,
    ],
    [
      'reached before',
      [
        ['2026-10-01', 1000],
        ['2026-11-10', 1],
      ],
      null,
    ],
    [
      'taken back the same day',
      [
        ['2026-11-10', 1000],
        ['2026-11-10', -1000],
      ],
      null,
    ],
  ] as const)('a tier: %s', (_name, sales, on) =>
    expect(
      tierReachedOn(
        sales.map(([day, fen]) => ({ on: day, fen })),
        [0, 1000, 5000],
        span,
      ),
    ).toBe(on),
  );
});

describe.each(carriers)('triggers over %s', (carrier) => {
  it('find whom their events name, speak once, and are off until they were looked at', async () => {
    const core = await openTestCore();
    const { client } = await ownerWindow(core, carrier);
    const add = async (given: Parameters<typeof newCustomer>[0]): Promise<number> =>
      (await client.customer.create({ values: newCustomer(given) })).id;
    const first = await add({ name: '新客' });
    const lost = await add({ name: '久未到店' });
    const silent = await add({ name: '免打扰', doNotCall: true });
    const born = await add({ name: '寿星', bornOn: '1980-11-20' });
    await importedRepair(core, { number: 'R1', customerId: first, checkedInOn: '2026-11-15', labourFen: 1 });
    for (const customerId of [lost, silent])
      await importedRepair(core, {
        number: `R-${customerId}`,
        customerId,
        checkedInOn: '2026-05-01',
        labourFen: 1,
      });
    const rules = (await client.campaignTrigger.list({ sort: [{ field: 'id', descending: false }] })).rows;
    expect(rules.map(({ kind, active }) => [kind, active])).toEqual(
      triggerKinds.map((kind) => [kind, false]),
    );
    const of = (kind: string) => rules.find((one) => one.kind === kind)?.id ?? 0;
    const found = async (kind: string) => (await client.campaignTrigger.preview({ id: of(kind) })).whom;
    expect(await found('firstVisit')).toEqual([{ customerId: first, name: '新客', eventOn: '2026-11-15' }]);
    expect(await found('birthday')).toEqual([{ customerId: born, name: '寿星', eventOn: '2026-11-20' }]);
    expect(await client.campaignTrigger.preview({ id: of('noVisit') })).toMatchObject({
      isActive: false,
      heads: 1,
      silent: 1,
      resting: 0,
    });
    for (const kind of ['tierReached', 'madeGood', 'pointsExpiring', 'voucherExpiring', 'vehicleAge'])
      expect(await found(kind)).toEqual([]);
    expect((await client.campaign.touches({})).total).toBe(0);
    const wrong: DeskErrorData | undefined = await client.campaignTrigger
      .switch({ id: of('noVisit'), active: true, seen: 7 })
      .then(() => undefined, errorData);
    expect(wrong).toMatchObject({ reason: 'campaign-preview-changed' });
    await client.campaignTrigger.switch({ id: of('noVisit'), active: true, seen: 1 });
    const { lines } = await client.campaign.touches({});
    expect(
      lines.map(({ customerId, reasons }) => [customerId, reasons[0]?.kind, reasons[0]?.eventOn]),
    ).toEqual([[lost, 'noVisit', '2026-05-01']]);
    const answer = { campaignId: null, triggerId: of('noVisit'), words: '', nextOn: null, gives: false };
    await client.campaign.enter({ ...answer, customerId: lost, code: 'accepted' });
    expect((await client.campaign.touches({})).total).toBe(0);
    expect(await client.campaignTrigger.preview({ id: of('noVisit') })).toMatchObject({
      heads: 0,
      resting: 1,
    });
    // A changed condition asks for a new look.
    const { record } = await client.campaignTrigger.get({ id: of('noVisit') });
    const {
      id,
      version,
      createdAt: _at,
      updatedAt: _up,
      removedAt: _gone,
      active: _active,
      ...values
    } = record;
    await client.campaignTrigger.update({ id, version, values: { ...values, days: 90 } });
    expect((await client.campaignTrigger.get({ id })).record.active).toBe(false);

    // For customers of a segment or a risk alone.
    const narrow = async (given: { segment: 'A' | 'D' | null; risk: 'low' | 'high' | null }) => {
      const { record: one } = await client.campaignTrigger.get({ id: of('birthday') });
      const {
        id: _id,
        version: now,
        createdAt: _at2,
        updatedAt: _up2,
        removedAt: _gone2,
        active: _on,
        ...rest
      } = one;
      await client.campaignTrigger.update({
        id: of('birthday'),
        version: now,
        values: { ...rest, ...given },
      });
      return (await found('birthday')).map(({ name }) => name);
    };
    expect(await narrow({ segment: 'D', risk: null })).toEqual(['寿星']);
    expect(await narrow({ segment: 'A', risk: null })).toEqual([]);
    expect(await narrow({ segment: 'D', risk: 'high' })).toEqual([]);
    expect(await narrow({ segment: null, risk: 'low' })).toEqual(['寿星']);
    expect(await narrow({ segment: null, risk: null })).toEqual(['寿星']);
  });
});
