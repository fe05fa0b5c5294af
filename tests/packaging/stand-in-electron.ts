import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NtExecutable, NtExecutableResource } from 'resedit';

/** What marks the fuses in an Electron executable, with all fuses as Electron ships them. */
const fuseWire = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100011'),
]);

/**
 * A folder that electron-builder takes for an unpacked Electron: the right file names, a real (small) Windows executable
 * whose resources can be edited, and a fuse wire that can be switched. It cannot be run.
 * @param root project folder, for the Windows executable among its packages
 */
export function writeStandInElectron(root: string, folder: string, platform: 'linux' | 'win32'): string {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  for (const locale of ['de', 'en-US', 'zh-CN']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '');
  writeFileSync(join(folder, 'version'), 'stand-in');
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  if (platform === 'linux') writeFileSync(join(folder, 'electron'), fuseWire, { mode: 0o755 });
  else writeFileSync(join(folder, 'electron.exe'), windowsExecutable(root));
  return folder;
}

function windowsExecutable(root: string): Buffer {
  const small = readFileSync(join(root, 'node_modules/electron-winstaller/vendor/rcedit.exe'));
  const executable = NtExecutable.from(small);
  const resource = NtExecutableResource.from(executable);
  resource.entries.push({
    type: 10,
    id: 4711,
    lang: 1033,
    codepage: 1200,
    bin: new Uint8Array(fuseWire).buffer,
  });
  resource.outputResource(executable);
  return Buffer.from(executable.generate());
}

const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

/** The fuses of a packed executable, by name. */
export function readFuses(file: string): Readonly<Record<(typeof fuseNames)[number], boolean>> {
  const content = readFileSync(file);
  const start = content.indexOf(fuseWire.subarray(0, 32)) + 34;
  const fuses = fuseNames.map((name, index) => [name, content[start + index] === 49] as const);
  return Object.fromEntries(fuses) as Record<(typeof fuseNames)[number], boolean>; // the names are complete by construction
}
