import type { ActionItem } from '#shared/features/action/action.contract.ts';
import type { PrintBlock, PrintCell, PrintRow } from '#shared/kernel/print-document.ts';
import { actionOriginText } from '#shared/text/action-origin.ts';
import type { Paper } from './meeting.paper.ts';

const actionState = (item: ActionItem, { text, fill }: Paper): PrintCell =>
  item.daysOverdue > 0
    ? { text: fill(text.labels.overdueDays, { count: item.daysOverdue }), tone: 'warning' }
    : { text: text.actionStates[item.state], tone: item.state === 'closed' ? 'good' : 'normal' };

/** Action items; earlier ones with what was said about them since they were raised. */
export function actionTable(
  items: readonly ActionItem[],
  caption: string,
  page: Paper,
  withHistory: boolean,
): PrintBlock {
  const { text, day } = page;
  const historyOf = (item: ActionItem): string[] =>
    item.lines
      .filter((line) => line.kind !== 'raised')
      .map(
        (line) =>
          `${line.meetingNumber ?? page.dayOf(line.at)} ${text.actionLines[line.kind]} ${line.personName}：${line.text}`,
      );
  const rows: PrintRow[] = items.map((item) => ({
    cells: [
      item.number,
      {
        text: [item.text, ...(withHistory ? historyOf(item) : [])].join('\n'),
        ...(item.origin ? { note: actionOriginText(item.origin, page.language) } : {}),
      },
      item.ownerName,
      day(item.dueOn),
      item.check,
      actionState(item, page),
    ],
  }));
  return {
    kind: 'table',
    caption,
    columns: [
      { title: text.columns.number, width: 'auto' },
      { title: text.columns.what, width: 3.6 },
      { title: text.columns.owner, width: 'auto' },
      { title: text.columns.dueOn, width: 'auto' },
      { title: text.columns.check, width: 1.8 },
      { title: text.columns.state, width: 'auto' },
    ],
    rows,
  };
}
