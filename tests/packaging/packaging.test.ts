import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { checksumOf, installerOf } from '#shared/features/update/update.rules.ts';
import { programOf } from '#build/bootstrap/node.mjs';
import { readFuses, writeStandInElectron } from './stand-in-electron.ts';

const root = join(import.meta.dirname, '../..');
const built = existsSync(join(root, 'out/main/main.js'));
const notBuilt = 'out/ is not built; npm test builds it first';

describe('electron-builder.yml', () => {
  it('agrees with the schema of the installed electron-builder', async () => {
    const require = createRequire(join(root, 'node_modules/electron-builder/package.json'));
    const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config');
    const { DebugLogger } = require('builder-util');
    const config = await getConfig(root, 'electron-builder.yml', null);
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined();
    await expect(validateConfiguration({ ...config, misspelt: 1 }, new DebugLogger(false))).rejects.toThrow(
      'misspelt',
    );
  });

  it('asks for no administrator and no server', () => {
    const yml = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
    for (const line of [
      'publish: null',
      '  perMachine: false',
      '  allowElevation: false',
      '  requestedExecutionLevel: asInvoker',
    ]) {
      expect(yml.split('\n')).toContain(line);
    }
  });

  it('has an icon of every size that Windows shows', () => {
    const ico = readFileSync(join(root, 'build/icons/icon.ico'));
    const sizes = Array.from(
      { length: ico.readUInt16LE(4) },
      (_, index) => ico.readUInt8(6 + 16 * index) || 256,
    );
    expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  });
});

type Packed = { readonly status: number | null; readonly output: string; readonly folder: string };

/** Packs for one system without network, with a stand-in for Electron. */
function pack(
  scratch: string,
  platform: 'linux' | 'win32',
  target = 'dir',
  env: NodeJS.ProcessEnv = {},
): Packed {
  const dist = writeStandInElectron(root, join(scratch, `electron-${platform}`), platform);
  const output = join(scratch, `${platform}-${target}`);
  const flag = platform === 'linux' ? '--linux' : '--win';
  // What is inside counts here, not how small it is.
  const settings = [`-c.electronDist=${dist}`, `-c.directories.output=${output}`, '-c.compression=store'];
  const done = spawnSync(
    process.execPath,
    [
      programOf(root, 'electron-builder', 'electron-builder'),
      flag,
      target,
      '--x64',
      '--config',
      'electron-builder.yml',
      ...settings,
    ],
    {
      cwd: root,
      encoding: 'utf8',
      timeout: 120_000,
      env: { ...process.env, DESK_PACK_INCOMPLETE: '1', ...env },
    },
  );
  const unpacked = platform === 'linux' ? 'linux-unpacked' : 'win-unpacked';
  return { status: done.status, output: `${done.stdout}${done.stderr}`, folder: join(output, unpacked) };
}

const byName = (one: string | undefined, other: string | undefined): number =>
  (one ?? '') < (other ?? '') ? -1 : 1;

/** Megabytes of all files below a folder. */
function megabytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return Math.round(bytes / 1e5) / 10;
}

/** The folders of font weights that the report sources name. */
function fontWeights(): string[] {
  const folder = join(root, 'electron');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = sources.flatMap(
    (name) => readFileSync(join(folder, name), 'utf8').match(/'[1-9]00[A-Z]\w+'/g) ?? [],
  );
  return [...new Set(found.map((text) => text.slice(1, -1)))];
}

