import { closeSync, existsSync, ftruncateSync, openSync, readdirSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openCore, type Core } from '#electron/core.ts';
import { errorData } from '#renderer/transport/client.ts';
import { ownerWindow, tempFolder, testClock, testCost, type Window } from '#tests/support/core.ts';
import { newCustomer } from '#tests/support/records.ts';
import { failure } from '#tests/support/refusal.ts';
import { smallDisk } from '#tests/support/small-disk.ts';

const fullError = { code: 'storage', reason: 'disk-full' };

async function openWith(dataFolder: string, ballastBytes: number): Promise<{ core: Core; window: Window }> {
  const core = await openCore({ dataFolder, clock: testClock(), passwordCost: testCost, ballastBytes });
  onTestFinished(() => core.close());
  const ballast = join(dataFolder, 'ballast.bin');
  for (let wait = 0; !existsSync(ballast) && wait < 200; wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(existsSync(ballast)).toBe(true);
  return { core, window: await ownerWindow(core, 'port') };
}

/** Adds customers until the disk is full; returns the ids that were confirmed and the refusal. */
async function addUntilFull({ client }: Window): Promise<{ ids: number[]; refusal: unknown }> {
  const ids: number[] = [];
  for (;;) {
    try {
      const note = 'x'.repeat(4000);
      const { id } = await client.customer.create({
        values: newCustomer({ name: `客户${ids.length}`, note }),
      });
      ids.push(id);
    } catch (error) {
      return { ids, refusal: errorData(error) };
    }
  }
}

it('a database that may not grow refuses a write whole, with a sentence, and gives up the ballast', async () => {
  const { core, window } = await openWith(tempFolder(), 65_536);
  const { writer } = core.database.raw;
  const pages = Number(writer.pragma('page_count', { simple: true }));
  writer.pragma(`max_page_count = ${pages + 12}`);
  const { ids, refusal } = await addUntilFull(window);
  expect(refusal).toEqual(fullError);
  expect(ids.length).toBeGreaterThan(0);
  expect(existsSync(join(core.dataFolder, 'ballast.bin'))).toBe(false);
  expect((await window.client.customer.list({})).total).toBe(ids.length);
  expect(writer.inTransaction).toBe(false);
  // What the freed space means to the file system, this stand-in has to be told.
  writer.pragma(`max_page_count = ${pages + 40}`);
  expect(await window.client.customer.remove({ ids })).toEqual({ removed: ids.length });
  expect((await window.client.backup.verify({})).ok).toBe(true);
});

it('a backup that would not fit is refused before it takes the last room', async () => {
  const { core } = await openWith(tempFolder(), 65_536);
  const { statfs } = await import('node:fs/promises');
  const room = await statfs(core.dataFolder);
  // A source that claims more pages than the disk has room for.
  const { makeBackup } = await import('#electron/kernel/backup-file.ts');
  const claims = new Proxy(core.database.raw.writer, {
    get: (target, key) =>
      key === 'pragma' ? () => (room.bavail * room.bsize) / 4096 + 1 : Reflect.get(target, key, target),
  });
  const folder = join(core.dataFolder, 'backups');
  await expect(
    makeBackup({
      source: claims,
      attachments: core.attachments,
      folder,
      reason: 'manual',
      at: core.clock.now(),
    }),
  ).rejects.toMatchObject({ data: fullError });
  expect(readdirSync(folder)).toEqual([]);
});

it('on a disk that is really full nothing confirmed is lost, and the ballast lets the store delete', async (context) => {
  const disk = smallDisk(40);
  if ('reason' in disk) {
    context.skip(disk.reason);
    return;
  }
  const { window } = await openWith(disk.folder, 4 << 20);
  const filler = openSync(join(disk.folder, 'filler'), 'w');
  const { bavail, bsize } = statfsSync(disk.folder);
  const piece = Buffer.alloc(64 * 1024, 1);
  for (let left = bavail * bsize - 600_000; left > 0; left -= piece.length) writeSync(filler, piece);
  const { ids, refusal } = await addUntilFull(window);
  expect(refusal).toEqual(fullError);
  expect(existsSync(join(disk.folder, 'ballast.bin'))).toBe(false);
  expect((await window.client.customer.list({})).total).toBe(ids.length);
  expect(await window.client.customer.remove({ ids: ids.slice(0, 20) })).toEqual({
    removed: Math.min(20, ids.length),
  });
  expect(await failure(window.client.backup.run({}))).toEqual(undefined);
  ftruncateSync(filler, 0);
  closeSync(filler);
  expect((await window.client.backup.verify({})).ok).toBe(true);
});
