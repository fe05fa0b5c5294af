import { readFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy, contentTypes } from '../transports/page-headers.ts';

/** 自有协议: the page's address inside Electron. */
const pageScheme = 'app';
const pageHost = 'desk';
export const pageAddress = `${pageScheme}://${pageHost}/`;

/** Is this an address of our own page? Node gives own schemes no origin, so scheme and host are compared. */
export function isPageAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${pageScheme}:` && url.host === pageHost;
}

/** Before the app is ready: a standard, secure scheme with fetch and streams. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** Every file of the page by its address: nothing outside this map can be asked for, however the address is written. */
export function pageMap(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [`/${relative(folder, path).split(sep).join('/')}`, path];
    }),
  );
}

/** Answers one request of the page from the map. Addresses without an ending are screens of the one page. */
export async function answerPage(map: ReadonlyMap<string, string>, address: string): Promise<Response> {
  const url = new URL(address);
  const wanted = extname(url.pathname) === '' ? '/index.html' : url.pathname;
  const path = isPageAddress(address) ? map.get(wanted) : undefined;
  if (!path) return new Response(null, { status: 404 });
  const headers = {
    'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
  };
  return new Response(await readFile(path), { headers });
}

export function servePage(folder: string): void {
  const map = pageMap(folder);
  protocol.handle(pageScheme, (request) => answerPage(map, request.url));
}
