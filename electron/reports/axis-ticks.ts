/**
 * Round values of a vertical axis from at most `lowest` to at least `highest`, about four steps of 1, 2, 2.5 or 5 times
 * a power of ten. `lowest` ≤ 0 ≤ `highest`, so 0 is always among them; two equal bounds give 0 … 1.
 * With `whole` every value is a whole number: nobody sells half a vehicle.
 */
export function axisTicks(lowest: number, highest: number, whole: boolean): number[] {
  const top = highest === lowest ? lowest + 1 : highest;
  const rough = (top - lowest) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => factor * power);
  const step =
    (whole ? [1, ...steps].filter(Number.isInteger) : steps).find((one) => one >= rough) ?? 10 * power;
  const first = Math.floor(lowest / step + 1e-12);
  const last = Math.ceil(top / step - 1e-12);
  // Whole steps are counted, so that no sum of fractions shows: 0.3, not 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
