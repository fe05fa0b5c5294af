import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { desktopInstaller } from '#electron/desktop/installer.ts';
import { tempFolder } from '#tests/support/core.ts';
import { app, asked } from '#tests/support/electron-stand-in.ts';

afterEach(() => {
  app.isPackaged = false;
  vi.useRealTimers();
});

it.each([
  ['win32', false],
  ['linux', true],
  ['darwin', true],
] as const)('on %s, installed: %s, no installer is started', (platform, packaged) => {
  app.isPackaged = packaged;
  expect(desktopInstaller(platform)).toBeUndefined();
});

it('the installed program on Windows chooses and starts it, and ends a moment later', async () => {
  app.isPackaged = true;
  const desktop = desktopInstaller('win32');
  expect(await desktop?.chooseInstaller()).toBeNull();
  asked.chosen.push('E:\\dealer-desk-setup-0.2.0-x64.exe');
  expect(await desktop?.chooseInstaller()).toBe('E:\\dealer-desk-setup-0.2.0-x64.exe');

  vi.useFakeTimers({ toFake: ['setTimeout'] });
  await desktop?.startInstaller(process.execPath);
  expect(asked.quits).toBe(0);
  vi.advanceTimersByTime(1000);
  expect(asked.quits).toBe(1);
});

it('an installer that cannot be started leaves the program open', async () => {
  app.isPackaged = true;
  const none = join(tempFolder(), 'none.exe');
  writeFileSync(none, 'no program', { mode: 0o644 });
  const before = asked.quits;
  await expect(desktopInstaller('win32')?.startInstaller(none)).rejects.toThrow();
  expect(asked.quits).toBe(before);
});
