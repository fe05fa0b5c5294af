import type { HandOverItemKind } from '#shared/features/delivery/delivery.fields.ts';
import type { SigningWay } from '#shared/features/delivery/delivery.contract.ts';
import { disclosedWords } from '#shared/features/delivery/delivery.rules.ts';
import { checkPurposes, type CheckPurpose } from '#shared/features/checklist/checklist.content.ts';
import { latestOf } from '#shared/features/inspection/inspection.rules.ts';
import type { SignatureVerdict } from '#shared/features/signature/signature.schema.ts';
import { canonicalJson, type Plain } from '#shared/kernel/canonical-json.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Reader, Writer } from '#electron/kernel/database.ts';
import { readSetting } from '#electron/kernel/settings.ts';
import { frozenHash, toldOf, verifySignatures, type Frozen } from '../signature/signature.repository.ts';
import {
  listCustomerSignatures,
  listItems,
  listWords,
  readDelivery,
  type Delivery,
  type Sheet,
  type StoredSignature,
} from './delivery.repository.ts';
import type { Gathered } from './delivery.standing.ts';

/** What the signatures of a sheet cover. A change of this shape takes a new version; old ones stay readable. */
const sheetTemplateVersion = 1;

/** What a sheet says of a delivery's own rows. */
type SheetRows = {
  readonly sheetNumber: string;
  readonly deliveryNumber: string;
  readonly orderId: number;
  readonly stockId: number;
  readonly vin: string | null;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly items: readonly {
    readonly kind: HandOverItemKind;
    readonly name: string;
    readonly quantity: number;
    readonly note: string | null;
  }[];
  readonly words: readonly { readonly repairId: number; readonly text: string }[];
};

/** What else it shows, as it was when it was signed. */
type SheetShown = {
  readonly storeName: string;
  readonly orderNumber: string;
  readonly model: string;
  readonly vehicleKind: string;
  readonly colour: string | null;
  readonly engineNumber: string | null;
  readonly consultantName: string;
  readonly place: string | null;
  readonly plannedOn: Day;
  readonly checks: readonly {
    readonly purpose: CheckPurpose;
    readonly number: string;
    readonly signerName: string;
    readonly finishedOn: Day;
  }[];
  readonly disclosures: readonly { readonly number: string; readonly on: Day; readonly text: string }[];
  readonly acknowledgement: {
    readonly name: string;
    readonly at: string;
    readonly way: SigningWay;
    readonly picture: string;
    /** Of the words that were signed. */
    readonly hash: string;
  } | null;
};

export type SheetContent = { readonly rows: SheetRows; readonly shown: SheetShown };

/** Our own plain types, seen as what can be spelled canonically. */
const plain = (value: unknown): Plain => value as Plain;

async function readRows(
  reader: Reader | Writer,
  delivery: Delivery,
  sheetNumber: string,
): Promise<SheetRows> {
  return {
    sheetNumber,
    deliveryNumber: delivery.number,
    orderId: delivery.orderId,
    stockId: delivery.stockId,
    vin: delivery.vin,
    customerId: delivery.customerId,
    customerName: delivery.customerName,
    items: (await listItems(reader, delivery.id)).map(({ kind, name, quantity, note }) => ({
      kind,
      name,
      quantity,
      note,
    })),
    words: await listWords(reader, delivery.id),
  };
}

/** Name of a person; empty where nobody is left. */
export async function personName(reader: Reader | Writer, id: number): Promise<string> {
  const row = await reader.selectFrom('person').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? '';
}

async function readShown(
  reader: Reader | Writer,
  { delivery, vehicle, order, disclosures, acknowledgement, checks }: Gathered,
): Promise<SheetShown> {
  const passed = checkPurposes.flatMap((purpose) => {
    const latest = latestOf(checks, purpose);
    return latest?.state === 'passed' ? [latest.id] : [];
  });
  const rows = await reader
    .selectFrom('inspection')
    .leftJoin('person', 'person.id', 'inspection.finishedById')
    .select(['inspection.purpose', 'inspection.number', 'inspection.finishedOn', 'person.name as signerName'])
    .where('inspection.id', 'in', passed)
    .orderBy('inspection.id')
    .execute();
  return {
    storeName: (await readSetting(reader, 'storeName')) ?? '',
    orderNumber: order.number,
    model: vehicle.model,
    vehicleKind: vehicle.kind,
    colour: vehicle.colour,
    engineNumber: vehicle.engineNumber,
    consultantName: await personName(reader, delivery.consultantId),
    place: delivery.place,
    plannedOn: delivery.plannedOn,
    checks: rows.map(({ purpose, number, finishedOn, signerName }) => ({
      purpose: purpose as CheckPurpose, // written through the field table only
      number,
      signerName: signerName ?? '',
      finishedOn: finishedOn ?? '',
    })),
    disclosures: disclosedWords(disclosures).map(({ number, on, text }) => ({ number, on, text })),
    acknowledgement: acknowledgement
      ? {
          name: acknowledgement.name,
          at: acknowledgement.at,
          way: acknowledgement.way,
          picture: acknowledgement.pictureHash,
          hash: acknowledgement.contentHash,
        }
      : null,
  };
}

