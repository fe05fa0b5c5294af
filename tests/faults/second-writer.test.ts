import { expect, it } from 'vitest';
import { sentenceOf } from '#electron/command-line/output.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { startChild } from '#tests/support/child.ts';
import { openTestCore, tempFolder } from '#tests/support/core.ts';

it('a second process is refused with a sentence that says who has the folder, until the first one is gone', async () => {
  const folder = tempFolder();
  const first = startChild('writing-store.ts', folder);
  await first.printed(1);
  const refusal = await openTestCore({ dataFolder: folder }).then(
    () => undefined,
    (error: unknown) => (error instanceof DeskError ? error.data : undefined),
  );
  expect(refusal).toMatchObject({
    code: 'unavailable',
    reason: 'data-folder-in-use',
    params: { process: first.process.pid, user: expect.any(String), machine: expect.any(String) },
  });
  if (refusal)
    for (const language of ['zh-CN', 'en'] as const)
      expect(sentenceOf(refusal, language)).toContain(String(first.process.pid));
  // A kill leaves the lock's file, not the lock.
  first.process.kill('SIGKILL');
  await first.ended;
  const core = await openTestCore({ dataFolder: folder });
  await expect(openTestCore({ dataFolder: folder })).rejects.toMatchObject({
    data: { reason: 'data-folder-in-use', params: { process: process.pid } },
  });
  await core.close();
  await openTestCore({ dataFolder: folder });
});
