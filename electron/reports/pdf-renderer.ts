/** PrintDocument → PDF by Typst. Holds the compiler and its fonts; lives in the report worker. */
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler';
import type { PictureHash } from '#shared/kernel/print-document.ts';
import { ruleViolated } from '#shared/rpc/desk-error.ts';
import { readFontSigns } from './font-signs.ts';
import { withoutSystemFonts } from './own-fonts.ts';
import type { PictureFiles } from './picture-files.ts';
import { picturePath, type PreparedDocument } from './prepare-print.ts';
import { printTemplate } from './print-template.ts';

export type PdfFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly pages: number };

export type PdfRenderer = {
  /**
   * One PDF of one or more documents, each with its own page numbers and its own bookmark.
   * Archive form (PDF/A-2b), text selectable, fonts inside. `pictures` are those that the documents name.
   * @throws DeskError rule-violated `nothing-to-print` for an empty list; Error with the compiler's words
   * when the template fails, which is a fault of the program, not of the data.
   */
  render(documents: readonly PreparedDocument[], pictures?: PictureFiles): PdfFile;
  /** Which of the pictures the compiler cannot decode, though they began like pictures: cut off, garbled. */
  broken(pictures: PictureFiles): PictureHash[];
  /** Forgets what earlier documents left in the compiler; to be called when nobody waits. */
  tidy(): void;
};

/** The weights that the template uses; folders of @expo-google-fonts/noto-sans-sc. */
const fontWeights = ['400Regular', '500Medium', '700Bold'] as const;

/** Within Latin words: the font draws this sign as wide as a Chinese one. */
const apostrophe = /(?<=[A-Za-z])’(?=[A-Za-z])/gu;

/** Compilations through which an unused memoized result survives: the template stays, old texts go. */
const cacheAge = 1;

/**
 * Starts a compiler on the fonts below `fontFolder` (the package @expo-google-fonts/noto-sans-sc, or a
 * folder laid out like it). Reads no other file and no network: the template and the documents are given to it as files
 * that exist in its memory only.
 */
export function createPdfRenderer(fontFolder: string): PdfRenderer {
  const compiler = withoutSystemFonts(() =>
    NodeCompiler.create({
      workspace: fontFolder,
      fontArgs: [{ fontPaths: fontWeights.map((weight) => join(fontFolder, weight)) }],
    }),
  );
  for (const [name, source] of Object.entries(printTemplate))
    compiler.addSource(join(fontFolder, name), source);
  const [regular] = fontWeights;
  const signs = readFontSigns(join(fontFolder, regular, `NotoSansSC_${regular}.ttf`));
  const shown = (_key: string, value: unknown): unknown =>
    typeof value === 'string' ? signs.shown(value.replaceAll(apostrophe, "'")) : value;
  const documentOf = (result: NodeTypstCompileResult): NonNullable<NodeTypstCompileResult['result']> => {
    if (result.result) return result.result;
    const error = result.takeError();
    throw new Error(
      `print template: ${error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no output'}`,
    );
  };
  let batch = false;

  /** Does something while the compiler has the pictures; they are large, so it keeps none of them. */
  function withPictures<Result>(pictures: PictureFiles, work: () => Result): Result {
    const paths = [...pictures.keys()].map((hash) => join(fontFolder, picturePath(hash)));
    [...pictures.values()].forEach(({ bytes }, index) =>
      compiler.mapShadow(paths[index] ?? '', Buffer.from(bytes)),
    );
    try {
      return work();
    } finally {
      for (const path of paths) compiler.unmapShadow(path);
    }
  }

  return {
    render(documents, pictures = new Map()) {
      const [first] = documents;
      if (!first) throw ruleViolated('nothing-to-print');
      const { title, header } = first;
      const [year, month, day] = (first.createdAt ?? '2000-01-01').slice(0, 10).split('-').map(Number);
      const input = {
        title: [title, header.number].filter(Boolean).join(' '),
        author: header.store,
        year,
        month,
        day,
        documents,
      };
      compiler.mapShadow(join(fontFolder, 'print.json'), Buffer.from(JSON.stringify(input, shown)));
      batch ||= documents.length > 1 || pictures.size > 0;
      return withPictures(pictures, () => {
        const document = documentOf(compiler.compile({ mainFilePath: join(fontFolder, 'print.typ') }));
        const bytes = new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b' }));
        return { bytes, pages: document.numOfPages };
      });
    },
    broken: (pictures) =>
      withPictures(pictures, () =>
        [...pictures].flatMap(([hash, { format }]) => {
          const probe = `#image("${picturePath(hash)}", format: "${format}")`;
          return compiler.compile({ mainFileContent: probe }).result ? [] : [hash];
        }),
      ),
    tidy() {
      compiler.evictCache(batch ? 0 : cacheAge);
      batch = false;
    },
  };
}
