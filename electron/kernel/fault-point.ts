/**
 * Named places inside operations that must survive a crash or a failure there. In the product they do nothing; a fault
 * test listens, and throws or kills the process at the first, the second … until the operation completes unharmed.
 */
type FaultListener = (name: string) => void;

let listener: FaultListener | undefined;

/** Marks a place, e.g. `backup:afterCopy`. */
export function faultPoint(name: string): void {
  listener?.(name);
}

/** For fault tests only; undefined stops listening. */
export function onFaultPoint(next: FaultListener | undefined): void {
  listener = next;
}
