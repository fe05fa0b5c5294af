import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { asReadProblem, ReadProblem } from './read-problem.ts';
import { CHUNK_BYTES, type SourceFile } from './source-file.ts';
import type { ReadLimits } from './table-file.ts';

type ZipEntry = {
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly offset: number;
};

/** Parts of a zip by name: `/` as separator, lower case. Names are only looked up, never used as paths. */
export type ZipArchive = {
  readonly source: SourceFile;
  readonly limits: ReadLimits;
  readonly entries: ReadonlyMap<string, ZipEntry>;
};

const MAX_ENTRIES = 20_000;
const MAX_DIRECTORY_BYTES = 8 * 2 ** 20;
const RATIO_FREE_BYTES = 32 * 2 ** 20;

export function partName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** Reads the central directory. @throws ReadProblem `truncated` (no directory), `unreadable`, `zip-bomb` (too many parts) */
export async function openZip(source: SourceFile, limits: ReadLimits): Promise<ZipArchive> {
  const tailAt = Math.max(0, source.size - 65_557);
  const tail = await source.read(tailAt, 65_557);
  const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0 || end + 22 > tail.length) throw new ReadProblem('truncated');
  let count = tail.readUInt16LE(end + 10);
  let size = tail.readUInt32LE(end + 12);
  let offset = tail.readUInt32LE(end + 16);
  if (count === 0xffff || offset === 0xffffffff || size === 0xffffffff) {
    const locator = await source.read(tailAt + end - 20, 20);
    if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) throw new ReadProblem('truncated');
    const record = await source.read(Number(locator.readBigUInt64LE(8)), 56);
    if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) throw new ReadProblem('truncated');
    count = Number(record.readBigUInt64LE(32));
    size = Number(record.readBigUInt64LE(40));
    offset = Number(record.readBigUInt64LE(48));
  }
  if (count > MAX_ENTRIES || size > MAX_DIRECTORY_BYTES) throw new ReadProblem('zip-bomb');
  const directory = await source.read(offset, size);
  if (directory.length < size) throw new ReadProblem('truncated');
  return { source, limits, entries: readDirectory(directory, count) };
}

function readDirectory(directory: Buffer, count: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
      throw new ReadProblem('truncated');
    const nameLength = directory.readUInt16LE(at + 28);
    const extraLength = directory.readUInt16LE(at + 30);
    const name = partName(directory.toString('utf8', at + 46, at + 46 + nameLength));
    const extra = directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const size = directory.readUInt32LE(at + 24);
    const wide = wideSizes(extra, size, directory.readUInt32LE(at + 20), directory.readUInt32LE(at + 42));
    const entry: ZipEntry = {
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      crc: directory.readUInt32LE(at + 16),
      ...wide,
    };
    if (!entries.has(name)) entries.set(name, entry);
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Zip64: sizes that do not fit 32 bits stand in an extra field, in this order, only those that are needed. */
function wideSizes(
  extra: Buffer,
  size: number,
  packed: number,
  offset: number,
): { packed: number; offset: number } {
  const found = { packed, offset };
  if (size !== 0xffffffff && packed !== 0xffffffff && offset !== 0xffffffff) return found;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let field = at + 4;
    const next = (): number => {
      if (field + 8 > extra.length) throw new ReadProblem('unreadable');
      const value = Number(extra.readBigUInt64LE(field));
      field += 8;
      return value;
    };
    if (size === 0xffffffff) next();
    if (packed === 0xffffffff) found.packed = next();
    if (offset === 0xffffffff) found.offset = next();
    return found;
  }
  return found;
}

/**
 * The bytes of one part. What comes out is counted, whatever the directory claims, and checked against the checksum.
 * @throws ReadProblem `unreadable` (no such part, damaged), `password`, `truncated`, `zip-bomb`, `too-large` (above `maxBytes`)
 */
export async function* inflated(
  zip: ZipArchive,
  name: string,
  maxBytes: number,
): AsyncGenerator<Buffer, void, undefined> {
  const entry = zip.entries.get(partName(name));
  if (entry === undefined) throw new ReadProblem('unreadable');
  if (entry.encrypted) throw new ReadProblem('password');
  if (entry.method !== 0 && entry.method !== 8) throw new ReadProblem('unreadable');
  const header = await zip.source.read(entry.offset, 30);
  if (header.length < 30) throw new ReadProblem('truncated');
  if (header.readUInt32LE(0) !== 0x04034b50) throw new ReadProblem('unreadable');
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  if (start + entry.packed > zip.source.size) throw new ReadProblem('truncated');
  const packed = zip.source.chunks(start, start + entry.packed);
  let bytes = 0;
  let crc = 0;
  try {
    for await (const chunk of entry.method === 0 ? packed : inflate(packed)) {
      bytes += chunk.length;
      if (bytes > maxBytes)
        throw new ReadProblem(maxBytes < zip.limits.maxInflatedBytes ? 'too-large' : 'zip-bomb');
      if (bytes > RATIO_FREE_BYTES && bytes > entry.packed * zip.limits.maxRatio)
        throw new ReadProblem('zip-bomb');
      crc = crc32(chunk, crc);
      yield chunk;
    }
  } catch (error) {
    throw asReadProblem(error);
  }
  if (crc !== entry.crc) throw new ReadProblem('unreadable');
}

/** Inflated chunks that may wait for the reader. */
const AHEAD = 6;

/**
 * Inflates in zlib's own thread while the caller parses the chunk before. A queue instead of the stream's own iterator,
 * which stops inflating until each chunk is taken and copies what has gathered.
 */
async function* inflate(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const inflater = createInflateRaw({ chunkSize: CHUNK_BYTES });
  const queue: Buffer[] = [];
  let wake = (): void => {};
  let ended = false;
  let failure: unknown;
  inflater.on('data', (chunk: Buffer) => {
    queue.push(chunk);
    if (queue.length >= AHEAD) inflater.pause();
    wake();
  });
  const stop = (error?: unknown): void => {
    ended = true;
    failure = error;
    wake();
  };
  inflater.on('end', () => stop()); // not the end of writing: chunks may still wait behind a pause then
  pipeline(Readable.from(packed), inflater, (error) => {
    if (error) stop(error);
  });
  try {
    for (;;) {
      const chunk = queue.shift();
      if (chunk !== undefined) {
        if (inflater.isPaused() && queue.length < AHEAD) inflater.resume();
        yield chunk;
      } else if (ended) {
        break;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
    if (failure !== undefined) throw failure;
  } finally {
    inflater.destroy();
  }
}

/** A small part as text. @throws ReadProblem as `inflated`, and `doctype` */
export async function readPart(zip: ZipArchive, name: string, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of inflated(zip, name, maxBytes)) chunks.push(chunk);
  const text = new TextDecoder(xmlEncoding(chunks[0])).decode(Buffer.concat(chunks));
  if (text.includes('<!DOCTYPE')) throw new ReadProblem('doctype');
  return text;
}

/** XML parts are UTF-8 or, rarely, UTF-16 with a byte order mark. */
export function xmlEncoding(head: Buffer | undefined): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head?.[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head?.[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}
