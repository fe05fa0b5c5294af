import { scopeOf, type Right, type Role } from '../../rpc/rights.ts';
import { indicatorDefinitions } from './meeting.definitions.ts';
import { drillRight } from './meeting.drills.ts';
import type { CommentTopic, MeetingContent } from './meeting.contract.ts';
import type { Figure, ProgressLine, WeeklyPack } from './meeting.pack.ts';

/**
 * What of the minutes a person may see: everybody reads them, but money at hand and money owed are for who may read cash and
 * receivables. Others see "no right" in their place, never 0 and never "not supplied"; what was written beside them goes too.
 * The minutes themselves, and what was signed, stay whole.
 */

type Closed = ReadonlySet<Right>;

/** The rights that guard figures of the minutes. */
export const guards: readonly Right[] = ['cash.read', 'receivable.read'];

/** Where a comment stands beside guarded figures. */
const guardOf: Readonly<Partial<Record<CommentTopic, Right>>> = {
  cashIn: 'cash.read',
  cash: 'cash.read',
  receivablesCollected: 'receivable.read',
  receivables: 'receivable.read',
};

const closedTo = (roles: readonly Role[]): Closed =>
  new Set(guards.filter((right) => scopeOf(roles, right) !== 'all'));

/** Its filters go as well: they name accounts. */
const closed = ({ drill }: Figure): Figure => ({
  value: null,
  missing: 'no-right',
  drill: { ...drill, filters: [] },
});

function progressSeen(line: ProgressLine, to: Closed): ProgressLine {
  if (!to.has(drillRight(indicatorDefinitions[line.indicator].feature))) return line;
  return {
    ...line,
    week: closed(line.week),
    monthToDate: closed(line.monthToDate),
    weekRate: null,
    monthRate: null,
    sameWeekLastYear: closed(line.sameWeekLastYear),
    series: line.series.map((point) => ({ ...point, value: null })),
    dataUpTo: null,
  };
}

function receivablesSeen(
  all: WeeklyPack['resources']['receivables'],
): WeeklyPack['resources']['receivables'] {
  return {
    open: closed(all.open),
    overdue: closed(all.overdue),
    dueThisWeek: closed(all.dueThisWeek),
    dueNextWeek: closed(all.dueNextWeek),
    dueLater: closed(all.dueLater),
    noDueDay: closed(all.noDueDay),
    ages: all.ages.map(closed),
    lines: [],
  };
}

const cashSeen = (all: WeeklyPack['resources']['cash']): WeeklyPack['resources']['cash'] => ({
  in: closed(all.in),
  out: closed(all.out),
  change: null,
  balance: all.balance && { totalFen: null, missing: 'no-right', lines: [], unopened: [] },
});

function seen(pack: WeeklyPack, to: Closed): WeeklyPack {
  const { receivables, cash } = pack.resources;
  return {
    ...pack,
    progress: pack.progress.map((line) => progressSeen(line, to)),
    resources: {
      ...pack.resources,
      receivables: to.has('receivable.read') ? receivablesSeen(receivables) : receivables,
      cash: to.has('cash.read') ? cashSeen(cash) : cash,
    },
  };
}

/** The weekly pack as a person with these roles may see it. */
export const packSeenBy = (pack: WeeklyPack, roles: readonly Role[]): WeeklyPack =>
  seen(pack, closedTo(roles));

/** The content of a meeting as a person with these roles may see it. */
export function contentSeenBy(content: MeetingContent, roles: readonly Role[]): MeetingContent {
  const to = closedTo(roles);
  if (to.size === 0) return content;
  const comments = Object.fromEntries(
    Object.entries(content.comments).filter(([topic]) => {
      const guard = guardOf[topic as CommentTopic]; // the keys of the comments
      return guard === undefined || !to.has(guard);
    }),
  );
  return { ...content, comments, pack: seen(content.pack, to) };
}

/** Whether something was left out for who reads it: paper says so. */
export const isInPart = ({ pack: { resources } }: MeetingContent): boolean =>
  resources.cash.in.missing === 'no-right' || resources.receivables.open.missing === 'no-right';
