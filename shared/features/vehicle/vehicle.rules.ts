import type { vehicleKinds, vehicleUses } from './vehicle.fields.ts';

export type VehicleKind = (typeof vehicleKinds)[number];
export type VehicleUse = (typeof vehicleUses)[number];
