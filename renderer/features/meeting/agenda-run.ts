import type { AgendaItem } from '#shared/features/meeting/meeting.contract.ts';

/** A run of the clock: the topic that is spoken of and the agenda in which it stood when last looked at. */
export type AgendaRun = { readonly title: string; readonly titles: readonly string[] };

/** Minutes that an item can take at most. */
const mostMinutes = 600;

/**
 * The run in the agenda as it is now. A renamed topic is the new title in its place, or the only new one where one is
 * gone; a topic that was removed keeps its name until it comes back or the clock is stopped.
 */
export function followRun<Run extends AgendaRun>(run: Run, titles: readonly string[]): Run {
  const isSame = titles.length === run.titles.length && titles.every((one, at) => one === run.titles[at]);
  if (isSame) return run;
  if (titles.includes(run.title)) return { ...run, titles };
  const added = titles.filter((one) => !run.titles.includes(one));
  const gone = run.titles.filter((one) => !titles.includes(one));
  const inPlace = titles[run.titles.indexOf(run.title)];
  const only = added.length === 1 && gone.length === 1 ? added[0] : undefined;
  const title = inPlace !== undefined && added.includes(inPlace) ? inPlace : only;
  return title === undefined ? run : { ...run, title, titles };
}

/** Minutes used so far by a topic, a run of so many seconds included; a begun minute counts. */
export const minutesWithRun = (item: AgendaItem, seconds: number): number =>
  Math.min(mostMinutes, (item.actualMinutes ?? 0) + Math.ceil(seconds / 60));

/** The agenda with the minutes of a run that ends after so many seconds. */
export function endRun(items: readonly AgendaItem[], run: AgendaRun, seconds: number): readonly AgendaItem[] {
  const { title } = followRun(
    run,
    items.map((item) => item.title),
  );
  return items.map((item) =>
    item.title === title && seconds > 0 ? { ...item, actualMinutes: minutesWithRun(item, seconds) } : item,
  );
}
