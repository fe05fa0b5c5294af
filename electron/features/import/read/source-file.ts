import { open, type FileHandle } from 'node:fs/promises';
import { asReadProblem, ReadProblem } from './read-problem.ts';
import { stopIfCancelled } from './table-file.ts';

export const CHUNK_BYTES = 256 * 1024;

/** A file opened for reading at any place. */
export type SourceFile = {
  readonly size: number;
  readonly signal: AbortSignal | undefined;
  /** Up to `length` bytes from `at`; fewer only at the end of the file. */
  read(at: number, length: number): Promise<Buffer>;
  /** The bytes from..to in chunks; the next chunk is fetched while the current one is worked on. */
  chunks(from: number, to: number, chunkBytes?: number): AsyncGenerator<Buffer, void, undefined>;
  readonly close: () => Promise<void>;
};

/** @throws ReadProblem `not-found`, `in-use`, `not-a-table` (a folder), `empty`, `too-large` */
export async function openSource(path: string, maxBytes: number, signal?: AbortSignal): Promise<SourceFile> {
  stopIfCancelled(signal);
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    throw asReadProblem(error);
  }
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new ReadProblem('not-a-table');
    if (stat.size === 0) throw new ReadProblem('empty');
    if (stat.size > maxBytes) throw new ReadProblem('too-large');
    return sourceOf(handle, stat.size, signal);
  } catch (error) {
    await handle.close();
    throw asReadProblem(error);
  }
}

function sourceOf(handle: FileHandle, size: number, signal: AbortSignal | undefined): SourceFile {
  const read = async (at: number, length: number): Promise<Buffer> => {
    stopIfCancelled(signal);
    const wanted = Math.max(0, Math.min(length, size - at));
    const buffer = Buffer.allocUnsafe(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await handle.read(buffer, filled, wanted - filled, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return filled === wanted ? buffer : buffer.subarray(0, filled);
  };
  async function* chunks(
    from: number,
    to: number,
    chunkBytes = CHUNK_BYTES,
  ): AsyncGenerator<Buffer, void, undefined> {
    const fetch = (at: number): Promise<Buffer> => {
      const next = read(at, Math.min(chunkBytes, to - at));
      next.catch(() => {}); // awaited below; a reader that stopped early must not leave an unhandled rejection
      return next;
    };
    let at = from;
    let next = fetch(at);
    while (at < to) {
      const chunk = await next;
      if (chunk.length === 0) return;
      at += chunk.length;
      if (at < to) next = fetch(at);
      yield chunk;
    }
  }
  return { size, signal, read, chunks, close: () => handle.close() };
}
