import { z } from 'zod';
import type { Day } from '../../kernel/day.ts';
import { action, command, query } from '../../rpc/call.ts';
import { output, readOnlyCalls, recordCalls } from '../../rpc/record.contract.ts';
import type { InspectionState } from '../inspection/inspection.fields.ts';
import type { PdiStanding } from '../inspection/inspection.rules.ts';
import { paperFormat } from '../../rpc/paper.ts';
import { fileSchema, type DeskFile } from '../job/job.contract.ts';
import { secretSchema, type SignatureLine, type SignatureVerdict } from '../signature/signature.schema.ts';
import {
  deliveryFields,
  handOverItemFields,
  handOverItemKinds,
  handOverSheetFields,
  type DeliveryState,
  type HandOverItemKind,
} from './delivery.fields.ts';
import type { DeliveryLack, Disclosure } from './delivery.rules.ts';

export type DeliveryItem = {
  readonly id: number;
  readonly kind: HandOverItemKind;
  readonly name: string;
  readonly quantity: number;
  /** 已备齐: lies ready to be handed over. */
  readonly ready: boolean;
  readonly note: string | null;
};

/** How the customer signed: drawn on the screen, or by pen on the printed sheet, of which there is a photo. */
export const signingWays = ['screen', 'paper'] as const;
export type SigningWay = (typeof signingWays)[number];

/** A signature of the customer: of the disclosures or of the sheet. */
export type CustomerSignature = {
  readonly id: number;
  readonly way: SigningWay;
  readonly name: string;
  readonly at: string;
  /** Who of the store stood beside. */
  readonly witnessName: string;
};

/** The latest check of a purpose; null: none yet. */
export type DeliveryCheck = {
  readonly inspectionId: number;
  readonly number: string;
  readonly state: InspectionState;
} | null;

export type DeliveryView = {
  readonly id: number;
  readonly version: number;
  readonly number: string;
  readonly state: DeliveryState;
  readonly orderId: number;
  readonly orderNumber: string;
  readonly stockId: number;
  readonly vin: string;
  readonly model: string;
  readonly vehicleKind: string;
  readonly colour: string | null;
  readonly engineNumber: string | null;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly plannedOn: Day;
  readonly plannedTime: string | null;
  readonly place: string | null;
  readonly consultantId: number;
  readonly consultantName: string;
  readonly host: string | null;
  readonly guests: string | null;
  readonly props: string | null;
  readonly wishes: string | null;
  readonly note: string | null;
  readonly cancelReason: string | null;
  readonly handedOverAt: string | null;
  readonly items: readonly DeliveryItem[];
  readonly disclosures: readonly Disclosure[];
  /** Of the disclosures as they now stand; null: none. */
  readonly acknowledgement: CustomerSignature | null;
  readonly pdi: readonly PdiStanding[];
  readonly preparation: DeliveryCheck;
  readonly ceremony: DeliveryCheck;
  readonly lacks: readonly DeliveryLack[];
  readonly photos: readonly {
    readonly id: number;
    readonly caption: string | null;
    readonly width: number;
    readonly height: number;
    readonly personName: string;
    readonly at: string;
  }[];
  /** The sheet in force; null while there is none. */
  readonly sheet: {
    readonly id: number;
    readonly number: string;
    readonly signatures: readonly SignatureLine[];
    readonly customer: CustomerSignature | null;
    readonly verdict: SignatureVerdict;
    readonly auditCode: string;
  } | null;
  readonly voidSheets: readonly {
    readonly number: string;
    readonly voidedOn: Day;
    readonly reason: string;
  }[];
};

/** A delivery that is due, as the desk shows it. */
export type DueDelivery = {
  readonly id: number;
  readonly number: string;
  readonly state: DeliveryState;
  readonly customerName: string | null;
  readonly vin: string;
  readonly model: string;
  readonly plannedOn: Day;
  readonly plannedTime: string | null;
  readonly place: string | null;
  readonly consultantName: string;
  readonly lacks: readonly DeliveryLack[];
};

const id = z.number().int().positive();
const one = z.strictObject({ id, version: z.number().int() });
const reason = z.string().trim().min(2, { error: 'required' }).max(500, { error: 'too-long' });
const note = z.string().trim().max(200, { error: 'too-long' }).nullable();
const none = output<Record<string, never>>();
const moved = output<{ version: number }>();
const customerSigns = {
  way: z.enum(signingWays),
  /** Who signs: the customer, or whom the customer sends. */
  name: z.string().trim().min(1, { error: 'required' }).max(60, { error: 'too-long' }),
  file: fileSchema,
};

const { list, get, neighbours, history, choose, create, update } = recordCalls(deliveryFields, {
  read: 'delivery.read',
  write: 'delivery.write',
  remove: 'delivery.remove',
});