/** What the sheet would say if it were signed now. */
export const readContent = async (
  reader: Reader | Writer,
  gathered: Gathered,
  sheetNumber: string,
): Promise<SheetContent> => ({
  rows: await readRows(reader, gathered.delivery, sheetNumber),
  shown: await readShown(reader, gathered),
});

export const freezeSheet = (content: SheetContent): Frozen => ({
  templateVersion: sheetTemplateVersion,
  content: canonicalJson(plain(content)),
});

export type FrozenSheet = Frozen & {
  readonly auditCode: string;
  /** undefined: it can no longer be read. */
  readonly parsed: SheetContent | undefined;
  readonly hash: string;
};

/** What was frozen when the store signed; undefined where the row is gone. */
export async function readFrozenSheet(
  reader: Reader | Writer,
  sheetId: number,
): Promise<FrozenSheet | undefined> {
  const row = await reader
    .selectFrom('handOverSnapshot')
    .select(['templateVersion', 'content', 'auditCode'])
    .where('sheetId', '=', sheetId)
    .executeTakeFirst();
  if (!row) return undefined;
  const hash = frozenHash('handOverSheet', row);
  try {
    return { ...row, hash, parsed: JSON.parse(row.content) as SheetContent }; // written by freezeSheet
  } catch {
    return { ...row, hash, parsed: undefined };
  }
}

/** Whether a delivery's rows still say what was frozen. */
export async function saysTheSame(
  reader: Reader | Writer,
  delivery: Delivery,
  frozen: FrozenSheet | undefined,
): Promise<boolean> {
  if (!frozen?.parsed) return false;
  const rows = await readRows(reader, delivery, frozen.parsed.rows.sheetNumber);
  return canonicalJson(plain(rows)) === canonicalJson(plain(frozen.parsed.rows));
}

const customerKey = (deliveryId: number): string => `customerSignature.${deliveryId}.`;

/** What a customer's signature says, for the audit chain. */
export const toldSignature = (signature: StoredSignature): readonly [string, StoredSignature] => [
  `${customerKey(signature.deliveryId)}${signature.id}`,
  { ...signature },
];

/** The signatures of a sheet, the customer's too, against rows and audit chain. */
export async function verifySheet(
  reader: Reader,
  deliveryId: number,
  sheet: Sheet,
): Promise<SignatureVerdict> {
  const delivery = await readDelivery(reader, deliveryId);
  const frozen = await readFrozenSheet(reader, sheet.id);
  const problems = new Set(
    await verifySignatures(reader, { feature: 'handOverSheet', recordId: sheet.id }, frozen),
  );
  if (!(await saysTheSame(reader, delivery, frozen)) || sheet.number !== frozen?.parsed?.rows.sheetNumber)
    problems.add('content');
  const given = await listCustomerSignatures(reader, deliveryId);
  const told = await toldOf(reader, { feature: 'delivery', recordId: deliveryId }, customerKey(deliveryId));
  if (canonicalJson(plain(given)) !== canonicalJson(plain(told))) problems.add('signature');
  const ofSheet = given.filter(({ sheetId }) => sheetId === sheet.id);
  if (ofSheet.some(({ contentHash }) => contentHash !== frozen?.hash)) problems.add('content');
  if ((sheet.state === 'signed') !== (delivery.state === 'handedOver')) problems.add('content');
  if ((sheet.state === 'signed' || delivery.state === 'handedOver') && ofSheet.length === 0)
    problems.add('signature');
  return { state: problems.size === 0 ? 'valid' : 'void', problems: [...problems] };
}
