/** One writer at a time: transactions of the main thread and writing workers pass here, first come first served. */
export type WriterGate = {
  run<Result>(work: () => Promise<Result>): Promise<Result>;
};

export function writerGate(): WriterGate {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const turn = last.then(work, work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
