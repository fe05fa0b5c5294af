import { closeSync, ftruncateSync, openSync, readdirSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import sharp from 'sharp';
import { openCore } from '#electron/core.ts';
import { errorData } from '#renderer/transport/client.ts';
import {
  openTestCore,
  openWindow,
  ownerWindow,
  password,
  personWindow,
  tempFolder,
  testClock,
  testCost,
} from '#tests/support/core.ts';
import { answerAll, newStock, onlySmallLists } from '#tests/support/inspection.ts';
import { killedAtEveryPoint } from '#tests/support/faults.ts';
import { failure } from '#tests/support/refusal.ts';
import { smallDisk } from '#tests/support/small-disk.ts';

const secret = { password };

it('a kill in the middle of signing leaves the check open with every answer, or signed with its task', async () => {
  const core = await openTestCore();
  const owner = await ownerWindow(core, 'port');
  await onlySmallLists(core);
  const inspector = await personWindow(core, 'port', owner, '质检', ['inspector']);
  const { id: stockId } = await owner.client.stock.create({ values: newStock() });
  const { id } = await inspector.client.inspection.start({ purpose: 'arrival', stockId });
  await answerAll(inspector, id, { paint: { result: 'ng', note: '划伤' } });
  const tasks = { ownerId: 1, dueOn: '2026-11-20' };
  const killed = await killedAtEveryPoint(core.dataFolder, () =>
    inspector.client.inspection.finish({ id, secret, tasks }),
  );
  const states: [string, string, number, string][] = [];
  for (const { point, folder } of killed) {
    const again = await openCore({
      dataFolder: folder,
      clock: testClock(),
      passwordCost: testCost,
      ballastBytes: 0,
    });
    const window = await openWindow(again, 'port');
    window.token = (await window.client.session.signIn({ login: '质检', password })).token;
    const view = await window.client.inspection.view({ id });
    expect(view.answers).toHaveLength(5);
    const open = await window.client.action.open({});
    states.push([point, view.state, open.length, view.verdict.state]);
    if (view.state === 'open') {
      const done = await window.client.inspection.finish({ id, secret, tasks });
      expect([done.state, done.actionIds.length]).toEqual(['failed', 1]);
      expect((await window.client.inspection.view({ id })).verdict.state).toBe('valid');
    }
    await again.close();
  }
  expect(states).toEqual([
    ['inspection:afterState', 'open', 0, 'unsigned'],
    ['inspection:afterSnapshot', 'open', 0, 'unsigned'],
    ['inspection:afterTasks', 'open', 0, 'unsigned'],
    ['end', 'failed', 1, 'valid'],
  ]);
});

it('a full disk refuses a photo with a sentence; answers and earlier photos stay, and it can be sent again', async (context) => {
  const disk = smallDisk(24);
  if ('reason' in disk) {
    context.skip(disk.reason);
    return;
  }
  const core = await openTestCore({ dataFolder: disk.folder });
  const owner = await ownerWindow(core, 'port');
  await onlySmallLists(core);
  const { id: stockId } = await owner.client.stock.create({ values: newStock() });
  const { client } = owner;
  const { id } = await client.inspection.start({ purpose: 'arrival', stockId });
  const noise = await sharp({
    create: {
      width: 1600,
      height: 1200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  const add = () =>
    client.inspection.addPhoto({
      id,
      item: 'whole',
      markId: null,
      caption: null,
      file: new File([new Uint8Array(noise)], 'a.jpg'),
    });
  await client.inspection.answer({
    id,
    item: 'lamps',
    version: 0,
    answer: { result: 'ok', number: null, choice: null, text: null, note: null },
  });
  const filler = openSync(join(disk.folder, 'filler'), 'w');
  onTestFinished(() => closeSync(filler));
  const { bavail, bsize } = statfsSync(disk.folder);
  const piece = Buffer.alloc(64 * 1024, 1);
  for (let left = bavail * bsize - 200_000; left > 0; left -= piece.length) writeSync(filler, piece);
  expect(await failure(add())).toEqual({ code: 'storage', reason: 'disk-full' });
  const view = await client.inspection.view({ id });
  expect([view.photos, view.answers.map(({ item, result }) => [item, result])]).toEqual([
    [],
    [['lamps', 'ok']],
  ]);
  const parts = readdirSync(join(disk.folder, 'attachments'), { recursive: true, encoding: 'utf8' });
  expect(parts.filter((name) => name.endsWith('.part'))).toEqual([]);
  ftruncateSync(filler, 0);
  const { photoId } = await add();
  expect((await client.inspection.view({ id })).photos.map((photo) => photo.id)).toEqual([photoId]);
});

it('two people who begin the same check at once get the same one', async () => {
  const core = await openTestCore({ dataFolder: tempFolder() });
  const owner = await ownerWindow(core, 'port');
  await onlySmallLists(core);
  const second = await personWindow(core, 'http', owner, '质检', ['inspector']);
  const { id: stockId } = await owner.client.stock.create({ values: newStock() });
  const started = await Promise.all(
    [owner, second, owner, second].map(({ client }) =>
      client.inspection.start({ purpose: 'arrival', stockId }),
    ),
  );
  expect(new Set(started.map(({ id }) => id)).size).toBe(1);
  expect(started.filter(({ isNew }) => isNew)).toHaveLength(1);
  // And both sign at once: one signature, the other is told that it is done.
  const { id } = started[0] ?? { id: 0 };
  await answerAll(owner, id);
  const signed = await Promise.allSettled(
    [owner, second].map(({ client }) => client.inspection.finish({ id, secret, tasks: null })),
  );
  expect(signed.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = signed.find((one) => one.status === 'rejected');
  expect(refused && errorData(refused.reason)).toEqual({
    code: 'rule-violated',
    reason: 'inspection-finished',
  });
  expect((await owner.client.inspection.view({ id })).signatures).toHaveLength(1);
});
