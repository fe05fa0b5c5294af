import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  openSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentStore } from '#electron/kernel/attachment-store.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { addPhoto, damagePhoto } from '#tests/support/attachments.ts';
import { openTestCore, tempFolder } from '#tests/support/core.ts';
import { failAt, killedAtEveryPoint } from '#tests/support/faults.ts';
import { failure } from '#tests/support/refusal.ts';
import { smallDisk } from '#tests/support/small-disk.ts';

const bytesOf = (content: string): Buffer => Buffer.from(content);
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const partsIn = (folder: string): string[] =>
  (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []).filter((name) =>
    name.endsWith('.part'),
  );

describe('the attachment store', () => {
  it('keeps a file once under the hash of its content and gives it back whole', async () => {
    const store = attachmentStore(join(tempFolder(), 'attachments'));
    expect(await store.list()).toEqual([]);
    const photo = Buffer.from([0, 255, 10, 13, 200]);
    const empty = Buffer.alloc(0);
    const kept = await store.put(photo);
    expect(kept).toEqual({ hash: hashOf(photo), size: 5 });
    expect(await store.put(photo)).toEqual(kept);
    await store.put(empty);
    expect(await store.list()).toEqual([hashOf(photo), hashOf(empty)].sort());
    expect((await store.read(kept.hash)).equals(photo)).toBe(true);
    expect(await store.has(kept.hash)).toBe(true);
    expect(await store.has(hashOf(bytesOf('none')))).toBe(false);
  });

  it('takes the same photo from two windows at once', async () => {
    const store = attachmentStore(join(tempFolder(), 'attachments'));
    const photo = Buffer.alloc(300_000, 7);
    const kept = await Promise.all(Array.from({ length: 8 }, () => store.put(photo)));
    expect(new Set(kept.map(({ hash }) => hash)).size).toBe(1);
    expect(await store.list()).toEqual([hashOf(photo)]);
    expect(await store.check(hashOf(photo))).toBe('sound');
    expect(partsIn(store.folder)).toEqual([]);
  });

  it.each(['', '..', '../desk.db', 'A'.repeat(64), `${'0'.repeat(63)}/`, '0'.repeat(65)])(
    'reads nothing but hashes: %j is refused',
    async (hash) => {
      const store = attachmentStore(join(tempFolder(), 'attachments'));
      expect(await failure(store.read(hash))).toEqual({ code: 'not-found', feature: 'attachment' });
      expect(() => store.path(hash)).toThrow('not-found');
    },
  );

  it('never hands out a file that changed; the same photo sent again mends it', async () => {
    const store = attachmentStore(join(tempFolder(), 'attachments'));
    const { hash } = await store.put(bytesOf('photo'));
    damagePhoto(store, hash);
    expect(await store.check(hash)).toBe('changed');
    expect(await failure(store.read(hash))).toEqual({ code: 'storage', reason: 'attachment-changed' });
    await store.put(bytesOf('photo'));
    expect(await store.check(hash)).toBe('sound');
    rmSync(store.path(hash));
    expect(await store.check(hash)).toBe('missing');
    expect(await failure(store.read(hash))).toEqual({ code: 'not-found', feature: 'attachment', id: hash });
  });

  it('that fails at any fault point keeps nothing by halves, and the next try works', async () => {
    const store = attachmentStore(join(tempFolder(), 'attachments'));
    const photo = bytesOf('photo');
    const struck: string[] = [];
    for (let n = 1; ; n += 1) {
      rmSync(store.folder, { recursive: true, force: true });
      const fault = failAt(n);
      await store.put(photo).catch(() => undefined);
      onFaultPoint(undefined);
      if (fault.struck === undefined) break;
      struck.push(fault.struck);
      expect(partsIn(store.folder), fault.struck).toEqual([]);
      for (const hash of await store.list()) expect(await store.check(hash), fault.struck).toBe('sound');
    }
    expect(struck).toEqual(['attachment:afterWrite', 'attachment:afterSync', 'attachment:afterRename']);
    expect(await store.list()).toEqual([hashOf(photo)]);
  });

  it('that is killed at any fault point holds whole files only, and the next start tidies up', async () => {
    const core = await openTestCore();
    await addPhoto(core, 'first');
    const states = await killedAtEveryPoint(core.dataFolder, () => addPhoto(core, 'second'));
    expect(states.map(({ point }) => point)).toEqual([
      'attachment:afterWrite',
      'attachment:afterSync',
      'attachment:afterRename',
      'end',
    ]);
    const left: number[] = [];
    for (const { point, folder } of states) {
      left.push(partsIn(join(folder, 'attachments')).length);
      const again = await openTestCore({ dataFolder: folder });
      expect(partsIn(again.attachments.folder), point).toEqual([]);
      for (const hash of await again.attachments.list())
        expect(await again.attachments.check(hash), point).toBe('sound');
      await addPhoto(again, 'second');
      expect(await again.attachments.list(), point).toHaveLength(2);
      await again.close();
    }
    expect(left).toEqual([1, 1, 0, 0]);
  });

  it('on a full disk refuses with a sentence, leaves nothing behind, and what was kept stays', async (context) => {
    const disk = smallDisk(4);
    if ('reason' in disk) {
      context.skip(disk.reason);
      return;
    }
    const store = attachmentStore(join(disk.folder, 'attachments'));
    const { hash } = await store.put(bytesOf('photo'));
    const filler = openSync(join(disk.folder, 'filler'), 'w');
    const { bavail, bsize } = statfsSync(disk.folder);
    const piece = Buffer.alloc(4096, 1);
    for (let left = bavail * bsize - 500_000; left > 0; left -= piece.length) writeSync(filler, piece);
    const large = Buffer.alloc(1_000_000, 3);
    expect(await failure(store.put(large))).toEqual({ code: 'storage', reason: 'disk-full' });
    expect(partsIn(store.folder)).toEqual([]);
    expect(await store.list()).toEqual([hash]);
    ftruncateSync(filler, 0);
    closeSync(filler);
    expect(await store.put(large)).toMatchObject({ size: large.length });
  });
});
