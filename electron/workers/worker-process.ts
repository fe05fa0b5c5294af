import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WorkerPlace } from './worker-link.ts';
import type { WorkerMessage } from './worker-messages.ts';
import { inThread } from './worker-thread.ts';

/** Letters of a worker's error output that are kept for the log. */
const lastWords = 2_000;

/** The environment without what is meant for this program alone, a password among it. */
const environment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('DESK_')));

/**
 * In a process of its own, of the same Node: its memory goes back to the system with it, and a native crash ends the one call
 * that ran, not the program. Where the system refuses a process, in a thread. Not in Electron: its binary is no Node.
 */
export const inProcess =
  (execArgv: readonly string[] = []): WorkerPlace =>
  (entry, events) => {
    const child = fork(fileURLToPath(entry.url), entry.args ?? [], {
      execArgv: [...execArgv],
      env: environment(),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      windowsHide: true,
    });
    if (child.pid === undefined) {
      // The refusal is told a turn later as well; the thread has its place by then.
      child.on('error', () => undefined);
      return inThread()(entry, events);
    }
    let words = '';
    const errors = child.stderr;
    errors?.setEncoding('utf8').on('data', (more: string) => (words = (words + more).slice(-lastWords)));
    child.on('message', (message) => events.message(message as WorkerMessage));
    child.on('error', (error) => events.failed(error));
    // After its error output has been read to the end, so that the log has its last words.
    child.on('close', (code, signal) =>
      events.exited([signal ?? `code ${code}`, words.trim()].join('\n').trim()),
    );
    return {
      post: (message) => void child.send(message, (error) => error && events.failed(error)),
      end: () => void child.kill('SIGKILL'),
      hold() {
        child.ref();
        child.channel?.ref();
      },
      release() {
        child.unref();
        child.channel?.unref();
        if (errors && 'unref' in errors && typeof errors.unref === 'function') errors.unref();
      },
    };
  };
