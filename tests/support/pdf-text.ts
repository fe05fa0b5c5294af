/** What a reader's program finds in a PDF; by poppler's tools where they are installed. */
import { execFileSync, spawnSync } from 'node:child_process';

/** Whether poppler's tools are here; tests that need them say so and skip otherwise. */
export const pdfTools = ['pdftotext', 'pdffonts', 'pdfimages'].every(
  (tool) => spawnSync(tool, ['-v']).status === 0,
);

const run = (tool: string, args: string[], bytes: Uint8Array): string =>
  execFileSync(tool, args, {
    input: bytes,
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['pipe', 'pipe', 'ignore'],
  });

/** Selectable text, page by page, in reading order. */
export const pdfText = (bytes: Uint8Array): string[] =>
  run('pdftotext', ['-enc', 'UTF-8', '-', '-'], bytes).split('\f').slice(0, -1);

/** Lines as they lie on the pages, without blanks: the cells of a table's row stand in one line. */
export const pdfLines = (bytes: Uint8Array): string[] =>
  run('pdftotext', ['-layout', '-enc', 'UTF-8', '-', '-'], bytes)
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ''));

/** All text in the order in which it was set, without blanks: what stands in one cell stays together. */
export const pdfInOrder = (bytes: Uint8Array): string =>
  run('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], bytes).replaceAll(/\s+/gu, '');

/** Names of the fonts inside. */
export const pdfFonts = (bytes: Uint8Array): string[] =>
  run('pdffonts', ['-'], bytes)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/)[0] ?? '');

/** Pictures inside, one object number each; masks do not count. */
export const pdfImages = (bytes: Uint8Array): string[] =>
  run('pdfimages', ['-list', '-'], bytes)
    .split('\n')
    .slice(2)
    .map((line) => line.trim().split(/\s+/))
    .flatMap((columns) => (columns[2] === 'image' ? [columns[10] ?? ''] : []));
