import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @typedef {{ code: number, output: string, timedOut: boolean }} Outcome */
/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number }} RunOptions */

const windows = process.platform === 'win32';
/** @type {readonly NodeJS.Signals[]} */
const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** @type {Set<(signal: NodeJS.Signals) => void>} */
const listeners = new Set();
let watching = false;

/**
 * Calls back when the person or the system asks this launcher to end.
 * @param {(signal: NodeJS.Signals) => void} listener
 * @returns {() => void} stops listening
 */
export function onStop(listener) {
  if (!watching) {
    watching = true;
    for (const signal of stopSignals) {
      process.on(signal, () => {
        if (listeners.size === 0) process.exit(statusOf(null, signal));
        for (const each of listeners) each(signal);
      });
    }
  }
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Exit status as a shell counts it.
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function statusOf(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 1);
}

/**
 * Ends a child together with what it started (it must have been started detached on POSIX).
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
export function endTree(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (windows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}

/**
 * Runs a program without showing it and keeps its output. The whole tree is ended at the time limit or when we are asked to stop.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>} code 127 when it could not be started, 124 at the time limit
 */
export function runQuiet(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !windows,
      windowsHide: true,
    });
    let output = '';
    let timedOut = false;
    const keep = (/** @type {Buffer} */ chunk) => void (output = (output + chunk.toString()).slice(-200_000));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = options.timeoutMs
      ? setTimeout(() => {
          timedOut = true;
          endTree(child, 'SIGKILL');
        }, options.timeoutMs)
      : undefined;
    const forget = onStop((signal) => {
      endTree(child, 'SIGKILL');
      process.exit(statusOf(null, signal));
    });
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      forget();
      resolve({ code: timedOut ? 124 : code, output, timedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => finish(statusOf(code, signal)));
  });
}

/**
 * Runs a program on our own terminal, hands signals on, and returns its exit status.
 * A Ctrl+C in a terminal reaches the whole group by itself, so it is handed on only when there is no terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions & { input?: boolean }} [options] input false: the program gets no stdin
 * @returns {Promise<number>}
 */
export function runShown(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: [options.input === false ? 'ignore' : 'inherit', 'inherit', 'inherit'],
    });
    const forget = onStop((signal) => {
      if (signal === 'SIGINT' && (windows || process.stdin.isTTY)) return;
      child.kill(signal);
    });
    child.on('error', (error) => {
      forget();
      process.stderr.write(`${command}: ${error.message}\n`);
      resolve(127);
    });
    child.on('exit', (code, signal) => {
      forget();
      resolve(statusOf(code, signal));
    });
  });
}
