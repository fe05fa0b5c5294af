import '#electron/features/personal-data/personal-data.table.ts';
import { expect, it } from 'vitest';
import { removeErasedFiles } from '#electron/features/personal-data/personal-data.photos.ts';
import { deletionDocument } from '#electron/features/personal-data/personal-data.report.ts';
import type { PhotoCount } from '#shared/features/personal-data/personal-data.contract.ts';
import type { Language } from '#shared/kernel/language.ts';
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
  expect(await client.personalData.deletionPreview({ customerId })).toMatchObject({
    blocks: [],
    photos: [{ kind: 'delivery', count: 2 }],
  });

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

  // The proof tells what went; one of before the program counted photos says nothing of them.
  const row = await core.database.reader
    .selectFrom('personalDataDeletion')
    .selectAll()
    .executeTakeFirstOrThrow();
  const photos = JSON.parse(row.photos ?? '') as PhotoCount[];
  expect(photos).toEqual([{ kind: 'delivery', count: 2 }]);
  const printed = { store: '店', auditCode: 'A', now: row.at };
  const proof = (language: Language, given: readonly PhotoCount[]): string =>
    JSON.stringify(
      deletionDocument(printed, { ...row, changed: [], kept: [], photos: given }, language).blocks,
    );
  expect(proof('zh-CN', photos)).toContain('["照片：没有办成的交车（连同文件）","2"]');
  expect(proof('en', photos)).toContain(
    '["Photos of deliveries that did not come about (files and all)","2"]',
  );
  expect(proof('zh-CN', [])).not.toContain('照片：');
  await core.close();
});
