import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { serveHttp } from '#electron/transports/http.ts';
import { errorData, httpClient } from '#renderer/transport/client.ts';
import { callGuard, usualLimits } from '#electron/transports/rate-limit.ts';
import { openTestCore, ownerWindow, password, tempFolder } from '#tests/support/core.ts';

type Answer = { readonly status: number; readonly body: string; readonly headers: Record<string, unknown> };

async function served(): Promise<{ port: number; calls: readonly { name: string; right: string }[] }> {
  const core = await openTestCore();
  const folder = tempFolder();
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'page', 'index.html'), '<p>page</p>');
  writeFileSync(join(folder, 'page', 'assets', 'a.js'), 'let a');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const http = await serveHttp(core, { port: 0, pageFolder: join(folder, 'page') });
  onTestFinished(() => http.close());
  return { port: http.port, calls: core.calls };
}

function ask(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers: options.headers ?? {} },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(options.body);
  });
}

const call = (port: number, name: string, headers: Record<string, string> = {}): Promise<Answer> =>
  ask(port, `/rpc/${name.replace('.', '/')}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-dealer-desk': '1', ...headers },
    body: '{}',
  });

it('answers 401 to every call without a session, but for those that open one', async () => {
  const { port, calls } = await served();
  const answers = await Promise.all(
    calls.map(async ({ name, right }) => ({ name, right, status: (await call(port, name)).status })),
  );
  const open = answers
    .filter((a) => a.right === 'open')
    .map((a) => a.name)
    .sort();
  expect(open).toEqual([
    // A customer’s page, by its one-time code.
    'evaluation.answer',
    'evaluation.asked',
    // Refused while the store is open.
    'rescue.restore',
    'rescue.retry',
    'rescue.salvage',
    'rescue.state',
    'sample.create',
    'sample.open',
    'session.recover',
    'session.setUp',
    'session.signIn',
    'session.state',
  ]);
  expect(answers.filter((a) => a.right !== 'open' && a.status !== 401)).toEqual([]);
  expect((await call(port, 'customer.list', { authorization: 'Bearer made-up' })).status).toBe(401);
});

it('speaks only to its own page on its own address', async () => {
  const { port } = await served();
  expect((await call(port, 'session.state')).status).toBe(200);
  expect((await call(port, 'session.state', { host: 'evil.example' })).status).toBe(403);
  expect((await call(port, 'session.state', { origin: 'https://evil.example' })).status).toBe(403);
  expect((await ask(port, '/rpc/session/state', { method: 'POST', body: '{}' })).status).toBe(403);
  expect(
    (await ask(port, '/rpc/session/state?data=%7B%7D', { headers: { 'x-dealer-desk': '1' } })).status,
  ).toBe(403);
  expect((await ask(port, '/', { headers: { host: 'rebound.example' } })).status).toBe(403);
});

it('serves the page under a strict policy, and nothing beside it', async () => {
  const { port } = await served();
  const page = await ask(port, '/customer/12');
  expect([page.status, page.body]).toEqual([200, '<p>page</p>']);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect((await ask(port, '/assets/a.js')).headers['content-type']).toContain('javascript');
  for (const path of [
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/none.js',
    '/%00.js',
    '/%',
  ]) {
    const { status, body } = await ask(port, path);
    expect([path, status >= 400, body.includes('secret')]).toEqual([path, true, false]);
  }
});

/** Sends the head of a request and pieces of its body over a plain socket; tells the answer and how much was taken in. */
function pour(
  port: number,
  name: string,
  options: { token?: string; length?: number; megabytes: number },
): Promise<{ status: number; sent: number }> {
  const piece = Buffer.alloc(1 << 20, 0x20);
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    let sent = 0;
    const length =
      options.length === undefined ? 'transfer-encoding: chunked' : `content-length: ${options.length}`;
    socket.write(
      `POST /rpc/${name.replace('.', '/')} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-dealer-desk: 1\r\ncontent-type: application/json\r\n` +
        `${options.token ? `authorization: Bearer ${options.token}\r\n` : ''}${length}\r\n\r\n`,
    );
    const more = (): void => {
      if (socket.destroyed || answer !== '' || sent >= options.megabytes) return;
      sent += 1;
      const part =
        options.length === undefined
          ? Buffer.concat([Buffer.from('100000\r\n'), piece, Buffer.from('\r\n')])
          : piece;
      socket.write(part, () => setTimeout(more, 2));
    };
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve({ status: Number(answer.slice(9, 12)), sent }));
    socket.setTimeout(4000, () => socket.destroy());
    more();
  });
}

it('reads no large body before it knows who sends it and that they may', async () => {
  const core = await openTestCore();
  const { token } = await ownerWindow(core, 'port');
  const http = await serveHttp(core, { port: 0, pageFolder: tempFolder() });
  onTestFinished(() => http.close());
  const megabytes = 40;
  const length = megabytes << 20;
  const from = { length, megabytes };
  // Nobody, somebody made up, a call that needs no right, one that does not exist.
  for (const [name, sender] of [
    ['import.upload', from],
    ['import.upload', { ...from, token: 'made-up' }],
    ['session.signIn', { ...from, token: token ?? '' }],
    ['nothing.here', { ...from, token: token ?? '' }],
  ] as const) {
    const { status, sent } = await pour(http.port, name, sender);
    expect([name, status]).toEqual([name, 413]);
    expect(sent, name).toBeLessThan(20);
  }
  // A body that does not tell its length is counted while it is read, and cut off.
  expect((await pour(http.port, 'session.signIn', { megabytes })).sent).toBeLessThan(20);
  // Who may import is read to the end: only then the content is judged.
  expect(await pour(http.port, 'import.upload', { ...from, token: token ?? '' })).toMatchObject({
    status: 400,
    sent: megabytes,
  });
}, 30_000);

it('bounds the calls of a session and of an address, and says so in words', async () => {
  const core = await openTestCore();
  const { token } = await ownerWindow(core, 'port');
  let now = 0;
  const guard = callGuard(
    core,
    { ...usualLimits, session: { burst: 5, perSecond: 0.5 }, address: { burst: 40, perSecond: 0.5 } },
    () => now,
  );
  const http = await serveHttp(core, { port: 0, pageFolder: tempFolder(), guard });
  onTestFinished(() => http.close());
  const statuses = async (count: number, headers: Record<string, string>): Promise<number[]> => {
    const found: number[] = [];
    for (let nth = 0; nth < count; nth++)
      found.push((await call(http.port, 'customer.list', headers)).status);
    return found;
  };
  const mine = { authorization: `Bearer ${token ?? ''}` };
  expect(await statuses(7, mine)).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const refused = await call(http.port, 'customer.list', mine);
  const { 'retry-after': after, 'cache-control': cache } = refused.headers;
  expect([refused.status, after, cache]).toEqual([429, '2', 'no-store']);
  const client = httpClient(`http://127.0.0.1:${http.port}`, () => token);
  expect(await client.customer.list({}).catch(errorData)).toEqual({
    code: 'unavailable',
    reason: 'too-many-calls',
    params: { seconds: 2 },
  });
  now = 4000;
  expect(await statuses(3, mine)).toEqual([200, 200, 429]);
  // Others are not in the way of the first, until the sessions that they invent fill the address.
  const invented: number[] = [];
  for (let nth = 0; nth < 45; nth++) {
    const claims = { authorization: `Bearer ${nth}`, 'x-forwarded-for': `10.0.0.${nth}` };
    invented.push(...(await statuses(1, claims)));
  }
  // 40, two more with time, seven of the first session.
  expect(invented).toEqual(invented.map((_, nth) => (nth < 35 ? 401 : 429)));
});

