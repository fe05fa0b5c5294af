import { describe, expect, it } from 'vitest';
import { errorData } from '#renderer/transport/client.ts';
import { repairFields, repairLineFields } from '#shared/features/repair/repair.fields.ts';
import { carriers, openTestCore, ownerWindow, personWindow } from '#tests/support/core.ts';
import { newValues } from '#tests/support/records.ts';

describe.each(carriers)('repair order over %s', (carrier) => {
  it('lets a technician write the lines of the own orders only', async () => {
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    const technician = await personWindow(core, carrier, owner, '赵师傅', ['technician']);
    const order = (number: string, technicianId: number | null): Promise<{ id: number }> =>
      owner.client.repair.create({
        values: newValues(repairFields, { number, technicianId, checkedInOn: '2026-11-18' }),
      });
    const own = await order('W1', technician.personId);
    const foreign = await order('W2', null);
    const line = (repairId: number) => ({
      values: newValues(repairLineFields, { repairId, name: '更换机油', amountFen: 5000 }),
    });
    const { id } = await technician.client.repairLine.create(line(own.id));
    await technician.client.repairLine.update({
      id,
      version: 1,
      values: { ...line(own.id).values, amountFen: 6000 },
    });
    const refused = [
      technician.client.repairLine.create(line(foreign.id)),
      technician.client.repairLine.update({ id, version: 2, values: line(foreign.id).values }),
    ];
    for (const call of refused)
      expect(await call.then(() => 'allowed', errorData)).toEqual({
        code: 'forbidden',
        right: 'repairLine.own',
      });
    expect((await owner.client.repairLine.get({ id })).record).toMatchObject({
      repairId: own.id,
      amountFen: 6000,
      version: 2,
    });
  });
});
