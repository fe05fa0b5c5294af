import type { SignatureLine, SignatureVerdict } from '#shared/features/signature/signature.schema.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintBlock, PrintDocument, PrintSigner } from '#shared/kernel/print-document.ts';
import { deliveryPageText } from '#shared/text/delivery.text.ts';
import { filled } from '#shared/text/filled.ts';
import { paperText } from '#shared/text/paper.text.ts';
import { handOverItemText } from '#shared/text/record/delivery.text.ts';
import { inspectionText } from '#shared/text/record/inspection.text.ts';
import { vehicleKindNames } from '#shared/text/record/vehicle.text.ts';
import { paperFrame } from '#electron/reports/paper-frame.ts';
import { known, momentText, knownSigns } from '#electron/reports/paper-words.ts';
import { signatureBlock, signatureMark } from '#electron/reports/signature-block.ts';
import type { StoredSignature } from './delivery.repository.ts';
import type { SheetContent } from './delivery.sheet.ts';

export type PrintedSheet = {
  readonly number: string;
  readonly deliveryNumber: string;
  readonly content: SheetContent;
  readonly signatures: readonly SignatureLine[];
  readonly verdict: SignatureVerdict;
  /** undefined: the customer has not signed yet. */
  readonly customer: StoredSignature | undefined;
  readonly auditCode: string;
};

/** A repair as it is told. */
export type ToldRepair = { readonly number: string; readonly on: string; readonly text: string };

export type PrintedNotice = {
  readonly storeName: string;
  readonly deliveryNumber: string;
  readonly customerName: string | null;
  readonly model: string;
  readonly vin: string;
  readonly consultantName: string;
  readonly repairs: readonly ToldRepair[];
  readonly acknowledgement: StoredSignature | undefined;
  readonly auditCode: string;
};

const shortHash = (hash: string): string => hash.slice(0, 12).toUpperCase();

type Customer = Pick<StoredSignature, 'name' | 'at' | 'way'> & {
  readonly picture: string;
  readonly hash: string;
};

/** The customer's line: the stroke from the screen, or a place for the pen; a signed paper is shown whole elsewhere. */
function customerSigner(customer: Customer | undefined, meaning: string, language: Language): PrintSigner {
  const role = deliveryPageText[language].paper.customerRole;
  if (!customer) return { role, name: '', meaning };
  const at = momentText(customer.at, language);
  const picture = customer.way === 'screen' ? { picture: customer.picture } : {};
  return {
    role,
    name: customer.name,
    meaning,
    signed: { at, hash: shortHash(customer.hash), ...picture },
  };
}

/** The photos of what was signed on paper. */
function paperPictures(
  given: readonly { readonly customer: Customer | undefined; readonly caption: string }[],
  language: Language,
): PrintBlock[] {
  const items = given.flatMap(({ customer, caption }) =>
    customer?.way === 'paper'
      ? [
          {
            picture: customer.picture,
            caption,
            note: `${momentText(customer.at, language)} ${customer.name}`,
          },
        ]
      : [],
  );
  return items.length === 0 ? [] : [{ kind: 'pictures', columns: 2, items }];
}

function disclosureTable(rows: readonly ToldRepair[], language: Language): PrintBlock {
  const words = deliveryPageText[language].paper;
  return {
    kind: 'table',
    columns: [
      { title: words.repair, width: 'auto' },
      { title: words.on, width: 'auto' },
      { title: words.words, width: 1 },
    ],
    rows: rows.map(({ number, on, text }) => ({ cells: [number, on, text] })),
  };
}

/** What is said of repairs before the sale, acknowledged before the sheet is signed. */
function disclosureBlocks({ shown }: SheetContent, language: Language): PrintBlock[] {
  const words = deliveryPageText[language].paper;
  const { disclosures, acknowledgement } = shown;
  const heading: PrintBlock = { kind: 'heading', level: 2, text: words.disclosure };
  if (disclosures.length === 0) return [heading, { kind: 'paragraphs', texts: [words.noRepairs] }];
  const texts = acknowledgement
    ? [
        filled(words.acknowledged, {
          name: acknowledgement.name,
          at: momentText(acknowledgement.at, language),
        }),
      ]
    : [];
  return [heading, disclosureTable(disclosures, language), { kind: 'paragraphs', texts }];
}

function vehicleBlock(sheet: PrintedSheet, language: Language): PrintBlock {
  const words = deliveryPageText[language].paper;
  const { rows, shown } = sheet.content;
  const kinds: Readonly<Record<string, string>> = vehicleKindNames[language];
  return {
    kind: 'keyValues',
    columns: 3,
    boxed: true,
    items: [
      ...known(words.customer, rows.customerName),
      ...known(words.model, shown.model),
      ...known(words.kind, kinds[shown.vehicleKind]),
      ...knownSigns(words.vin, rows.vin),
      ...known(words.engine, shown.engineNumber),
      ...known(words.colour, shown.colour),
      ...known(words.order, shown.orderNumber),
      ...known(words.number, sheet.deliveryNumber),
      ...known(words.plannedOn, shown.plannedOn),
      ...known(words.place, shown.place),
      ...known(words.consultant, shown.consultantName),
    ],
  };
}

