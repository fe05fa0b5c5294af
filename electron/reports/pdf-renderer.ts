/** PrintDocument → PDF by Typst. Holds the compiler and its fonts; lives in the report worker. */
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintBlock, PrintDocument } from '#shared/kernel/print-document.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { chartSvg } from './chart-svg.ts';
import { readFontSigns } from './font-signs.ts';
import template from './print.typ?raw';

export type PdfFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number };

/** A document whose charts are drawn, ready for the template. */
export type PreparedDocument = Omit<PrintDocument, 'blocks'> & { readonly blocks: readonly PreparedBlock[] };
type PreparedBlock =
  | Exclude<PrintBlock, { kind: 'chart' }>
  | { kind: 'chart'; svg: string; caption?: string };

export type PdfRenderer = {
  prepare(document: PrintDocument): PreparedDocument;
  /**
   * One PDF of one or more documents, each with its own page numbers and its own bookmark.
   * Archive form (PDF/A-2b), text selectable, fonts inside.
   * @throws DeskError rule-violated `nothing-to-print` for an empty list; Error with the compiler's words
   * when the template fails, which is a fault of the program, not of the data.
   */
  render(documents: readonly PreparedDocument[]): PdfFile;
};

/** The weights that the template uses; folders of @expo-google-fonts/noto-sans-sc. */
const fontWeights = ['400Regular', '500Medium', '700Bold'] as const;

/** Width between the margins of `print.typ`, in millimetres. */
const textWidthMm = { portrait: 210 - 2 * 19, landscape: 297 - 2 * 19 } as const;

/** Compilations through which an unused memoized result survives: the template stays, old texts go. */
const cacheAge = 1;

function prepare(document: PrintDocument): PreparedDocument {
  const widthMm = textWidthMm[document.orientation];
  const blocks = document.blocks.map((block): PreparedBlock =>
    block.kind === 'chart'
      ? {
          kind: 'chart',
          svg: chartSvg(block.chart, { widthMm, heightMm: block.heightMm ?? 62 }),
          caption: block.caption,
        }
      : block,
  );
  return { ...document, blocks };
}

/**
 * Starts a compiler on the fonts below `fontFolder` (the package @expo-google-fonts/noto-sans-sc, or a
 * folder laid out like it). Reads no other file and no network.
 */
export function createPdfRenderer(fontFolder: string): PdfRenderer {
  const compiler = NodeCompiler.create({
    workspace: fontFolder,
    fontArgs: [{ fontPaths: fontWeights.map((weight) => `${fontFolder}/${weight}`) }],
  });
  const [regular] = fontWeights;
  const signs = readFontSigns(`${fontFolder}/${regular}/NotoSansSC_${regular}.ttf`);
  const shown = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? signs.shown(value) : value;

  return {
    prepare,
    render(documents) {
      const [first] = documents;
      if (!first) throw ruleViolated('nothing-to-print');
      const inputs = {
        documents: JSON.stringify(documents, shown),
        created: (first.createdAt ?? '2000-01-01').slice(0, 10),
      };
      const result = compiler.compile({ mainFileContent: template, inputs });
      const document = result.result;
      if (!document) {
        const error = result.takeError();
        throw new Error(
          `print template: ${error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no output'}`,
        );
      }
      const bytes = new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b' }));
      const pages = document.numOfPages;
      compiler.evictCache(documents.length > 1 ? 0 : cacheAge);
      return { bytes, pages };
    },
  };
}
