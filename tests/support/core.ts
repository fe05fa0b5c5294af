import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { openCore, type Core } from '#electron/core.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import type { CoreOptions } from '#electron/store-parts.ts';
import { serveHttp } from '#electron/transports/http.ts';
import { servePort } from '#electron/transports/port.ts';
import type { Served } from '#electron/transports/router.ts';
import { httpClient, portClient, type DeskClient } from '#renderer/transport/client.ts';
import type { Role } from '#shared/rpc/rights.ts';
import { layTemplate } from './store-template.ts';

/** scrypt is slow on purpose; tests prove the same code with a small exponent. */
export const testCost = { exponent: 10 } as const;
export const password = 'Correct-Horse-9';

export type Carrier = 'http' | 'port';
export const carriers: readonly Carrier[] = ['http', 'port'];

/** A fresh folder, removed when the test ends. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock at Wednesday 2026-11-18, 10:00 in the store (week 2026-W47). */
export const testClock = (): ReturnType<typeof fixedClock> => fixedClock('2026-11-18T02:00:00.000Z');

/** The core on a fresh data folder; closed when the test ends. */
export async function openTestCore(
  options: {
    dataFolder?: string;
    clock?: ReturnType<typeof fixedClock>;
    reports?: CoreOptions['reports'];
    desktop?: CoreOptions['desktop'];
  } = {},
): Promise<Core> {
  const dataFolder = options.dataFolder ?? tempFolder();
  layTemplate(inject('storeTemplate'), dataFolder);
  const core = await openCore({
    dataFolder,
    clock: options.clock ?? testClock(),
    passwordCost: testCost,
    ballastBytes: 0,
    ...(options.reports ? { reports: options.reports } : {}),
    ...(options.desktop ? { desktop: options.desktop } : {}),
  });
  onTestFinished(() => core.close());
  return core;
}

/** A window: a typed client on one carrier that remembers its token. */
export type Window = { readonly client: DeskClient; token: string | undefined };

export async function openWindow(core: Served, carrier: Carrier): Promise<Window> {
  const window: { client: DeskClient; token: string | undefined } = {
    client: undefined as unknown as DeskClient,
    token: undefined,
  };
  const token = (): string | undefined => window.token;
  if (carrier === 'http') {
    const served = await serveHttp(core, { port: 0, pageFolder: tmpdir() });
    onTestFinished(() => served.close());
    window.client = httpClient(served.url.replace(/\/$/u, ''), token);
  } else {
    const { port1, port2 } = new MessageChannel();
    servePort(core, port1);
    port1.start();
    onTestFinished(() => {
      port1.close();
      port2.close();
    });
    window.client = portClient(port2, token);
  }
  return window;
}

/** Creates the store and signs its owner in. */
export async function ownerWindow(core: Core, carrier: Carrier): Promise<Window> {
  const window = await openWindow(core, carrier);
  const { token } = await window.client.session.setUp({
    storeName: '测试商用车',
    ownerName: '王总',
    password,
  });
  window.token = token;
  return window;
}

/** Adds a person with roles and signs them in on a window of their own. */
export async function personWindow(
  core: Core,
  carrier: Carrier,
  owner: Window,
  name: string,
  roles: Role[],
): Promise<Window & { personId: number }> {
  const { id } = await owner.client.person.create({
    values: {
      name,
      code: null,
      departmentId: null,
      postId: null,
      phone: null,
      hiredOn: null,
      leftOn: null,
      note: null,
    },
  });
  await owner.client.session.saveAccount({ personId: id, login: name, roles, password });
  const window = await openWindow(core, carrier);
  const { token } = await window.client.session.signIn({ login: name, password });
  return Object.assign(window, { token, personId: id });
}
