import type {
  inspectionContract,
  repeatRuleContract,
} from '#shared/features/inspection/inspection.contract.ts';
import type { InspectionState } from '#shared/features/inspection/inspection.fields.ts';
import type { CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import { pdiStandings } from '#shared/features/inspection/inspection.rules.ts';
import type { VehicleKind } from '#shared/features/vehicle/vehicle.rules.ts';
import { isDay } from '#shared/kernel/day.ts';
import { invalidField } from '#shared/rpc/desk-error.ts';
import { readOnlyCalls } from '#shared/rpc/record.contract.ts';
import type { HandlersOf } from '#electron/kernel/handler.ts';
import type { PasswordCost } from '#electron/kernel/password.ts';
import { recordHandlers } from '#electron/kernel/record/record-handlers.ts';
import { answeringHandlers } from './inspection.answering.ts';
import { readCoverage } from './inspection.coverage.ts';
import { finishingHandlers } from './inspection.finishing.ts';
import { readPdi, readStockVehicle } from './inspection.pdi.ts';
import { photoHandlers } from './inspection.photos.ts';
import { printHandlers, type PrintParts } from './inspection.print.ts';
import { inspectionRecord, repeatRuleRecord } from './inspection.record.ts';
import { listDoneOf, listRepeatRules } from './inspection.repository.ts';
import { startingHandlers } from './inspection.starting.ts';
import { readView } from './inspection.view.ts';
import { listWaiting } from './inspection.waiting.ts';

export type InspectionParts = PrintParts & { readonly cost: PasswordCost };

export const repeatRuleHandlers: HandlersOf<typeof repeatRuleContract> = recordHandlers(repeatRuleRecord);

export const inspectionHandlers = ({
  cost,
  ...printing
}: InspectionParts): HandlersOf<typeof inspectionContract> => ({
  ...readOnlyCalls(recordHandlers(inspectionRecord)),
  ...startingHandlers,
  ...answeringHandlers,
  ...photoHandlers(printing.attachments),
  ...finishingHandlers({ cost }),
  ...printHandlers(printing),

  view: async ({ id }, context) => readView(context, id),
  waiting: async ({ mine }, context) => listWaiting(context, mine),

  async standing({ stockId }, { reader, clock }) {
    const vehicle = await readStockVehicle(reader, stockId);
    const { standings } = await readPdi(reader, vehicle, clock.today());
    const rows = await reader
      .selectFrom('inspection')
      .select(['id', 'number', 'purpose', 'state', 'round', 'startedOn', 'finishedOn'])
      .where('stockId', '=', stockId)
      .where('removedAt', 'is', null)
      .orderBy('id', 'desc')
      .execute();
    const inspections = rows.map((row) => ({
      ...row,
      // Written through the field table only.
      purpose: row.purpose as CheckPurpose,
      state: row.state as InspectionState,
    }));
    return { standings, inspections };
  },

  async standings({ stockIds }, { reader, clock }) {
    if (stockIds.length === 0) return [];
    const vehicles = await reader
      .selectFrom('stock')
      .select(['id', 'kind'])
      .where('id', 'in', stockIds)
      .execute();
    const done = await listDoneOf(reader, 'stockId', stockIds);
    const rules = await listRepeatRules(reader);
    return vehicles.map(({ id, kind }) => ({
      stockId: id,
      // Written through the field table only.
      standings: pdiStandings({ kind: kind as VehicleKind }, done.get(id) ?? [], rules, clock.today()),
    }));
  },

  async coverage({ from, to }, { reader }) {
    if (!isDay(from)) throw invalidField('from', 'not-a-day');
    if (!isDay(to)) throw invalidField('to', 'not-a-day');
    return readCoverage(reader, { from, to });
  },
});
