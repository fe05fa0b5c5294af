import { describe, expect, it } from 'vitest';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { carriers, openTestCore, ownerWindow, password, personWindow } from '#tests/support/core.ts';
import { newComplaint } from '#tests/support/complaints.ts';
import { carryOut, newStock, onlySmallLists } from '#tests/support/inspection.ts';
import { newValues } from '#tests/support/records.ts';

describe.each(carriers)('a scanned code over %s', (carrier) => {
  it('opens the vehicle in stock, the repair in the house, the vehicle, or the sheet whose number it is', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await onlySmallLists(core);
    const inspector = await personWindow(core, carrier, owner, '质检', ['inspector']);
    const { client } = owner;
    const scan = (code: string, window = owner) => window.client.search.scan({ code });

    const stock = newStock({ vin: 'LZZ5CLVB0KA000001' });
    const { id: stockId } = await client.stock.create({ values: stock });
    expect(await scan(' lzz5clvb0ka000001 ')).toEqual({ feature: 'stock', id: stockId });

    const plated = { plate: '粤B12345', vin: '1M8GDM9AXKP042788' };
    const { id: vehicleId } = await client.vehicle.create({ values: newValues(vehicleFields, plated) });
    expect(await scan(plated.vin)).toEqual({ feature: 'vehicle', id: vehicleId });
    expect(await scan('粤B·12345')).toEqual({ feature: 'vehicle', id: vehicleId });
    const repair = newValues(repairFields, {
      number: 'GD1',
      vehicleId,
      state: 'working',
      checkedInOn: '2026-11-18',
    });
    const { id: repairId } = await client.repair.create({ values: repair });
    expect(await scan('粤B12345')).toEqual({ feature: 'repair', id: repairId });

    const inspectionId = await carryOut(
      inspector,
      password,
      { purpose: 'arrival', stockId },
      { paint: { result: 'ng', note: '划伤' } },
      { ownerId: 1, dueOn: '2026-11-20' },
    );
    expect(await scan('2026-q001')).toEqual({ feature: 'inspection', id: inspectionId });
    expect(await scan('2026-A001')).toMatchObject({ feature: 'action' });
    const { id } = await client.complaint.create({ values: newComplaint() });
    expect(await scan('2026-T001')).toEqual({ feature: 'complaint', id });
    expect([await scan('2026-T999'), await scan('2026-X001'), await scan('没有这个')]).toEqual([
      null,
      null,
      null,
    ]);

    // Nobody is led to what the post may not read.
    const technician = await personWindow(core, carrier, owner, '技师', ['technician']);
    expect(await scan('2026-T001', technician)).toBeNull();
    expect(await scan('2026-Q001', technician)).toMatchObject({ feature: 'inspection' });
  });
});

describe.each(carriers)('standings of many vehicles over %s', (carrier) => {
  it('are those of each', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    await onlySmallLists(core);
    const inspector = await personWindow(core, carrier, owner, '质检', ['inspector']);
    const { client } = owner;
    const { id: stockId } = await client.stock.create({ values: newStock() });
    const { id: other } = await client.stock.create({ values: newStock() });
    const inspectionId = await carryOut(
      inspector,
      password,
      { purpose: 'arrival', stockId },
      { paint: { result: 'ng', note: '划伤' } },
      { ownerId: 1, dueOn: '2026-11-20' },
    );
    expect(await client.inspection.standings({ stockIds: [stockId, other] })).toMatchObject([
      {
        stockId,
        standings: [
          { purpose: 'arrival', state: 'failed', inspectionId },
          { purpose: 'departure', state: 'missing' },
          { purpose: 'quality', state: 'missing' },
        ],
      },
      { stockId: other, standings: [{ state: 'missing' }, { state: 'missing' }, { state: 'missing' }] },
    ]);
  });
});