describe.each([
  { platform: 'linux', program: 'dealer-desk', other: 'win32' },
  { platform: 'win32', program: 'dealer-desk.exe', other: 'linux' },
] as const)('a package for $platform', ({ platform, program, other }) => {
  let scratch = '';
  let packed: Packed = { status: null, output: '', folder: '' };
  let inside: string[] = [];

  beforeAll(() => {
    if (!built) return;
    scratch = mkdtempSync(join(tmpdir(), 'dealer-desk-packaging-'));
    packed = pack(scratch, platform);
    const asar = join(packed.folder, 'resources/app.asar');
    if (existsSync(asar))
      inside = listPackage(asar, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  }, 150_000);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('is made without network', (context) => {
    if (!built) context.skip(notBuilt);
    expect(packed.output).not.toMatch(/⨯|cannot/);
    expect(packed.status).toBe(0);
    expect(existsSync(join(packed.folder, program))).toBe(true);
    process.stdout.write(
      `${platform}: program without Electron ${megabytes(join(packed.folder, 'resources'))} MB, ${inside.length} entries in the archive\n`,
    );
  });

  it('holds the program, its native parts and the fonts of reports', (context) => {
    if (!built) context.skip(notBuilt);
    expect(inside).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/main.js',
        '/out/main/headless.js',
        '/out/main/report-worker.js',
        '/out/main/import-worker.js',
        '/out/main/reading-worker.js',
        '/out/main/reckoning-worker.js',
        '/out/preload/preload.cjs',
        '/out/renderer/index.html',
        '/node_modules/better-sqlite3/lib/index.js',
        `/node_modules/better-sqlite3/prebuilds/${platform}-x64.node`,
        '/node_modules/@myriaddreamin/typst-ts-node-compiler/index.js',
      ]),
    );
    // What a start from the checkout left compiled belongs to that machine.
    expect(inside.filter((path) => path.startsWith('/out/main/compiled'))).toEqual([]);
    const beside = readdirSync(join(packed.folder, 'resources/app.asar.unpacked'), {
      recursive: true,
      encoding: 'utf8',
    }).map((path) => path.replaceAll('\\', '/'));
    expect(beside).toContain(`node_modules/better-sqlite3/prebuilds/${platform}-x64.node`);
    for (const weight of fontWeights()) {
      expect(beside).toContain(
        `node_modules/@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`,
      );
    }
  });

  it('holds the print engine of its system', (context) => {
    if (!built) context.skip(notBuilt);
    const name = platform === 'linux' ? 'linux-x64-gnu' : 'win32-x64-msvc';
    if (!existsSync(join(root, `node_modules/@myriaddreamin/typst-ts-node-compiler-${name}`))) {
      context.skip(
        `npm installs the print engine of this system only; ${name} is checked where it is installed`,
      );
    }
    expect(inside).toContain(
      `/node_modules/@myriaddreamin/typst-ts-node-compiler-${name}/typst-ts-node-compiler.${name}.node`,
    );
  });

  it('holds the photo engine of its system outside the archive', (context) => {
    if (!built) context.skip(notBuilt);
    const native = `node_modules/@img/sharp-${platform}-x64`;
    if (!existsSync(join(root, native))) context.skip(`npm installs the photo engine of this system only`);
    const beside = readdirSync(join(packed.folder, 'resources/app.asar.unpacked', native, 'lib'));
    expect(beside.filter((name) => name.endsWith('.node'))).toHaveLength(1);
    const library = platform === 'linux' ? 'node_modules/@img/sharp-libvips-linux-x64' : native;
    expect(readdirSync(join(packed.folder, 'resources/app.asar.unpacked', library, 'lib'))).toContainEqual(
      expect.stringMatching(/^libvips-.*(?:\.so|\.dll)/u),
    );
  });

  it('holds nothing else', (context) => {
    if (!built) context.skip(notBuilt);
    const folders = new Set(inside.map((path) => path.split('/')[1]));
    expect([...folders].toSorted(byName)).toEqual(
      ['CHANGELOG.md', 'LICENSE', 'node_modules', 'out', 'package.json'].filter((name) =>
        existsSync(join(root, name)),
      ),
    );
    const packages = inside.map((path) => /^\/node_modules\/(@[^/]+\/[^/]+|[^@/]+)/.exec(path)?.[1]);
    expect(
      [
        ...new Set(packages.filter((name) => name !== undefined && !/compiler-|@img\/sharp-/u.test(name))),
      ].toSorted(byName),
    ).toEqual([
      '@expo-google-fonts/noto-sans-sc',
      '@img/colour',
      '@myriaddreamin/typst-ts-node-compiler',
      'better-sqlite3',
      'detect-libc',
      'semver',
      'sharp',
    ]);
    const foreign = inside.filter(
      (path) =>
        /\.(ts|tsx|map)$|\.test\.|build-stamp/.test(path) || (path.endsWith('.node') && path.includes(other)),
    );
    expect(foreign).toEqual([]);
  });

  const runs = (context: TestContext): void => {
    if (!built) context.skip(notBuilt);
    const folder = join(scratch, 'extracted');
    extractAll(join(packed.folder, 'resources/app.asar'), folder);
    const run = (...args: string[]): { status: number | null; stderr: string } =>
      spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 30_000 });
    const load =
      "new (require('better-sqlite3'))(':memory:').close(); require('@myriaddreamin/typst-ts-node-compiler').NodeCompiler.create(); require('sharp')";
    expect(run('-e', load)).toMatchObject({ status: 0, stderr: '' });
    expect(run('out/main/headless.js', 'calls', '--json')).toMatchObject({ status: 0 });
  };
  if (process.platform === platform) it('runs from what was packed and nothing else', runs);

  it('has its fuses set', (context) => {
    if (!built) context.skip(notBuilt);
    expect(readFuses(join(packed.folder, program))).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(readdirSync(join(packed.folder, 'locales')).toSorted(byName)).toEqual(['en-US.pak', 'zh-CN.pak']);
  });
});

