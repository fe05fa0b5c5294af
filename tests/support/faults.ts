import { onTestFinished } from 'vitest';
import { onFaultPoint } from '#electron/kernel/fault-point.ts';

/** Throws at the n-th fault point from now on, once. `struck` names it, or is undefined when none came. */
export function failAt(n: number): { readonly struck: string | undefined } {
  let left = n;
  let struck: string | undefined;
  onFaultPoint((name) => {
    left -= 1;
    if (left !== 0) return;
    struck = name;
    throw new Error(`fault at ${name}`);
  });
  onTestFinished(() => onFaultPoint(undefined));
  return {
    get struck() {
      return struck;
    },
  };
}
