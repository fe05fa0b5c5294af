/** How often the program looks whether a backup is due, in milliseconds. */
const lookEveryMs = 60_000;

export type BackupSchedule = {
  /** Stops and waits for a look under way. */
  stop(): Promise<void>;
};

/** Looks once a minute; looks never overlap, and the timer keeps no process alive. `look` catches its own failures. */
export function startBackupSchedule(look: () => Promise<unknown>, everyMs = lookEveryMs): BackupSchedule {
  let looking: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    looking ??= look().finally(() => (looking = undefined));
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