/** Where a builder's own tools lie, when they were brought along; electron-builder would download them. */
const zipper = join(
  root,
  'node_modules/7zip-bin',
  process.platform === 'win32' ? 'win/x64/7za.exe' : 'linux/x64/7za',
);

describe('a package as a store receives it', () => {
  let scratch = '';
  beforeAll(() => void (scratch = mkdtempSync(join(tmpdir(), 'dealer-desk-packages-'))));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('a zip to carry along, with its checksum as the update from a file reads it', (context) => {
    if (!built) context.skip(notBuilt);
    if (!existsSync(zipper)) context.skip('7zip-bin has no program for this system');
    chmodSync(zipper, 0o755);
    const packed = pack(scratch, 'win32', 'zip', { ELECTRON_BUILDER_7ZIP_PATH: zipper });
    expect(packed.output).not.toMatch(/⨯|cannot/);
    expect(packed.status).toBe(0);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const zip = join(packed.folder, '..', `dealer-desk-${version}-win-x64.zip`);
    expect(installerOf(basename(zip))).toEqual({ version, system: 'win32', arch: 'x64' });
    const listed = spawnSync(zipper, ['l', '-ba', zip], { encoding: 'utf8' }).stdout;
    for (const file of ['dealer-desk.exe', join('resources', 'app.asar')]) expect(listed).toContain(file);
    const told = checksumOf(readFileSync(`${zip}.sha256`, 'utf8'), basename(zip));
    expect(told).toBe(createHash('sha256').update(readFileSync(zip)).digest('hex'));
  }, 150_000);

  // These need programs that electron-builder downloads; none of them comes by npm.
  it.for([
    ['win32', 'nsis', 'ELECTRON_BUILDER_NSIS_DIR', /^dealer-desk-setup-.*-x64\.exe$/u],
    ['linux', 'AppImage', 'APPIMAGE_TOOLS_PATH', /^dealer-desk-.*-linux-x86_64\.AppImage$/u],
    ['linux', 'deb', 'CUSTOM_FPM_PATH', /^dealer-desk-.*-linux-amd64\.deb$/u],
  ] as const)('for %s by %s', { timeout: 150_000 }, ([platform, target, tools, name], context) => {
    if (!built) context.skip(notBuilt);
    if (!process.env[tools])
      context.skip(
        `${target} needs tools that are downloaded where packages are made; ${tools} can name them here`,
      );
    const packed = pack(scratch, platform, target);
    expect(packed.status, packed.output).toBe(0);
    const made = readdirSync(join(packed.folder, '..')).filter((file) => name.test(file));
    expect(made.map((file) => installerOf(file)?.system)).toEqual([platform]);
  });
});

describe('before packing', () => {
  it.each([
    ['win32', 'win32-x64-msvc'],
    ['linux', 'linux-x64-gnu'],
    ['darwin', 'darwin-x64'],
  ])('%s needs its database, print engine and photo engine', async (platform, typst) => {
    const { nativeFiles } = await import('#build/installer/before-pack.mjs');
    expect(nativeFiles(platform, 'x64')).toEqual([
      `node_modules/better-sqlite3/prebuilds/${platform}-x64.node`,
      `node_modules/@myriaddreamin/typst-ts-node-compiler-${typst}/package.json`,
      `node_modules/@img/sharp-${platform}-x64/package.json`,
    ]);
  });

  it('a package without them is refused', async () => {
    const { default: beforePack } = await import('#build/installer/before-pack.mjs');
    const context = {
      electronPlatformName: 'win32',
      arch: 1,
      packager: { projectDir: join(root, 'shared') },
    };
    expect(() => beforePack(context)).toThrow('not installed for win32-x64');
  });
});
