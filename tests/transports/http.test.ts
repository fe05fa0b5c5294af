import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { serveHttp } from '#electron/transports/http.ts';
import { openTestCore, tempFolder } from '#tests/support/core.ts';

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
