/** What tests of printed sheets share. */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { DeskFile } from '#shared/features/job/job.contract.ts';
import { pdfText } from './pdf-text.ts';

/** Bytes of a printed file; kept to be looked at, when DESK_KEEP names a folder. */
export async function paperBytes(file: DeskFile, name = file.name): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const folder = process.env['DESK_KEEP'];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${name}`, bytes);
  }
  return bytes;
}

/** Pages without blanks: paper breaks lines where it likes. */
export const pagesOf = (bytes: Uint8Array): readonly string[] =>
  pdfText(bytes).map((page) => page.replaceAll(/\s+/gu, ''));
