import { isMasked } from '#shared/kernel/field.ts';
import type { Filled } from '#renderer/components/record-form/record-layout.ts';
import { desk } from '#renderer/transport/desk.ts';

/** What a chosen vehicle brings into a repair order: plate, VIN, customer. A plate that is masked for the person stays away. */
export async function valuesOfVehicle(id: number): Promise<Filled> {
  const { record, labels } = await desk.vehicle.get({ id });
  const customer = labels['customer']?.[String(record.customerId)];
  return {
    values: {
      ...(record.plate && !isMasked(record.plate) ? { plate: record.plate } : {}),
      vin: record.vin,
      ...(record.customerId === null ? {} : { customerId: record.customerId }),
      ...(customer ? { customerName: customer } : {}),
    },
    labels,
  };
}
