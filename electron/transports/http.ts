import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { RPCHandler } from '@orpc/server/node';
import { BodyLimitPlugin } from '@orpc/server/node';
import type { DeskError } from '#shared/rpc/desk-error.ts';
import { bodyLimitOf, largeBodyBytes, smallBodyBytes } from './body-limit.ts';
import { callGuard, refusalBody, type CallGuard, type Sender } from './rate-limit.ts';
import { contentSecurityPolicy, contentTypes } from './page-headers.ts';
import { callNameOf, routerOf, tokenOf, type Served } from './router.ts';

/** Not by `import`: that reads every export of the module and loads the whole HTTP client with it, at each start. */
const { createServer } = process.getBuiltinModule('node:http');

/** How long a refused sender may take to read why, in milliseconds. */
const answerTimeMs = 500;

const securityHeaders: Record<string, string> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Only our own page on our own address may speak to us (DNS rebinding, foreign pages). */
function isOurs(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  if (!hosts.includes(request.headers.host ?? '')) return false;
  const { origin } = request.headers;
  return origin === undefined || hosts.some((host) => origin === `http://${host}`);
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { ...securityHeaders, 'content-type': 'text/plain' }).end();
}

/** Nothing of the body is kept; the connection ends once the answer has had time to arrive (an end at once would eat it). */
function leaveUnread(request: IncomingMessage): void {
  request.resume();
  setTimeout(() => request.destroy(), answerTimeMs).unref();
}

/** 429 with the reason and the seconds to wait. */
function refuseWithReason(request: IncomingMessage, response: ServerResponse, refusal: DeskError): void {
  const hasBody = Number(request.headers['content-length'] ?? 1) > smallBodyBytes;
  if (hasBody) leaveUnread(request);
  else request.resume();
  const seconds = 'params' in refusal.data ? refusal.data.params?.['seconds'] : undefined;
  response
    .writeHead(429, { 'content-type': 'application/json', 'retry-after': String(seconds ?? 1) })
    .end(refusalBody(refusal));
}

function sendPage(request: IncomingMessage, response: ServerResponse, folder: string): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  let path: string;
  try {
    path = decodeURIComponent((request.url ?? '/').split(/[?#]/u)[0] ?? '/');
  } catch {
    return refuse(response, 400);
  }
  const wanted = normalize(join(folder, path));
  if (path.includes('\0') || (wanted !== normalize(folder) && !wanted.startsWith(normalize(folder) + sep)))
    return refuse(response, 404);
  // Addresses without an ending are screens of the one page.
  const file = extname(path) === '' ? join(folder, 'index.html') : wanted;
  try {
    const { size } = statSync(file);
    response.writeHead(200, {
      ...securityHeaders,
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      'content-length': size,
      ...(path.startsWith('/assets/') ? { 'cache-control': 'max-age=31536000, immutable' } : {}),
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file)
        .on('error', () => response.destroy())
        .pipe(response);
  } catch {
    refuse(response, 404);
  }
}

export type HttpCarrier = { readonly port: number; readonly url: string; close(): Promise<void> };

/** Serves the page and the calls on the loopback address. `port` 0 takes a free one. */
export async function serveHttp(
  core: Served,
  options: { readonly port: number; readonly pageFolder: string; readonly guard?: CallGuard },
): Promise<HttpCarrier> {
  const router = routerOf(core);
  const handlerUpTo = (maxBodySize: number) =>
    new RPCHandler(router, { plugins: [new BodyLimitPlugin({ maxBodySize })] });
  const [small, large] = [handlerUpTo(smallBodyBytes), handlerUpTo(largeBodyBytes)];
  const guard = options.guard ?? callGuard(core);
  let port = options.port;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOurs(request, port)) return refuse(response, 403);
    if (!request.url?.startsWith('/rpc/')) return sendPage(request, response, options.pageFolder);
    // A foreign page cannot set this header without asking first, and asking is answered with nothing.
    if (request.method !== 'POST' || request.headers['x-dealer-desk'] !== '1') return refuse(response, 403);
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const call = callNameOf(request.url);
    const token = tokenOf(request.headers.authorization);
    const sender: Sender = { address: request.socket.remoteAddress ?? '', token };
    const refusal = guard.refusal(sender, call);
    if (refusal) return refuseWithReason(request, response, refusal);
    response.once('finish', () => guard.ended(sender, call, response.statusCode));
    const limit = await bodyLimitOf(core, request);
    if (limit === undefined) {
      leaveUnread(request);
      return refuse(response, 413);
    }
    const { matched } = await (limit === largeBodyBytes ? large : small).handle(request, response, {
      prefix: '/rpc',
      context: { token },
    });
    if (!matched) refuse(response, 404);
  };

  const server: Server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  server.requestTimeout = 300_000;
  server.headersTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // The first call needs the classes of fetch, which Node loads when they are first named: while the window opens.
  setImmediate(() => Reflect.get(globalThis, 'FormData') as unknown);
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : port;
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
