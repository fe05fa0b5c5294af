import {
  deliveryLacks,
  disclosedWords,
  lackReason,
  type DeliveryLack,
  type Disclosure,
} from '#shared/features/delivery/delivery.rules.ts';
import type { DeliveryCheck } from '#shared/features/delivery/delivery.contract.ts';
import type { CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import {
  latestOf,
  missingForHandOver,
  type CheckDone,
  type PdiStanding,
} from '#shared/features/inspection/inspection.rules.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Day } from '#shared/kernel/day.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { readPdi } from '../inspection/inspection.pdi.ts';
import { frozenHash } from '../signature/signature.repository.ts';
import {
  listCustomerSignatures,
  listDisclosures,
  listItems,
  readOrderOf,
  readVehicleOf,
  type Delivery,
  type StoredSignature,
} from './delivery.repository.ts';

/** Version of the disclosure's paper; goes into what the customer signs. */
const disclosureTemplateVersion = 1;

/** What the customer acknowledges: the vehicle and the words of its repairs. */
export const disclosureHash = (vin: string, disclosures: readonly Disclosure[]): string =>
  frozenHash('disclosure', {
    templateVersion: disclosureTemplateVersion,
    content: canonicalJson({ vin, words: disclosedWords(disclosures).map((words) => ({ ...words })) }),
  });

/** The newest signature under the disclosures as they now stand. */
async function readAcknowledgement(
  reader: Reader | Writer,
  { id, vin }: Pick<Delivery, 'id' | 'vin'>,
  disclosures: readonly Disclosure[],
): Promise<StoredSignature | undefined> {
  if (disclosures.length === 0) return undefined;
  const hash = disclosureHash(vin ?? '', disclosures);
  return (await listCustomerSignatures(reader, id)).findLast(
    ({ purpose, contentHash }) => purpose === 'disclosure' && contentHash === hash,
  );
}

/** Everything that the gate of the hand-over looks at, read once. */
export type Gathered = {
  readonly delivery: Delivery;
  readonly vehicle: Awaited<ReturnType<typeof readVehicleOf>>;
  readonly order: Awaited<ReturnType<typeof readOrderOf>>;
  readonly items: Awaited<ReturnType<typeof listItems>>;
  readonly disclosures: readonly Disclosure[];
  readonly acknowledgement: StoredSignature | undefined;
  readonly checks: readonly CheckDone[];
  readonly pdi: readonly PdiStanding[];
  readonly lacks: readonly DeliveryLack[];
};

/** Reads what stands between a vehicle and its hand-over on a day. Error: not-found. */
export async function gatherStanding(
  reader: Reader | Writer,
  delivery: Delivery,
  today: Day,
): Promise<Gathered> {
  const vehicle = await readVehicleOf(reader, delivery.stockId);
  const order = await readOrderOf(reader, delivery.orderId);
  const items = await listItems(reader, delivery.id);
  const disclosures = await listDisclosures(reader, delivery);
  const acknowledgement = await readAcknowledgement(reader, delivery, disclosures);
  const { checks, standings } = await readPdi(reader, vehicle, today);
  const lacks = deliveryLacks({
    // Checks are of the VIN they were made of: a stock record that names another one now is another vehicle.
    hasLeft: vehicle.hasLeft || vehicle.vin !== delivery.vin,
    orderOpen: order.isOpen,
    hasCustomer: order.customerId !== null,
    missingPdi: missingForHandOver(standings),
    preparationPassed: latestOf(checks, 'preparation')?.state === 'passed',
    items,
    disclosures,
    acknowledged: acknowledgement !== undefined,
  });
  return { delivery, vehicle, order, items, disclosures, acknowledgement, checks, pdi: standings, lacks };
}

/** Refuses while anything is missing, with the sentence of the first thing. */
export function assertNothingLacks({ lacks }: Pick<Gathered, 'lacks'>): void {
  const [first] = lacks;
  if (first) throw ruleViolated(lackReason(first));
}

/** The newest check of a purpose, for the page. */
export async function readCheckOf(
  reader: Reader,
  checks: readonly CheckDone[],
  purpose: CheckPurpose,
): Promise<DeliveryCheck> {
  const latest = latestOf(checks, purpose);
  if (!latest) return null;
  const row = await reader
    .selectFrom('inspection')
    .select('number')
    .where('id', '=', latest.id)
    .executeTakeFirst();
  return { inspectionId: latest.id, number: row?.number ?? '', state: latest.state };
}
