import type { Generated } from 'kysely';
import type {
  deliveryFields,
  handOverItemFields,
  HandOverItemKind,
  handOverSheetFields,
} from '#shared/features/delivery/delivery.fields.ts';
import type { SigningWay } from '#shared/features/delivery/delivery.contract.ts';
import type { RecordTable } from '#electron/kernel/tables.ts';

export type DeliveryItemTable = {
  id: Generated<number>;
  deliveryId: number;
  kind: HandOverItemKind;
  name: string;
  quantity: number;
  ready: number;
  note: string | null;
};

export type DeliveryDisclosureTable = {
  deliveryId: number;
  repairId: number;
  /** The words as they are printed. */
  text: string;
  personName: string;
  at: string;
};

export type DeliveryPhotoTable = {
  id: Generated<number>;
  deliveryId: number;
  caption: string | null;
  hash: string;
  thumbnailHash: string;
  width: number;
  height: number;
  personName: string;
  at: string;
};

export type HandOverSnapshotTable = {
  sheetId: number;
  templateVersion: number;
  /** Canonical JSON of what was signed. */
  content: string;
  auditCode: string;
};

/** Only added to: a withdrawn sheet and changed words leave their signatures behind. */
export type CustomerSignatureTable = {
  id: Generated<number>;
  deliveryId: number;
  purpose: 'disclosure' | 'sheet';
  /** null: of the disclosures. */
  sheetId: number | null;
  way: SigningWay;
  name: string;
  /** Of the words or of the sheet that were signed. */
  contentHash: string;
  pictureHash: string;
  thumbnailHash: string;
  at: string;
  witnessId: number;
  witnessName: string;
};

declare module '#electron/kernel/tables.ts' {
  interface Tables {
    delivery: RecordTable<typeof deliveryFields>;
    deliveryItem: DeliveryItemTable;
    deliveryDisclosure: DeliveryDisclosureTable;
    deliveryPhoto: DeliveryPhotoTable;
    handOverSheet: RecordTable<typeof handOverSheetFields>;
    handOverSnapshot: HandOverSnapshotTable;
    handOverItem: RecordTable<typeof handOverItemFields>;
    customerSignature: CustomerSignatureTable;
  }
}
