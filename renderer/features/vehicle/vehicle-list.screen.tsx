import type { ReactNode } from 'react';
import { DueDay } from '#renderer/components/fields/due-day.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList, type ShownRows } from '#renderer/components/record-list/record-list.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { MakeCampaign } from '#renderer/features/campaign/make-campaign.tsx';
import { vehicleLayout } from './vehicle.layout.ts';

const due =
  (name: string) =>
  (row: Row): ReactNode => <DueDay day={row[name]} open={row['state'] === 'inUse'} />;

/** Due days stand out only while the vehicle is in use. */
export const vehicleCells: Cells = {
  annualTestDueOn: due('annualTestDueOn'),
  compulsoryInsuranceDueOn: due('compulsoryInsuranceDueOn'),
  commercialInsuranceDueOn: due('commercialInsuranceDueOn'),
  secondMaintenanceDueOn: due('secondMaintenanceDueOn'),
  transportPermitDueOn: due('transportPermitDueOn'),
  technicalGradeDueOn: due('technicalGradeDueOn'),
};

const actions = (shown: ShownRows): ReactNode => <MakeCampaign feature="vehicle" shown={shown} />;

export function VehicleListScreen(): ReactNode {
  return <RecordList {...vehicleLayout} cells={vehicleCells} actions={actions} />;
}
