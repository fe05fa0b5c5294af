import { expect, it } from 'vitest';
import { repairFields } from '#shared/features/repair/repair.fields.ts';
import { vehicleFields } from '#shared/features/vehicle/vehicle.fields.ts';
import { openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';

it('names a referred record by its detail where it has no title, and masks what the person may not see', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  const plated = await owner.client.vehicle.create({
    values: newValues(vehicleFields, { plate: '粤B12345', vin: '1M8GDM9AXKP042788' }),
  });
  const unplated = await owner.client.vehicle.create({
    values: newValues(vehicleFields, { vin: '5GZCZ43D13S812715' }),
  });
  for (const [number, vehicleId] of [
    ['GD1', plated.id],
    ['GD2', unplated.id],
  ] as const)
    await owner.client.repair.create({
      values: newValues(repairFields, { number, vehicleId, checkedInOn: '2026-11-18' }),
    });

  const adviser = await personWindow(core, 'port', owner, '小李', ['serviceAdviser']);
  expect((await owner.client.repair.list({})).labels['vehicle']).toEqual({
    [plated.id]: '粤B12345',
    [unplated.id]: '5GZCZ43D13S812715',
  });
  expect((await adviser.client.repair.list({})).labels['vehicle']).toEqual({
    [plated.id]: '粤B***45',
    [unplated.id]: '5GZCZ43D13S812715',
  });
});
