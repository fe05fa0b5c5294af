import { placeAfter } from '#shared/features/meeting/meeting.agenda.ts';
import type { AgendaItem } from '#shared/features/meeting/meeting.contract.ts';

/** The agenda item that is timed: its place in the agenda in which it stood when last looked at. */
export type AgendaRun = { readonly place: number; readonly titles: readonly string[] };

/** Minutes that an item can take at most. */
const mostMinutes = 600;

/** Where the timed item stands in the agenda as it is now; undefined: it was removed. */
export const placeOfRun = (run: AgendaRun, titles: readonly string[]): number | undefined =>
  placeAfter(run.titles, titles, run.place);

/** The run in the agenda as it is now; that of an item that was removed stays as it is until the item comes back. */
export function followRun<Run extends AgendaRun>(run: Run, titles: readonly string[]): Run {
  const isSame = titles.length === run.titles.length && titles.every((one, at) => one === run.titles[at]);
  if (isSame) return run;
  const place = placeOfRun(run, titles);
  return place === undefined ? run : { ...run, place, titles };
}

/** Minutes used so far by a topic, a run of so many seconds included; a begun minute counts. */
export const minutesWithRun = (item: AgendaItem, seconds: number): number =>
  Math.min(mostMinutes, (item.actualMinutes ?? 0) + Math.ceil(seconds / 60));

/** The agenda with the minutes of a run that ends after so many seconds. */
export function endRun(items: readonly AgendaItem[], run: AgendaRun, seconds: number): readonly AgendaItem[] {
  const place = placeOfRun(
    run,
    items.map(({ title }) => title),
  );
  return items.map((item, at) =>
    at === place && seconds > 0 ? { ...item, actualMinutes: minutesWithRun(item, seconds) } : item,
  );
}
