import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type Child = {
  readonly process: ChildProcess;
  /** Lines it printed so far. */
  readonly lines: readonly string[];
  /** Resolves when so many lines are there; rejects when it ends before. */
  printed(count: number): Promise<void>;
  /** Resolves with signal or exit status. */
  readonly ended: Promise<NodeJS.Signals | number | null>;
};

/** Starts a TypeScript file of `tests/faults/child` under this Node, as a process of its own. */
export function startChild(name: string, ...args: readonly string[]): Child {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', `tests/faults/child/${name}`, ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const lines: string[] = [];
  let rest = '';
  let errors = '';
  let wake: () => void = () => undefined;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) =>
    child.on('close', (code, signal) => {
      resolve(signal ?? code);
      wake();
    }),
  );
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    process: child,
    lines,
    ended,
    async printed(count) {
      while (lines.length < count) {
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`${name} ended early: ${errors}`);
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

/** Kills a process a moment after it printed so many lines: at most so many milliseconds later, wherever it is then. */
export async function killAfter(child: Child, lines: number, withinMs: number): Promise<void> {
  await child.printed(lines);
  await new Promise((resolve) => setTimeout(resolve, randomInt(withinMs)));
  child.process.kill('SIGKILL');
  expect(await child.ended).toBe('SIGKILL');
}