/**
 * Glossary: 交车 delivery, 交接单 hand-over sheet, 交接清单 hand-over items, 维修告知 disclosure, 客户确认 acknowledgement.
 * Errors of changes: not-found, forbidden, conflict, `delivery-signing`, `delivery-handed-over`, `delivery-cancelled`.
 */
export const deliveryContract = {
  list,
  get,
  neighbours,
  history,
  choose,
  /**
   * Plans a delivery; what goes along is filled in by the shipped list. Errors: `delivery-order-closed`, `delivery-exists`,
   * `delivery-order-complete`, `delivery-other-vehicle`, `delivery-vehicle-of-other-order`, `delivery-vehicle-left`,
   * `hand-over-other-vin`.
   */
  create,
  /** Order and vehicle stay: `delivery-keeps-order`. */
  update,
  view: query('delivery.read', z.strictObject({ id }), output<DeliveryView>()),
  cancel: command('delivery.write', one.extend({ reason }), moved),
  /** Adds an item, or changes one. Of a changed one the ready flag falls. */
  saveItem: command(
    'delivery.write',
    z.strictObject({
      id,
      itemId: id.optional(),
      kind: z.enum(handOverItemKinds),
      name: z.string().trim().min(1, { error: 'required' }).max(100, { error: 'too-long' }),
      quantity: z.number().int().min(1, { error: 'too-small' }).max(999, { error: 'too-large' }),
      note,
    }),
    output<{ itemId: number }>(),
  ),
  removeItem: command('delivery.write', z.strictObject({ id, itemId: id }), none),
  setReady: command(
    'delivery.write',
    z.strictObject({ id, itemIds: z.array(id).min(1).max(200), ready: z.boolean() }),
    none,
  ),
  /** The words of a repair as they are printed. They end an acknowledgement of other words. */
  disclose: command(
    'delivery.write',
    z.strictObject({
      id,
      repairId: id,
      text: z.string().trim().min(2, { error: 'required' }).max(1000, { error: 'too-long' }),
    }),
    none,
  ),
  /** The customer signs for the disclosures. Errors: `delivery-not-disclosed`, `delivery-nothing-to-disclose`, photo errors, `signature-empty`. */
  acknowledge: action('delivery.write', one.extend(customerSigns), none),
  /** 合影 and other photos of the ceremony. Errors: `not-a-photo`, `photo-too-large`, `delivery-too-many-photos`. */
  addPhoto: action(
    'delivery.write',
    z.strictObject({ id, caption: note, file: fileSchema }),
    output<{ photoId: number }>(),
  ),
  removePhoto: command('delivery.write', z.strictObject({ id, photoId: id }), none),
  photo: query(
    'delivery.read',
    z.strictObject({ id, photoId: id, size: z.enum(['thumbnail', 'full']) }),
    output<DeskFile>(),
  ),
  signaturePicture: query(
    'delivery.read',
    z.strictObject({ id, signatureId: id, size: z.enum(['thumbnail', 'full']) }),
    output<DeskFile>(),
  ),
  /** The store's person signs: the sheet takes its number and is frozen. Errors: those of `lackReason`, wrong-secret. */
  sign: action(
    'delivery.write',
    one.extend({ secret: secretSchema }),
    output<{ number: string; version: number }>(),
  ),
  /** Takes an unsigned sheet back: its number stays in the register as void. Error: `delivery-not-signing`. */
  withdraw: command('delivery.write', one.extend({ reason }), moved),
  /**
   * The customer signs: the order is delivered, the vehicle leaves the stock and becomes the customer's. Errors: those of
   * `lackReason`, `delivery-not-signing`, `delivery-sheet-changed`, photo errors, `signature-empty`.
   */
  handOver: action('delivery.write', one.extend(customerSigns), output<{ number: string }>()),
  /**
   * 交接单 in two copies, for signing on paper too, or 维修告知书, which the customer acknowledges. Error: `delivery-not-signing`
   * while there is no sheet.
   */
  print: action(
    'delivery.read',
    z.strictObject({ id, paper: z.enum(['sheet', 'disclosure']), format: paperFormat }),
    output<DeskFile>(),
  ),
  /** Deliveries of today and before that are not done, and those of the next seven days. */
  desk: query(
    'delivery.read',
    z.strictObject({}),
    output<{ readonly due: readonly DueDelivery[]; readonly ahead: readonly DueDelivery[] }>(),
  ),
};

export const handOverItemContract = recordCalls(handOverItemFields, {
  read: 'inspection.read',
  write: 'rule.write',
  remove: 'rule.write',
});

export const handOverSheetContract = readOnlyCalls(
  recordCalls(handOverSheetFields, {
    read: 'delivery.read',
    write: 'delivery.write',
    remove: 'delivery.remove',
  }),
);
