import { dayOfInstant, formatDay, timeOfInstant } from '#shared/kernel/day.ts';
import type { Language } from '#shared/kernel/language.ts';
import type { PrintCell, PrintKeyValue } from '#shared/kernel/print-document.ts';
import { storeOffsetMinutes } from '#electron/kernel/clock.ts';

/** What printed papers of every feature write alike. */

/** `HH:MM` at the store. */
export const timeText = (instant: string): string => timeOfInstant(instant, storeOffsetMinutes);

/** Day at the store, for people. */
export const dayText = (instant: string, language: Language): string =>
  formatDay(dayOfInstant(instant, storeOffsetMinutes), language);

/** Day and time at the store, for people. */
export const momentText = (instant: string, language: Language): string =>
  `${dayText(instant, language)} ${timeText(instant)}`;

/** Day and time at the store as `2026-11-18 10:00`, where there is little room. */
export const shortMoment = (instant: string): string =>
  `${dayOfInstant(instant, storeOffsetMinutes)} ${timeText(instant)}`;

/** A named value, where there is one: a field that says nothing takes no room. */
export const known = (name: string, value: string | null | undefined): PrintKeyValue[] =>
  value === null || value === undefined || value === '' ? [] : [{ name, value }];

/** Plates and VIN, which are read sign by sign; what nobody entered prints as `none`. */
export const signsOf = (text: string | null | undefined, none = ''): PrintCell =>
  text === null || text === undefined || text === '' ? none : { text, mono: true };

/** A plate or a VIN with its name, where there is one. */
export const knownSigns = (name: string, value: string | null | undefined): PrintKeyValue[] =>
  known(name, value).map((one) => ({ ...one, value: signsOf(value) }));

/** A named value across the paper, for sentences. */
export const knownWide = (name: string, value: string | null | undefined): PrintKeyValue[] =>
  known(name, value).map((one) => ({ ...one, wide: true }));
