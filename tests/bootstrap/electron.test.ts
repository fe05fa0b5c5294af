import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explain, fallbackSentence, obtainElectron } from '#build/bootstrap/electron.mjs';
import { makeStandInProject, writeFiles } from './stand-in-project.ts';

let root = '';
beforeEach(() => void (root = makeStandInProject()));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const screen = { DISPLAY: ':0' };
const tries = (): number =>
  existsSync(join(root, 'tries.txt')) ? readFileSync(join(root, 'tries.txt'), 'utf8').length : 0;
const installer = (rest: string): void =>
  writeFiles(root, {
    'node_modules/electron/install.js': `require('fs').appendFileSync(${JSON.stringify(join(root, 'tries.txt'))}, '.');${rest}`,
  });

describe('finding Electron', () => {
  it('uses the unpacked one of the right version', async () => {
    writeFiles(root, {
      'node_modules/electron/dist/electron': '',
      'node_modules/electron/dist/version': 'v1.2.3',
    });
    expect(await obtainElectron(root, screen, 'linux')).toEqual({
      path: join(root, 'node_modules/electron/dist/electron'),
    });
  });

  it('uses the folder that ELECTRON_OVERRIDE_DIST_PATH names', async () => {
    writeFiles(root, { 'mine/electron': '' });
    const env = { ...screen, ELECTRON_OVERRIDE_DIST_PATH: join(root, 'mine') };
    expect(await obtainElectron(root, env, 'linux')).toEqual({ path: join(root, 'mine/electron') });
  });

  it('does not even try without a screen or when switched off', async () => {
    installer('');
    expect(await obtainElectron(root, {}, 'linux')).toMatchObject({
      reason: { en: 'there is no screen here' },
    });
    expect(await obtainElectron(root, { ...screen, DESK_NO_ELECTRON: '1' }, 'linux')).toMatchObject({
      reason: { en: 'switched off by DESK_NO_ELECTRON' },
    });
    expect(tries()).toBe(0);
  });

  it('replaces one of another version by one try of its installer', async () => {
    writeFiles(root, {
      'node_modules/electron/dist/electron': '',
      'node_modules/electron/dist/version': '1.0.0',
    });
    installer("require('fs').writeFileSync(__dirname + '/dist/version', '1.2.3')");
    expect(await obtainElectron(root, screen, 'linux')).toEqual({
      path: join(root, 'node_modules/electron/dist/electron'),
    });
    expect(tries()).toBe(1);
  });

  it('remembers a failed try for this version and mirror', async () => {
    installer("console.error('TypeError: fetch failed'); process.exit(1)");
    const unreachable = { reason: { zh: '连不上下载服务器', en: 'the download server cannot be reached' } };
    expect(await obtainElectron(root, screen, 'linux')).toEqual(unreachable);
    expect(await obtainElectron(root, screen, 'linux')).toEqual(unreachable);
    expect(tries()).toBe(1);
    await obtainElectron(root, { ...screen, ELECTRON_MIRROR: 'http://127.0.0.1:9/' }, 'linux');
    expect(tries()).toBe(2);
  });

  it('tries again after a day', async () => {
    installer('process.exit(1)');
    writeFiles(root, {
      'node_modules/.cache/dealer-desk/electron.json':
        '{"at":1,"version":"1.2.3","mirror":"","reason":{"zh":"","en":""}}',
    });
    await obtainElectron(root, screen, 'linux');
    expect(tries()).toBe(1);
  });

  it('ends a download that takes too long', async () => {
    installer('setInterval(() => {}, 1000)');
    const found = await obtainElectron(root, { ...screen, DESK_ELECTRON_SECONDS: '1' }, 'linux');
    expect(found).toEqual({ reason: { zh: '1 秒内未能下载', en: 'not downloaded within 1 s' } });
  });

  it.each([
    ['absent.zip', 'the file absent.zip does not exist'],
    [import.meta.filename, 'electron.test.ts is not electron-v1.2.3-linux'],
  ])('refuses the supplied zip %s', async (zip, sentence) => {
    const found = await obtainElectron(root, { ...screen, DESK_ELECTRON_ZIP: zip }, 'linux');
    expect(found).toMatchObject({ reason: { en: expect.stringContaining(sentence) } });
  });
});

describe('the sentence', () => {
  it.each([
    ['HTTPError: Response code 404 (Not Found) for https://x', undefined, 'the download server answered 404'],
    ['Error: getaddrinfo ENOTFOUND github.com', undefined, 'the download server cannot be reached'],
    [
      'Error: Generated checksum for "electron.zip" did not match',
      undefined,
      'the downloaded file has a wrong checksum',
    ],
    [
      'Error: self-signed certificate in certificate chain',
      undefined,
      'the certificate of the download server is not trusted',
    ],
    ['Error: ENOSPC: no space left on device', undefined, 'the disk is full'],
    ['Error: something odd\n    at x', undefined, 'the download failed: Error: something odd'],
    ['', 20, 'not downloaded within 20 s'],
  ])('%j', (output, limit, expected) => {
    expect(explain(output, limit).en).toBe(expected);
  });

  it('says the reason and what happens instead, in both languages', () => {
    expect(fallbackSentence({ zh: '20 秒内未能下载', en: 'not downloaded within 20 s' })).toEqual({
      zh: '没有使用 Electron(20 秒内未能下载),改在浏览器中打开同一个程序。',
      en: 'Electron is not used (not downloaded within 20 s): the same program opens in the browser.',
    });
  });
});
