import type { Reader, Writer } from '#electron/kernel/database.ts';
import { readEdition } from '../checklist/checklist.repository.ts';
import type { Shown } from './inspection.content.ts';
import { listNgItems, type Check } from './inspection.repository.ts';

type Thing = Pick<Shown, 'model' | 'vehicleKind' | 'repairNumber'>;

/** What a stock vehicle or repair order is called, also when it went into the bin since. */
async function readThing(reader: Reader | Writer, { stockId, repairId }: Check): Promise<Thing> {
  if (stockId !== null) {
    const row = await reader
      .selectFrom('stock')
      .select(['model', 'kind'])
      .where('id', '=', stockId)
      .executeTakeFirst();
    return { model: row?.model ?? null, vehicleKind: row?.kind ?? null, repairNumber: null };
  }
  const row = await reader
    .selectFrom('repair')
    .leftJoin('vehicle', 'vehicle.id', 'repair.vehicleId')
    .select(['repair.number', 'vehicle.model', 'vehicle.kind'])
    .where('repair.id', '=', repairId)
    .executeTakeFirst();
  return { model: row?.model ?? null, vehicleKind: row?.kind ?? null, repairNumber: row?.number ?? null };
}

/** What a sheet shows beside a check's own rows, as it is now. Error: not-found. */
export async function readShown(reader: Reader | Writer, check: Check): Promise<Shown> {
  const { name, content } = await readEdition(reader, check.checklistId, check.edition);
  const starter = await reader
    .selectFrom('person')
    .select('name')
    .where('id', '=', check.startedById)
    .executeTakeFirst();
  return {
    ...(await readThing(reader, check)),
    checklistName: name,
    content,
    startedByName: starter?.name ?? '',
    only: check.previousId === null ? [] : await listNgItems(reader, check.previousId),
  };
}
