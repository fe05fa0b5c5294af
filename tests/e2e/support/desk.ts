import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { openCore, type Core } from '#electron/core.ts';
import { createSampleFile } from '#electron/features/sample/sample-file.ts';
import { fixedClock } from '#electron/kernel/clock.ts';
import { storeFiles } from '#electron/kernel/store-file.ts';
import { reportFiles } from '#electron/reports/report-files.ts';
import { serveHttp } from '#electron/transports/http.ts';
import { httpClient, type DeskClient } from '#renderer/transport/client.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { Role } from '#shared/rpc/rights.ts';
import { watchPage } from './watch.ts';

/**
 * Browser journeys run on the real core: a fresh data folder, a clock that stands still, the built page
 * (`out/renderer`, or DESK_PAGE_FOLDER) over HTTP. One core per test; nothing is shared.
 */

/** Wednesday 2026-11-18, 10:00 in the store, week 2026-W47. */
export const journeyInstant = '2026-11-18T02:00:00.000Z';
export const password = 'Correct-Horse-9';
export const storeName = '南岭商用车';
export const ownerName = '王建国';

const pageFolder =
  process.env['DESK_PAGE_FOLDER'] ?? fileURLToPath(new URL('../../../out/renderer', import.meta.url));

export type Signed = { readonly client: DeskClient; readonly token: string; readonly personId: number };

export type Desk = {
  readonly core: Core;
  readonly clock: ReturnType<typeof fixedClock>;
  /** With a slash at the end. */
  readonly url: string;
  readonly dataFolder: string;
  /** Creates the store by a call and signs its owner in. */
  setUp(language?: Language): Promise<Signed>;
  /** Adds a person with roles and signs them in; the password is `password`, the login the name. */
  addPerson(owner: Signed, name: string, roles: Role[]): Promise<Signed>;
  /** Opens the sample store of 300 customers as of the journey's day, and signs its owner in beside the page. */
  openSample(): Promise<Signed>;
  /** Opens an address of the program on the page with that person's session. `path` like `/customer`. */
  open(page: Page, signed: Signed | undefined, path?: string): Promise<void>;
  close(): Promise<void>;
};

/** A cheap one: journeys sign in often. */
const passwordCost = { exponent: 10 };

/** Makes the sample store of 300 customers as of the journey's day; gives its file. */
async function makeSample(dataFolder: string): Promise<string> {
  const today = fixedClock(journeyInstant).today();
  const options = { customers: 300, years: 3, seed: 1, ownerName, today };
  await createSampleFile({ dataFolder, options, password, passwordCost });
  return storeFiles(dataFolder, 'sample').path;
}

/** Starts a core over HTTP on a fresh folder. Close it, or use the `desk` fixture. */
export async function startDesk(sampleFile: () => Promise<string>): Promise<Desk> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'desk-e2e-'));
  const clock = fixedClock(journeyInstant);
  // The report worker is a bundle: it carries its template inside.
  const reports = {
    ...reportFiles(),
    workerUrl: new URL('../../../out/main/report-worker.js', import.meta.url),
  };
  const core = await openCore({
    dataFolder,
    clock,
    passwordCost,
    reports,
    ballastBytes: 0,
    watchEveryMs: 300,
  });
  const served = await serveHttp(core, { port: 0, pageFolder });
  let opened = 0;
  const clientOf = (token: string | undefined): DeskClient =>
    httpClient(served.url.replace(/\/$/u, ''), () => token);

  return {
    core,
    clock,
    url: served.url,
    dataFolder,
    async setUp(language = 'zh-CN') {
      const made = await clientOf(undefined).session.setUp({ storeName, ownerName, password, language });
      return { client: clientOf(made.token), token: made.token, personId: made.me.personId };
    },
    async addPerson(owner, name, roles) {
      const empty = {
        code: null,
        departmentId: null,
        postId: null,
        phone: null,
        hiredOn: null,
        leftOn: null,
      };
      const { id } = await owner.client.person.create({ values: { name, ...empty, note: null } });
      await owner.client.session.saveAccount({ personId: id, login: name, roles, password });
      const { token } = await clientOf(undefined).session.signIn({ login: name, password });
      return { client: clientOf(token), token, personId: id };
    },
    async openSample() {
      const made = await sampleFile();
      const files = storeFiles(dataFolder, 'sample');
      copyFileSync(made, files.path);
      const { attachmentFolder } = storeFiles(dirname(made), 'sample');
      cpSync(attachmentFolder, files.attachmentFolder, { recursive: true });
      await core.openStore('sample');
      const { token, me } = await clientOf(undefined).session.signIn({ login: ownerName, password });
      return { client: clientOf(token), token, personId: me.personId };
    },
    async open(page, signed, path = '/') {
      opened += 1;
      // Before the page's own scripts, once per opening: later reloads keep what the page did with its session.
      await page.addInitScript(
        ({ token, turn }) => {
          // The frame of a PDF has no session of its own.
          if (window.self !== window.top) return;
          if (Number(window.sessionStorage.getItem('journey-turn') ?? 0) >= turn) return;
          window.sessionStorage.clear();
          window.sessionStorage.setItem('journey-turn', String(turn));
          if (token !== null) window.sessionStorage.setItem('desk-session', token);
        },
        { token: signed?.token ?? null, turn: opened },
      );
      await page.goto(`${served.url}${path.replace(/^\//u, '')}`);
    },
    async close() {
      await served.close();
      await core.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/**
 * `desk`: a running program. `page`: watched; errors on the console, uncaught exceptions and violations of the
 * content security policy fail the test. The browser's date stands at the core's instant, its timers run.
 */
export const test = base.extend<{ desk: Desk }, { sampleFile: () => Promise<string> }>({
  // One sample store for all journeys of a worker, made when the first one asks for it; each works on a copy.
  sampleFile: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const dataFolder = mkdtempSync(join(tmpdir(), 'desk-sample-'));
      let made: Promise<string> | undefined;
      await use(() => (made ??= makeSample(dataFolder)));
      rmSync(dataFolder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  desk: async ({ sampleFile }, use) => {
    const desk = await startDesk(sampleFile);
    await use(desk);
    await desk.close();
  },
  page: async ({ page }, use) => {
    await page.clock.setFixedTime(journeyInstant);
    const problems = watchPage(page);
    await use(page);
    expect(problems, 'errors in the page').toEqual([]);
  },
});

export { expect };