function listBlocks({ rows, shown }: SheetContent, language: Language): PrintBlock[] {
  const words = deliveryPageText[language].paper;
  const { purpose } = inspectionText[language].choices;
  const { kind } = handOverItemText[language].choices;
  return [
    { kind: 'heading', level: 2, text: words.checks },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: words.check, width: 1 },
        { title: words.checkNumber, width: 'auto' },
        { title: words.signer, width: 'auto' },
        { title: words.on, width: 'auto' },
      ],
      rows: shown.checks.map((check) => ({
        cells: [
          { text: purpose[check.purpose], mark: 'pass' },
          check.number,
          check.signerName,
          check.finishedOn,
        ],
      })),
    },
    { kind: 'heading', level: 2, text: words.items },
    {
      kind: 'table',
      dense: true,
      columns: [
        { title: words.itemKind, width: 'auto' },
        { title: words.itemName, width: 1 },
        { title: words.quantity, width: 'auto', align: 'right' },
        { title: words.note, width: 'auto' },
      ],
      rows: rows.items.map((item) => ({
        cells: [kind[item.kind], item.name, String(item.quantity), item.note ?? ''],
      })),
    },
  ];
}

/** 车辆交接单 in two copies; before the customer signed with a place for the pen. */
export function sheetDocument(sheet: PrintedSheet, language: Language, now: string): PrintDocument {
  const words = deliveryPageText[language].paper;
  const { content, customer, number } = sheet;
  const mark = signatureMark(sheet, language);
  const signed: Customer | undefined = customer && {
    ...customer,
    picture: customer.pictureHash,
    hash: customer.contentHash,
  };
  const told = content.shown.acknowledgement ?? undefined;
  const store = signatureBlock(sheet, language, words.storeRole);
  return {
    ...paperFrame(language, now, { auditCode: sheet.auditCode, form: 'compact' }),
    title: words.title,
    header: {
      store: content.shown.storeName,
      number,
      state: mark ?? (customer ? words.signed : words.unsigned),
      stateTone: mark === null && customer ? 'good' : 'warning',
      code: number,
    },
    ...(mark === null ? {} : { watermark: mark }),
    copies: [words.copyStore, words.copyCustomer],
    blocks: [
      vehicleBlock(sheet, language),
      ...listBlocks(content, language),
      ...disclosureBlocks(content, language),
      { kind: 'paragraphs', style: 'statement', texts: [words.statement] },
      {
        ...store,
        stamp: words.stamp,
        signers: [
          ...store.signers.map((signer) => ({ ...signer, role: words.storeRole })),
          customerSigner(signed, words.customerMeaning, language),
          ...(told ? [customerSigner(told, words.knowing, language)] : []),
        ],
      },
      ...paperPictures(
        [
          { customer: told, caption: words.acknowledgementPicture },
          { customer: signed, caption: words.signedPaper },
        ],
        language,
      ),
    ],
  };
}

/** 售前维修告知书: what the customer acknowledges before the sheet. */
export function disclosureDocument(notice: PrintedNotice, language: Language, now: string): PrintDocument {
  const words = deliveryPageText[language].paper;
  const { acknowledgement } = notice;
  const signed: Customer | undefined = acknowledgement && {
    ...acknowledgement,
    picture: acknowledgement.pictureHash,
    hash: acknowledgement.contentHash,
  };
  return {
    ...paperFrame(language, now, { auditCode: notice.auditCode, form: 'compact' }),
    title: words.disclosureTitle,
    header: { store: notice.storeName, number: notice.deliveryNumber, code: notice.deliveryNumber },
    copies: [words.copyStore, words.copyCustomer],
    blocks: [
      {
        kind: 'keyValues',
        columns: 3,
        boxed: true,
        items: [
          ...known(words.customer, notice.customerName),
          ...known(words.model, notice.model),
          ...knownSigns(words.vin, notice.vin),
        ],
      },
      disclosureTable(notice.repairs, language),
      { kind: 'paragraphs', style: 'statement', texts: [words.disclosureStatement] },
      {
        kind: 'signatures',
        labels: paperText[language].signature,
        stamp: words.stamp,
        signers: [
          { role: words.storeRole, name: notice.consultantName },
          customerSigner(signed, words.knowing, language),
        ],
      },
      ...paperPictures([{ customer: signed, caption: words.acknowledgementPicture }], language),
    ],
  };
}
