import type { ReactNode } from 'react';
import { DueDay } from '#renderer/components/fields/due-day.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
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

export function VehicleListScreen(): ReactNode {
  return <RecordList {...vehicleLayout} cells={vehicleCells} />;
}
