import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built program, for figures in which starting counts: `npm run bench` builds it when it is out of date. */
export const builtUrl = (name: 'headless.js' | 'reckoning-worker.js' | 'report-worker.js'): URL => {
  const url = new URL(`../../out/main/${name}`, import.meta.url);
  if (!existsSync(url)) throw new Error(`${name} is not built: npm run build`);
  return url;
};

export type Program = {
  readonly process: ChildProcess;
  /** The first line that it prints; rejects when it ends before. */
  readonly firstLine: Promise<string>;
  /** Exit status. */
  readonly ended: Promise<number | null>;
};

/** Starts the program without a window as a process of its own, errors in plain sight. */
export function startProgram(args: readonly string[]): Program {
  const child = spawn(process.execPath, [fileURLToPath(builtUrl('headless.js')), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DESK_PASSWORD: benchPassword },
  });
  const ended = new Promise<number | null>((resolve) => void child.once('close', resolve));
  const firstLine = new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      const [line, rest] = text.split('\n', 2);
      if (line !== undefined && rest !== undefined) resolve(line);
    });
    void ended.then((code) => reject(new Error(`${args[0]} ended with ${code}`)));
  });
  firstLine.catch(() => undefined);
  return { process: child, firstLine, ended };
}

export const benchPassword = 'Correct-Horse-9';

/** Runs a command of the program to its end; throws unless it says done. */
export async function runProgram(args: readonly string[]): Promise<void> {
  const status = await startProgram(args).ended;
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
}
