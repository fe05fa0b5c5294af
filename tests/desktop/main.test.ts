import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { EventEmitter } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answerPage, pageMap } from '#electron/desktop/page-protocol.ts';
import { portClient } from '#renderer/transport/client.ts';
import { app, asked, ipcMain } from '#tests/support/electron-stand-in.ts';

/** main.ts and preload.ts themselves, run against the stand-in (the binary cannot be had everywhere). */
const folder = mkdtempSync(join(tmpdir(), 'desk-main-'));
beforeAll(async () => {
  process.env['DESK_DATA'] = folder;
  await import('#electron/main.ts');
  await vi.waitFor(() => expect(asked.windows).toHaveLength(1), { timeout: 10_000 });
});
afterAll(() => {
  app.emit('will-quit', { preventDefault: () => undefined });
  rmSync(folder, { recursive: true, force: true });
});

it('opens one hardened window on the own address', () => {
  const window = asked.windows[0];
  expect(window?.address).toBe('app://desk/');
  expect(window?.options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
  });
  expect(asked.schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
});

it('denies permissions, foreign navigation, new windows and webviews', () => {
  const decisions: boolean[] = [];
  asked.permission.request?.({}, 'camera', (granted: boolean) => decisions.push(granted));
  expect([decisions, asked.permission.check?.()]).toEqual([[false], false]);
  let openHandler: ((details: { url: string }) => { action: string }) | undefined;
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: typeof openHandler) => void (openHandler = handler),
  });
  app.emit('web-contents-created', {}, contents);
  const stopped = (event: string, url: string): boolean => {
    let prevented = false;
    contents.emit(event, { preventDefault: () => (prevented = true) }, url);
    return prevented;
  };
  expect(stopped('will-navigate', 'https://evil.example/')).toBe(true);
  expect(stopped('will-navigate', 'app://desk/customer')).toBe(false);
  expect(stopped('will-attach-webview', '')).toBe(true);
  expect([
    openHandler?.({ url: 'https://help.example/' }),
    openHandler?.({ url: 'file:///etc/passwd' }),
  ]).toEqual([{ action: 'deny' }, { action: 'deny' }]);
  expect(asked.opened).toEqual(['https://help.example/']);
});

describe('the port', () => {
  const offer = (frame: unknown): { port2: MessagePort; closed: () => boolean } => {
    const { port1, port2 } = new MessageChannel();
    const close = vi.spyOn(port1, 'close');
    ipcMain.emit('desk-port', { senderFrame: frame, ports: [port1] });
    return { port2, closed: () => close.mock.calls.length > 0 };
  };

  it('carries calls for our own top frame', async () => {
    const { port2 } = offer({ url: 'app://desk/', parent: null });
    const client = portClient(port2, () => undefined);
    expect(await client.session.state({})).toMatchObject({ stage: 'first-run' });
    port2.close();
  });

  it.each([
    ['a foreign page', { url: 'https://evil.example/', parent: null }],
    ['a frame inside the page', { url: 'app://desk/', parent: {} }],
    ['a frame that is gone', null],
  ])('is closed for %s', (_who, frame) => {
    expect(offer(frame).closed()).toBe(true);
  });
});

describe('app://', () => {
  it.each([
    'app://desk/../secret.txt',
    'app://desk/..%2fsecret.txt',
    'app://desk/..%5csecret.txt',
    'app://other/index.html',
    'app://desk/none.js',
  ])('refuses %s', async (address) => {
    mkdirSync(join(folder, 'page'), { recursive: true });
    writeFileSync(join(folder, 'page', 'index.html'), 'page');
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    const map = pageMap(join(folder, 'page'));
    expect((await answerPage(map, address)).status).toBe(404);
    expect(await (await answerPage(map, 'app://desk/customer/3')).text()).toBe('page');
  });
});

it('preload exposes one bridge with plain parts', async () => {
  const messages: unknown[][] = [];
  vi.stubGlobal('location', { origin: 'app://desk' });
  vi.stubGlobal('postMessage', (...args: unknown[]) => messages.push(args));
  await import('#electron/preload.ts');
  const bridge = asked.exposed.get('desk') as { kind: string; connect(): void };
  expect([...asked.exposed.keys(), Object.keys(bridge)]).toEqual(['desk', ['kind', 'connect']]);
  bridge.connect();
  expect(asked.posted).toEqual([{ channel: 'desk-port', ports: [expect.any(MessagePort)] }]);
  expect(messages).toEqual([['desk-port', 'app://desk', [expect.any(MessagePort)]]]);
  vi.unstubAllGlobals();
});
