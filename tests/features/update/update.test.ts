import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programVersion } from '#electron/store-parts.ts';
import type { UpdateDesktop } from '#electron/features/update/update.handlers.ts';
import { errorData } from '#renderer/transport/client.ts';
import { carriers, openTestCore, ownerWindow, personWindow, tempFolder } from '#tests/support/core.ts';

const arch = process.arch === 'x64' ? 'x86_64' : process.arch;
const fileName =
  process.platform === 'win32'
    ? `dealer-desk-setup-99.0.0-${process.arch}.exe`
    : `dealer-desk-99.0.0-linux-${arch}.AppImage`;
const content = Buffer.from('the new version');
const sha256 = createHash('sha256').update(content).digest('hex');

/** An installer on a stick, with the checksum beside it. */
function stick(name = fileName, told: string | null = `${sha256}  ${name}\n`): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  if (told !== null) writeFileSync(`${path}.sha256`, told);
  return path;
}

/** A desktop that notes what it is asked to start. */
function desktop(chosen: string | null): UpdateDesktop & { readonly started: string[] } {
  const started: string[] = [];
  return {
    started,
    chooseInstaller: async () => chosen,
    startInstaller: async (path) => void started.push(path),
  };
}

describe.each(carriers)('an update from a file over %s', (carrier) => {
  it('is chosen, checked, backed up and started from a copy of its own', async () => {
    const path = stick();
    const here = desktop(path);
    const core = await openTestCore({ desktop: here });
    const owner = await ownerWindow(core, carrier);
    expect(await owner.client.update.state({})).toEqual({ version: programVersion, starts: true });
    expect(await owner.client.update.choose({})).toEqual({ path });
    const found = await owner.client.update.check({ path });
    expect(found).toEqual({ path, fileName, version: '99.0.0', bytes: content.length, sha256 });
    expect(here.started).toEqual([]);

    expect(await owner.client.update.install({ path, sha256 })).toEqual({ version: '99.0.0' });
    expect(here.started).toEqual([join(core.dataFolder, 'files', fileName)]);
    expect(readFileSync(here.started[0] ?? '')).toEqual(content);
    expect((await owner.client.backup.state({})).backups[0]?.reason).toBe('before-update');
    expect((await owner.client.audit.list({ call: 'update.install' })).rows).toHaveLength(1);
  });

  it('is refused with a sentence, and nothing is started', async () => {
    const here = desktop(null);
    const core = await openTestCore({ desktop: here });
    const owner = await ownerWindow(core, carrier);
    const refusal = (path: string): Promise<unknown> =>
      owner.client.update.check({ path }).then(() => 'checked', errorData);
    const broken = (reason: string): unknown => expect.objectContaining({ code: 'rule-violated', reason });
    const other =
      process.platform === 'win32'
        ? 'dealer-desk-99.0.0-linux-amd64.deb'
        : 'dealer-desk-setup-99.0.0-x64.exe';
    expect(await refusal(fileName)).toMatchObject({ issues: [{ field: 'path', issue: 'not-absolute' }] });
    expect(await refusal(join(tempFolder(), fileName))).toEqual(broken('update-not-found'));
    expect(await refusal(stick('setup.exe'))).toEqual(broken('update-unknown-name'));
    expect(await refusal(stick(other))).toEqual(broken('update-wrong-system'));
    expect(await refusal(stick(fileName.replace('99.0.0', programVersion)))).toEqual(
      broken('update-not-newer'),
    );
    expect(await refusal(stick(fileName, null))).toEqual(broken('update-no-checksum'));
    expect(await refusal(stick(fileName, 'ab'.repeat(32)))).toEqual(broken('update-checksum-differs'));

    // Exchanged after it was looked at: with a checksum of its own, but not the one that the person saw.
    const path = stick();
    writeFileSync(path, 'something else');
    writeFileSync(`${path}.sha256`, createHash('sha256').update('something else').digest('hex'));
    expect(await owner.client.update.install({ path, sha256 }).then(() => 'installed', errorData)).toEqual(
      broken('update-checksum-differs'),
    );
    expect(here.started).toEqual([]);
    expect(readdirSync(core.dataFolder)).not.toContain('files');
  });

  it('in a browser it is looked at, not started; nobody but the owner does either', async () => {
    const path = stick();
    const core = await openTestCore();
    const owner = await ownerWindow(core, carrier);
    expect(await owner.client.update.state({})).toMatchObject({ starts: false });
    expect((await owner.client.update.check({ path })).version).toBe('99.0.0');
    const noDesktop = { code: 'unavailable', reason: 'no-desktop' };
    expect(await owner.client.update.install({ path, sha256 }).then(() => 'installed', errorData)).toEqual(
      noDesktop,
    );
    expect(await owner.client.update.choose({}).then(() => 'chosen', errorData)).toEqual(noDesktop);
    const clerk = await personWindow(core, carrier, owner, '李梅', ['clerk']);
    expect(await clerk.client.update.check({ path }).then(() => 'checked', errorData)).toMatchObject({
      code: 'forbidden',
    });
  });
});
