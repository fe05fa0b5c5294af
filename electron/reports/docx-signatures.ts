/** Signature blocks of a Word document. */
import {
  BorderStyle,
  HeightRule,
  Paragraph,
  type Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { PrintBlockOf, PrintSigner } from '#shared/kernel/print-document.ts';
import { pictureRun } from './docx-drawings.ts';
import { inRows, tableOf } from './docx-grid.ts';
import { accent, alignments, bodySize, ink, muted, noBorders, ruledLine, toneColours } from './docx-look.ts';
import { textRuns } from './docx-text.ts';
import type { PictureFiles } from './picture-files.ts';

type Signatures = PrintBlockOf<'signatures'>;

/** What stands on the line: the hand's stroke, the typed name of who signed, or room to sign by hand. */
function onTheLine(signer: PrintSigner, pictures: PictureFiles): Paragraph {
  const { signed } = signer;
  const file = signed?.picture === undefined ? undefined : pictures.get(signed.picture);
  const runs = file
    ? [pictureRun(file, { widthMm: 40, heightMm: 10 }, signer.name)]
    : textRuns(signer.name, signed ? { size: 25, bold: true } : { size: bodySize, color: muted });
  return new Paragraph({
    keepNext: true,
    spacing: { before: file ? 40 : signed ? 160 : 100, after: 60 },
    border: {
      bottom: {
        style: BorderStyle.SINGLE,
        color: signed ? accent : ink,
        size: 4,
        space: signed ? 4 : 24,
      },
    },
    children: runs,
  });
}

function signerCell(
  signer: PrintSigner | undefined,
  width: number,
  { labels }: Signatures,
  pictures: PictureFiles,
): TableCell {
  const head = signer ? [signer.role, signer.meaning].filter(Boolean).join(' · ') : '';
  const signed = signer?.signed;
  const typed = signed?.picture !== undefined && pictures.has(signed.picture) ? `${signer?.name}  ` : '';
  const foot = signed
    ? `${typed}${signed.at}\n${labels.hash} ${signed.hash}`
    : `${labels.signHere}            ${labels.date}`;
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 0, right: 280 },
    borders: noBorders,
    verticalAlign: VerticalAlignTable.BOTTOM,
    children: signer
      ? [
          new Paragraph({ keepNext: true, children: textRuns(head, { size: 17, color: muted }) }),
          onTheLine(signer, pictures),
          new Paragraph({ children: textRuns(foot, { size: 15, color: muted }) }),
          ...(signed?.invalid === undefined
            ? []
            : [
                new Paragraph({
                  children: textRuns(signed.invalid, { size: 16, bold: true, color: toneColours.warning }),
                }),
              ]),
        ]
      : [new Paragraph({ children: [] })],
  });
}

/** A field for the store's stamp: as high as two rows of signers. */
function stampCell(words: string, width: number): TableCell {
  const line = { ...ruledLine, style: BorderStyle.DASHED };
  return new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: line, right: line },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: alignments.center,
        children: textRuns(words, { size: bodySize, color: muted }),
      }),
    ],
  });
}

export function signatureTable(block: Signatures, pictures: PictureFiles): Table {
  const across = Math.min(3, Math.max(2, block.signers.length));
  const stampWidth = block.stamp === undefined ? 0 : 22;
  const width = (100 - stampWidth) / across;
  const widths = Array.from({ length: across }, () => width);
  const cell = (signer: PrintSigner | undefined): TableCell => signerCell(signer, width, block, pictures);
  if (block.stamp === undefined) return tableOf(inRows(block.signers, across, cell), widths);
  const row = new TableRow({
    cantSplit: true,
    height: { value: 1900, rule: HeightRule.ATLEAST },
    children: [...block.signers.slice(0, across).map(cell), stampCell(block.stamp, stampWidth)],
  });
  return tableOf([row, ...inRows(block.signers.slice(across), across, cell)], [...widths, stampWidth]);
}
