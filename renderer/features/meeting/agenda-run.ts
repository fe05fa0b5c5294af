import { titleAfter } from '#shared/features/meeting/meeting.agenda.ts';
import type { AgendaItem } from '#shared/features/meeting/meeting.contract.ts';

/** The topic that is spoken of or timed, and the agenda in which it stood when last looked at. */
export type AgendaRun = { readonly title: string; readonly titles: readonly string[] };

/** Minutes that an item can take at most. */
const mostMinutes = 600;

/** The run in the agenda as it is now; a topic that was removed keeps its name until it comes back. */
export function followRun<Run extends AgendaRun>(run: Run, titles: readonly string[]): Run {
  const isSame = titles.length === run.titles.length && titles.every((one, at) => one === run.titles[at]);
  if (isSame) return run;
  const title = titleAfter(run.titles, titles, run.title);
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
