import type { ImportKind } from './import.kinds.ts';

/** Files are imported in the order of what refers to what: a repair line finds its order, a payment its receivable. */
const order: readonly ImportKind[] = [
  'person',
  'customerVehicle',
  'contact',
  'followUp',
  'stock',
  'lead',
  'order',
  'repair',
  'repairLine',
  'repairPart',
  'receivable',
  'payment',
  'cash',
  'calendar',
  'indicatorEntry',
  'partner',
  'partnerCard',
];

/** Place of a kind in the order of imports; files of an unknown kind come last. */
export const importRank = (kind: ImportKind | null | undefined): number =>
  kind ? order.indexOf(kind) : order.length;
