import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { fallbackSentence, obtainElectron } from './electron.mjs';
import { onStop, statusOf } from './process.mjs';
import { say } from './say.mjs';

/** @typedef {{ browser: boolean, open: boolean, rest: string[] }} StartOptions */

/**
 * `--browser` goes without Electron, `--no-open` only prints the address; everything else is the program's own.
 * @param {readonly string[]} args
 * @returns {StartOptions}
 */
export function startOptions(args) {
  const own = ['--browser', '--no-open'];
  const noOpen = args.includes('--no-open');
  return {
    browser: noOpen || args.includes('--browser'),
    open: !noOpen,
    rest: args.filter((arg) => !own.includes(arg)),
  };
}

/**
 * The address in a line of the server, exactly as printed (it may carry a one-time key).
 * @param {string} line
 */
export function readyAddress(line) {
  return /^ready (https?:\/\/\S+)$/.exec(line.trim())?.[1];
}

/**
 * Opens the program: with Electron where it is or can be had, else in the browser.
 * @param {string} root
 * @param {string} node executable for the server
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit status
 */
export async function start(root, node, args) {
  const options = startOptions(args);
  if (options.browser) return serve(root, node, options);
  const found = await obtainElectron(root);
  if ('path' in found) {
    const ended = await runElectron(root, found.path, options.rest);
    if (ended.kind === 'ran') return ended.code;
    const failed = fallbackSentence({ zh: `无法启动:${ended.why}`, en: `it cannot start: ${ended.why}` });
    say(failed.zh, failed.en);
    return serve(root, node, options);
  }
  const sentence = fallbackSentence(found.reason);
  say(sentence.zh, sentence.en);
  return serve(root, node, options);
}

/** An Electron that ends abnormally sooner than this could not start (missing libraries, sandbox not allowed). */
const tooSoonMs = 5000;

/**
 * @param {string} root
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ kind: 'ran', code: number } | { kind: 'failed', why: string }>}
 */
function runElectron(root, program, args) {
  return new Promise((resolve) => {
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
    const env = { ...process.env };
    delete env.ELECTRON_RUN_AS_NODE;
    const begun = Date.now();
    const child = spawn(program, [...(asRoot ? ['--no-sandbox'] : []), root, ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    let stopping = false;
    const forget = onStop(() => {
      stopping = true;
      child.kill('SIGTERM');
    });
    child.on('error', (error) => {
      forget();
      resolve({ kind: 'failed', why: error.message });
    });
    child.on('exit', (code, signal) => {
      forget();
      const crashed = signal !== null || (code ?? 0) >= 126;
      if (!stopping && crashed && Date.now() - begun < tooSoonMs) {
        resolve({ kind: 'failed', why: signal ?? `exit status ${code}` });
      } else {
        resolve({ kind: 'ran', code: stopping ? 0 : statusOf(code, signal) });
      }
    });
  });
}

/**
 * The data folder that the arguments name; '' for the usual one.
 * @param {readonly string[]} args
 */
export function storeOf(args) {
  const joined = args.find((arg) => arg.startsWith('--data='));
  if (joined) return joined.slice('--data='.length);
  const at = args.indexOf('--data');
  return at < 0 ? '' : (args[at + 1] ?? '');
}

const patienceMs = 10_000;

/**
 * Runs the server and its browser window until one of them ends or we are asked to stop.
 * @param {string} root
 * @param {string} node
 * @param {StartOptions} options
 * @returns {Promise<number>} 0 after Ctrl+C or a closed window; the server's own status when it ends by itself
 */
function serve(root, node, { open, rest }) {
  return new Promise((resolve) => {
    // The extra channel tells the server when this launcher is gone; on Windows it is also how it is asked to end.
    const server = spawn(node, [join(root, 'out/main/headless.js'), 'serve', ...rest], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      windowsHide: true,
    });
    /** @type {ReturnType<typeof openBrowser> | undefined} */
    let browser;
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      browser?.close();
      if (server.connected) server.disconnect();
      if (process.platform !== 'win32') server.kill('SIGTERM');
      setTimeout(() => server.kill('SIGKILL'), patienceMs).unref();
    };
    const forget = onStop(stop);

    createInterface({ input: /** @type {import('node:stream').Readable} */ (server.stdout) }).on(
      'line',
      (line) => {
        process.stdout.write(`${line}\n`);
        const url = readyAddress(line);
        if (url === undefined || browser || stopping) return;
        browser = open ? openBrowser(url, { store: storeOf(rest) }) : undefined;
        tellHowItOpened(browser?.kind ?? 'none');
        void browser?.closed.then((end) => (end === 'closed' ? stop() : tellHowItOpened('none')));
      },
    );
    server.on('error', (error) => process.stderr.write(`${error.message}\n`));
    // Not 'close': it never comes once the channel was closed from this side.
    server.on('exit', (code, signal) => {
      forget();
      browser?.close();
      const status = stopping ? 0 : statusOf(code, signal);
      if (browser?.kind !== 'window') return resolve(status);
      const late = setTimeout(() => resolve(status), 3000);
      void browser.closed.then(() => {
        clearTimeout(late);
        resolve(status);
      });
    });
  });
}

/** @param {'window' | 'tab' | 'none'} kind */
function tellHowItOpened(kind) {
  if (kind === 'window')
    return say(
      '已打开窗口;关闭窗口或按 Ctrl+C 即结束。',
      'The window is open: close it or press Ctrl+C to end.',
    );
  if (kind === 'tab')
    return say('已在浏览器中打开;按 Ctrl+C 结束。', 'Opened in the browser: Ctrl+C ends the program.');
  say(
    '请在浏览器中打开上面的地址;按 Ctrl+C 结束。',
    'Open the address above in a browser: Ctrl+C ends the program.',
  );
}
