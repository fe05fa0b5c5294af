import '#electron/features/personal-data/personal-data.table.ts';
import { expect, it } from 'vitest';
import { removeErasedFiles } from '#electron/features/personal-data/personal-data.photos.ts';
import { openTestCore, ownerWindow } from '#tests/support/core.ts';
import { plannedDelivery, stroke, versionOf } from '#tests/support/delivery.ts';
import { yardPhoto } from '#tests/support/test-pictures.ts';

it('takes photos that nobody signed with their files, but no file that somebody else’s photo is too', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  const { client } = owner;
  const mine = await plannedDelivery(owner, 1);
  const other = await plannedDelivery(owner, 1);
  const picture = new File([Buffer.from(yardPhoto(1).bytes)], 'photo.png', { type: 'image/png' });
  await client.delivery.addPhoto({ id: mine.id, caption: '合影', file: picture });
  await client.delivery.addPhoto({ id: mine.id, caption: null, file: stroke().file });
  const before = await core.attachments.list();
  await client.delivery.addPhoto({ id: other.id, caption: null, file: stroke().file });
  expect(await core.attachments.list()).toEqual(before);
  await client.delivery.cancel({ id: mine.id, version: await versionOf(owner, mine.id), reason: '不要了' });
  await core.database.write((writer) =>
    writer.updateTable('vehicleOrder').set({ state: 'cancelled' }).where('id', '=', mine.orderId).execute(),
  );
  const { customerId } = mine;
  expect(await client.personalData.deletionPreview({ customerId })).toMatchObject({ blocks: [], photos: 2 });

  // Asked a second time, as the start of the program does with what a stop left over.
  const { remove } = core.attachments;
  await client.personalData.erase({ customerId, reason: '客户书面要求', name: '鲁运物流' });
  await removeErasedFiles(core.database, { remove });
  const left = await core.attachments.list();
  expect(left).toHaveLength(before.length - 2);
  expect((await client.delivery.view({ id: other.id })).photos).toHaveLength(1);
  const stored = await core.database.reader.selectFrom('attachment').select('hash').orderBy('hash').execute();
  expect(stored.map(({ hash }) => hash)).toEqual(left);
  expect(await core.database.reader.selectFrom('personalDataFile').selectAll().execute()).toEqual([]);
  await core.close();
});
