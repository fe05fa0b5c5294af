/**
 * The frame of the benchmarks: every figure stands beside its limit measured or stated in the same run.
 * Ratio = value / limit; met when the ratio is at most the target (or at least, for rates).
 */
export type Figure = {
  readonly name: string;
  /** Median of the runs. */
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  /** What the limit is, in words. */
  readonly beside: string;
  /** Highest ratio that is good. */
  readonly target: number;
};

export type Bench = { readonly name: string; run(report: (figure: Figure) => void): Promise<void> };

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of several runs, one after another. */
export async function times(runs: number, work: (run: number) => unknown): Promise<number[]> {
  const found: number[] = [];
  for (let run = 0; run < runs; run++) found.push(await timed(() => work(run)));
  return found;
}

export const ratioOf = ({ value, limit }: Figure): number => value / limit;
export const isMet = (figure: Figure): boolean => ratioOf(figure) <= figure.target;

const shown = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/** One line of the table. */
export const lineOf = (figure: Figure): string =>
  [
    figure.name.padEnd(38),
    `${shown(figure.value)} ${figure.unit}`.padStart(12),
    `${shown(figure.limit)} ${figure.unit}`.padStart(12),
    figure.beside.padEnd(34),
    `× ${ratioOf(figure).toFixed(2)}`.padStart(8),
    `≤ ${figure.target}`.padStart(6),
    isMet(figure) ? 'met' : 'SHORT',
  ].join('  ');
