import { ReadProblem } from './read-problem.ts';

const END_OF_CHAIN = 0xfffffffe;
const LAST_SECTOR = 0xfffffffa;

/**
 * The named streams of an OLE2 container (MS-CFB), read on demand. Every chain is followed at most as far as the file has
 * sectors, so that a circle ends.
 */
export type Container = { has(name: string): boolean; stream(name: string): Buffer };

type DirectoryEntry = { readonly start: number; readonly size: number };

/** @throws ReadProblem `truncated`, `unreadable` */
export function readContainer(data: Buffer): Container {
  if (data.length < 512) throw new ReadProblem('truncated');
  const sectorShift = data.readUInt16LE(30);
  const miniShift = data.readUInt16LE(32);
  if ((sectorShift !== 9 && sectorShift !== 12) || miniShift !== 6) throw new ReadProblem('unreadable');
  const size = 1 << sectorShift;
  const sector = (index: number): Buffer => {
    const at = (index + 1) * size;
    if (index > LAST_SECTOR) throw new ReadProblem('unreadable');
    if (at >= data.length) throw new ReadProblem('truncated');
    return data.subarray(at, at + size);
  };
  const fat = readFat(data, size, sector);
  const chain = (start: number, next: Uint32Array): number[] => {
    const found: number[] = [];
    for (let at = start; at !== END_OF_CHAIN && at <= LAST_SECTOR; at = next[at] ?? END_OF_CHAIN) {
      found.push(at);
      if (found.length > next.length) throw new ReadProblem('unreadable');
    }
    return found;
  };
  const joined = (start: number, length: number): Buffer =>
    Buffer.concat(chain(start, fat).map(sector)).subarray(0, length);

  const entries = new Map<string, DirectoryEntry>();
  let root: DirectoryEntry = { start: END_OF_CHAIN, size: 0 };
  const directory = joined(data.readUInt32LE(48), Infinity);
  for (let at = 0; at + 128 <= directory.length; at += 128) {
    const type = directory[at + 66];
    const nameBytes = Math.min(64, directory.readUInt16LE(at + 64));
    const entry = { start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) };
    const name = directory.toString('utf16le', at, at + Math.max(0, nameBytes - 2));
    if (type === 5) root = entry;
    else if (type === 2 && !entries.has(name)) entries.set(name, entry);
  }
  const smallest = data.readUInt32LE(56);

  const stream = (name: string): Buffer => {
    const entry = entries.get(name);
    if (entry === undefined) throw new ReadProblem('unreadable');
    if (entry.size > data.length) throw new ReadProblem('truncated');
    if (entry.size >= smallest) return joined(entry.start, entry.size);
    const mini = joined(root.start, root.size);
    const miniFat = wordsOf(joined(data.readUInt32LE(60), Infinity));
    const parts = chain(entry.start, miniFat).map((index) => mini.subarray(index * 64, index * 64 + 64));
    return Buffer.concat(parts).subarray(0, entry.size);
  };
  return { has: (name) => entries.has(name), stream };
}

function readFat(data: Buffer, size: number, sector: (index: number) => Buffer): Uint32Array {
  const count = Math.min(data.readUInt32LE(44), Math.ceil(data.length / size));
  const list: number[] = [];
  for (let index = 0; index < 109 && list.length < count; index += 1)
    list.push(data.readUInt32LE(76 + index * 4));
  let more = data.readUInt32LE(68);
  for (let guard = 0; list.length < count && more <= LAST_SECTOR && guard <= count; guard += 1) {
    const words = wordsOf(sector(more));
    for (let index = 0; index < words.length - 1 && list.length < count; index += 1)
      list.push(words[index] ?? 0);
    more = words[words.length - 1] ?? END_OF_CHAIN;
  }
  return wordsOf(Buffer.concat(list.filter((index) => index <= LAST_SECTOR).map(sector)));
}

function wordsOf(bytes: Buffer): Uint32Array {
  const words = new Uint32Array(bytes.length >> 2);
  for (let index = 0; index < words.length; index += 1) words[index] = bytes.readUInt32LE(index * 4);
  return words;
}
