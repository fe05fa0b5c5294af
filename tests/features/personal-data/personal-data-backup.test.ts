import '#electron/features/personal-data/personal-data.table.ts';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nameOfDeleted } from '#electron/features/personal-data/personal-data.blanks.ts';
import { attachmentFaults, attachmentsOf, attachmentsOfFolder } from '#electron/kernel/backup-attachments.ts';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';
import { openSqlite } from '#electron/kernel/sqlite.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { plannedDelivery, versionOf } from '#tests/support/delivery.ts';
import { yardPhoto } from '#tests/support/test-pictures.ts';

/** Where the deletion begins while the backup is made; the first of them before the copy is whole. */
const moments = ['personal-data:asked', 'backup:afterCopy', 'backup:afterReadBack'];

it('a backup made while a person is deleted is the store before or after it, with every photo that it names', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  const { client } = owner;
  const folder = attachmentsOfFolder(join(core.dataFolder, 'backups'));
  const told: (string | undefined)[] = [];
  let before = { path: '', name: '', customerId: 0 };
  for (const [at, moment] of moments.entries()) {
    const { id, orderId, customerId } = await plannedDelivery(owner, 1);
    const picture = new File([Buffer.from(yardPhoto(at + 1).bytes)], 'photo.png', { type: 'image/png' });
    await client.delivery.addPhoto({ id, caption: '合影', file: picture });
    await client.delivery.cancel({ id, version: await versionOf(owner, id), reason: '不要了' });
    await core.database.write((writer) =>
      writer.updateTable('vehicleOrder').set({ state: 'cancelled' }).where('id', '=', orderId).execute(),
    );
    let erased: Promise<unknown> = Promise.resolve();
    const erase = (): void =>
      void (erased = client.personalData.erase({ customerId, reason: '客户书面要求', name: '鲁运物流' }));
    onFaultPoint((name) => {
      if (name === moment) erase();
    });
    if (at === 0) erase();
    const made = await core.backups.run('manual');
    onFaultPoint(undefined);
    await erased;

    expect(made.failure).toBeNull();
    expect(made.attachments.missing).toBe(0);
    const wanted = attachmentsOf(made.path);
    expect(await attachmentFaults(wanted, folder)).toEqual({ missing: [], changed: [] });
    const copy = openSqlite(made.path, 'read');
    const name = copy.prepare('select name from customer where id = ?').pluck().get(customerId) as string;
    const photos = copy.prepare('select count(*) from delivery_photo where delivery_id = ?').pluck().get(id);
    copy.close();
    told.push(name);
    // Whole: the name and the photo stand or went together.
    expect([name, photos]).toEqual(name === '鲁运物流' ? [name, 1] : [nameOfDeleted(customerId), 0]);
    if (photos === 1) before = { path: made.path, name, customerId };
  }
  // The copies that were whole before the deletion began hold the person; the files are gone from the store all the same.
  expect(told.slice(1)).toEqual(['鲁运物流', '鲁运物流']);
  await core.backups.between(async () => undefined);
  expect(await core.attachments.list()).toEqual([]);
  const restored = await core.restore({
    path: before.path,
    withoutManifest: false,
    by: { personId: 1, name: '王总' },
  });
  expect(restored.lostAttachments).toBe(0);
  expect(await attachmentFaults(attachmentsOf(before.path), core.attachments)).toEqual({
    missing: [],
    changed: [],
  });
  await core.close();
});
