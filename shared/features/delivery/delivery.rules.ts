import type { Day } from '../../kernel/day.ts';
import type { PdiPurpose } from '../checklist/checklist.content.ts';
import type { VehicleKind } from '../vehicle/vehicle.rules.ts';
import type { DeliveryState, HandOverItemKind } from './delivery.fields.ts';

/** A repair of the vehicle before its hand-over, and what is said of it to the customer. */
export type Disclosure = {
  readonly repairId: number;
  readonly number: string;
  readonly on: Day;
  /** Still in the workshop. */
  readonly open: boolean;
  /** What the repair order says: fault and lines. */
  readonly text: string;
  /** The words as they are printed; null while nobody has written them. */
  readonly disclosedText: string | null;
};

/** What still stands between a vehicle and its hand-over. */
export type DeliveryLack =
  | { readonly kind: 'left' }
  | { readonly kind: 'order' }
  | { readonly kind: 'customer' }
  | { readonly kind: 'pdi'; readonly purpose: PdiPurpose }
  | { readonly kind: 'preparation' }
  | { readonly kind: 'repair'; readonly repairIds: readonly number[]; readonly numbers: readonly string[] }
  | { readonly kind: 'itemsEmpty' }
  | { readonly kind: 'items'; readonly names: readonly string[] }
  | { readonly kind: 'disclosure'; readonly numbers: readonly string[] }
  | { readonly kind: 'acknowledgement' };

/** What the gate of the hand-over looks at. */
export type DeliveryStanding = {
  readonly hasLeft: boolean;
  /** Neither delivered nor cancelled. */
  readonly orderOpen: boolean;
  /** The order names somebody of the customer list: the vehicle becomes theirs. */
  readonly hasCustomer: boolean;
  readonly missingPdi: readonly PdiPurpose[];
  readonly preparationPassed: boolean;
  readonly items: readonly { readonly name: string; readonly ready: boolean }[];
  readonly disclosures: readonly Disclosure[];
  /** The customer has acknowledged the disclosures as they now stand. */
  readonly acknowledged: boolean;
};

/**
 * Gate of the hand-over sheet (QC-1, QC-6): three PDI, the preparation check, what goes along by list, and every repair
 * before the sale told in print and acknowledged before anything is signed (domain rules §4). Empty: may be signed.
 */
export function deliveryLacks(standing: DeliveryStanding): readonly DeliveryLack[] {
  const { missingPdi, items, disclosures } = standing;
  if (standing.hasLeft) return [{ kind: 'left' }];
  const open = disclosures.filter((one) => one.open);
  const untold = disclosures.filter(({ disclosedText }) => disclosedText === null);
  const notReady = items.filter(({ ready }) => !ready).map(({ name }) => name);
  const lacks: DeliveryLack[] = [];
  if (!standing.orderOpen) lacks.push({ kind: 'order' });
  if (!standing.hasCustomer) lacks.push({ kind: 'customer' });
  lacks.push(...missingPdi.map((purpose) => ({ kind: 'pdi', purpose }) as const));
  if (!standing.preparationPassed) lacks.push({ kind: 'preparation' });
  if (open.length > 0)
    lacks.push({
      kind: 'repair',
      repairIds: open.map(({ repairId }) => repairId),
      numbers: open.map(({ number }) => number),
    });
  if (items.length === 0) lacks.push({ kind: 'itemsEmpty' });
  if (notReady.length > 0) lacks.push({ kind: 'items', names: notReady });
  if (untold.length > 0) lacks.push({ kind: 'disclosure', numbers: untold.map(({ number }) => number) });
  else if (disclosures.length > 0 && !standing.acknowledged) lacks.push({ kind: 'acknowledgement' });
  return lacks;
}

/** Key of the sentence in the `problem` texts that says why the hand-over is refused. */
export const lackReason = (lack: DeliveryLack): string =>
  ({
    left: 'delivery-vehicle-left',
    order: 'delivery-order-closed',
    customer: 'delivery-customer-missing',
    pdi: lack.kind === 'pdi' ? `hand-over-${lack.purpose}` : '',
    preparation: 'delivery-preparation-missing',
    repair: 'delivery-repair-open',
    itemsEmpty: 'delivery-items-empty',
    items: 'delivery-items-not-ready',
    disclosure: 'delivery-not-disclosed',
    acknowledgement: 'delivery-not-acknowledged',
  })[lack.kind];

/** The repairs as the customer acknowledges them; a changed word asks for a new acknowledgement. */
export const disclosedWords = (
  disclosures: readonly Disclosure[],
): readonly {
  readonly repairId: number;
  readonly number: string;
  readonly on: Day;
  readonly text: string;
}[] =>
  disclosures.map(({ repairId, number, on, disclosedText }) => ({
    repairId,
    number,
    on,
    text: disclosedText ?? '',
  }));

/** A row of the shipped list. */
export type ListedItem = {
  readonly vehicleKind: VehicleKind | null;
  readonly kind: HandOverItemKind;
  readonly name: string;
  readonly quantity: number;
  readonly validFrom: Day;
  readonly validTo: Day | null;
};

const kindOrder: Readonly<Record<HandOverItemKind, number>> = { document: 0, tool: 1, key: 2, gift: 3 };

/**
 * What goes with a vehicle of a kind on a day: rows in force for the kind or for all; of one name that for the kind goes
 * first. Documents, tools, keys, gifts, each in the list's order.
 */
export function itemsFor(
  list: readonly ListedItem[],
  kind: VehicleKind,
  day: Day,
): readonly Pick<ListedItem, 'kind' | 'name' | 'quantity'>[] {
  const inForce = list.filter(
    ({ vehicleKind, validFrom, validTo }) =>
      (vehicleKind === null || vehicleKind === kind) &&
      validFrom <= day &&
      (validTo === null || day <= validTo),
  );
  const own = new Set(inForce.filter(({ vehicleKind }) => vehicleKind !== null).map(({ name }) => name));
  return inForce
    .filter(({ vehicleKind, name }) => vehicleKind !== null || !own.has(name))
    .map(({ kind: itemKind, name, quantity }) => ({ kind: itemKind, name, quantity }))
    .sort((a, b) => kindOrder[a.kind] - kindOrder[b.kind]);
}

/** Why a delivery cannot be changed in its state; null: go ahead. */
export const editRefusal = (
  state: DeliveryState,
): 'delivery-signing' | 'delivery-handed-over' | 'delivery-cancelled' | null =>
  (
    {
      planned: null,
      signing: 'delivery-signing',
      handedOver: 'delivery-handed-over',
      cancelled: 'delivery-cancelled',
    } as const
  )[state];

/** Day and time as the desk sorts them: what is planned earlier first, without a time at the end of its day. */
export const byPlan = (
  a: { readonly plannedOn: Day; readonly plannedTime: string | null; readonly id: number },
  b: { readonly plannedOn: Day; readonly plannedTime: string | null; readonly id: number },
): number =>
  a.plannedOn.localeCompare(b.plannedOn) ||
  (a.plannedTime ?? '99').localeCompare(b.plannedTime ?? '99') ||
  a.id - b.id;
