import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** 日志 log of incidents: a line of JSON each; stack traces stay here and never leave to a window. */
export type Log = { write(level: 'info' | 'error', message: string, detail?: unknown): void };

export const silentLog: Log = { write: () => undefined };

export function fileLog(folder: string, now: () => string): Log {
  mkdirSync(folder, { recursive: true });
  return {
    write(level, message, detail) {
      const shown =
        detail instanceof Error
          ? { name: detail.name, message: detail.message, stack: detail.stack }
          : detail;
      const at = now();
      try {
        appendFileSync(
          join(folder, `desk-${at.slice(0, 10)}.log`),
          `${JSON.stringify({ at, level, message, detail: shown })}\n`,
        );
      } catch {
        // A full disk must not turn a log line into a second failure.
      }
    },
  };
}
