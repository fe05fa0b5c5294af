import { defaultStringifySearch } from '@tanstack/react-router';
import type { Who } from '#shared/features/indicator/indicator.contract.ts';
import { periodAt, periodKindOf } from '#shared/features/indicator/indicator-period.rules.ts';
import type { Day } from '#shared/kernel/day.ts';

/** The page that compares goal and actual of something: its gap record where there is one. */
export const gapAddress = (key: string, period: string, who: Who, gapId: number | null = null): string =>
  gapId === null
    ? `/gap/analysis${defaultStringifySearch({
        key,
        about: period,
        level: who.level,
        ...(who.departmentId === null ? {} : { department: who.departmentId }),
        ...(who.personId === null ? {} : { person: who.personId }),
      })}`
    : `/gap/${gapId}`;

/** The page of actuals of a period. */
export const figuresAddress = (period: string, who: Who): string =>
  `/indicator/figures${defaultStringifySearch({
    about: period,
    level: who.level,
    ...(who.departmentId === null ? {} : { department: who.departmentId }),
    ...(who.personId === null ? {} : { person: who.personId }),
  })}`;

/** A word of an address: digits alone (a year) come as a number. */
const wordOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** The period that an address tells; the running month where it tells none. */
export function periodOfSearch(search: Readonly<Record<string, unknown>>, today: Day): string {
  const about = wordOf(search['about']);
  return periodKindOf(about) === undefined ? periodAt('month', today) : about;
}

/** The indicator that an address names. */
export const keyOfSearch = (search: Readonly<Record<string, unknown>>): string =>
  wordOf(search['key']) || 'orders';

/** Whose figures an address means; the store's where it says nothing. */
export function whoOfSearch(search: Readonly<Record<string, unknown>>): Who {
  const id = (name: string): number | null => (typeof search[name] === 'number' ? search[name] : null);
  const level = search['level'];
  if (level === 'department') return { level, departmentId: id('department'), personId: null };
  if (level === 'person') return { level, departmentId: null, personId: id('person') };
  return { level: 'store', departmentId: null, personId: null };
}
