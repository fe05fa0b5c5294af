import type { MeetingContent } from '#shared/features/meeting/meeting.contract.ts';
import type { AccountLine } from '#shared/features/meeting/meeting.pack.ts';
import type { PrintBlock, PrintCell, PrintRow } from '#shared/kernel/print-document.ts';
import type { Paper } from './meeting.paper.ts';
import { right } from './meeting.report-parts.ts';

/** 现金: what came in and went out in the week, what the accounts hold, and which ones are not known. */
export function cashBlocks(content: MeetingContent, page: Paper): PrintBlock[] {
  const { text, figure, fill, day, amount } = page;
  const { cash } = content.pack.resources;
  const money = (value: number | null): PrintCell => figure({ value, missing: cash.in.missing }, 'fen');
  const nameOf = (account: string | null): string => account ?? text.cash.noAccount;
  const accountRow = (line: AccountLine): PrintRow => ({
    cells: [
      `${fill(text.cash.account, { account: nameOf(line.account) })} · ${fill(text.cash.opened, {
        day: day(line.openedOn),
        amount: amount(line.openingFen, 'fen'),
      })}`,
      money(line.balanceFen),
    ],
  });
  const { balance } = cash;
  return [
    {
      kind: 'table',
      caption: text.captions.cash,
      columns: [{ title: text.columns.item, width: 2 }, right(text.columns.amount)],
      rows: [
        { cells: [text.cash.in, figure(cash.in, 'fen')] },
        { cells: [text.cash.out, figure(cash.out, 'fen')] },
        { cells: [text.cash.change, money(cash.change)], kind: 'total' },
        ...(balance?.lines ?? []).map(accountRow),
        ...(balance === null
          ? []
          : [{ cells: [text.cash.balance, money(balance.totalFen)], kind: 'total' as const }]),
      ],
    },
    ...(balance === null || balance.lines.length === 0 || balance.unopened.length === 0
      ? []
      : [
          {
            kind: 'paragraphs',
            texts: [
              fill(text.cash.unopened, {
                accounts: balance.unopened.map(nameOf).join(text.labels.comma),
              }),
            ],
          } satisfies PrintBlock,
        ]),
  ];
}
