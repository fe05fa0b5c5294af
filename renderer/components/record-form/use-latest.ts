import { useLayoutEffect, useRef, type RefObject } from 'react';

/** The latest form of a function, for work that begins now and goes on after the next drawing. */
export function useLatest<Work>(work: Work): RefObject<Work> {
  const latest = useRef(work);
  useLayoutEffect(() => {
    latest.current = work;
  });
  return latest;
}