it('bounds failed sign-ins of an address, whatever names they try; the right one counts nothing', async () => {
  const core = await openTestCore();
  await ownerWindow(core, 'port');
  let now = 0;
  const limits = { ...usualLimits, failures: { burst: 4, perSecond: 0.5 } };
  const guard = callGuard(core, limits, () => now);
  const http = await serveHttp(core, { port: 0, pageFolder: tempFolder(), guard });
  onTestFinished(() => http.close());
  const client = httpClient(`http://127.0.0.1:${http.port}`, () => undefined);
  const signIn = async (login: string, secret: string): Promise<unknown> =>
    client.session.signIn({ login, password: secret }).then(() => 'in', errorData);
  for (let nth = 0; nth < 6; nth++) expect(await signIn('王总', password)).toBe('in');
  for (let nth = 0; nth < 4; nth++)
    expect(await signIn(`某人${nth}`, 'wrong')).toMatchObject({ code: 'invalid-input' });
  const refused = { code: 'unavailable', reason: 'too-many-failures', params: { seconds: 2 } };
  expect(await signIn('又一人', 'wrong')).toEqual(refused);
  expect(await signIn('王总', password)).toEqual(refused);
  // Everything else goes on.
  expect(await client.session.state({})).toMatchObject({ stage: 'signed-out' });
  now = 2000;
  expect(await signIn('王总', password)).toBe('in');
  expect(await signIn('又一人', 'wrong')).toMatchObject({ code: 'invalid-input' });
  expect(await signIn('王总', password)).toEqual(refused);
});
