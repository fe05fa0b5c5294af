import { Table, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Figure } from '#shared/features/meeting/meeting.pack.ts';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FigureGroup } from './figure-group.tsx';
import { FigureLink, KeyFigureLink } from './figures.tsx';
import type { Surface } from './surface.ts';
import { useAgeNames } from './use-age-names.ts';
import classes from './figures.module.css';

/** 应收账款: open and overdue, by due day and age, the longest overdue ones. */
export function ReceivableSheet(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { t, money, day } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { receivables, ageBuckets } = surface.view.content.pack.resources;
  const ages = useAgeNames(ageBuckets);
  const rows: readonly (readonly [string, Figure])[] = [
    [t('meeting.receivables.dueThisWeek'), receivables.dueThisWeek],
    [t('meeting.receivables.dueNextWeek'), receivables.dueNextWeek],
    [t('meeting.receivables.dueLater'), receivables.dueLater],
    [t('meeting.receivables.noDueDay'), receivables.noDueDay],
    ...receivables.ages.map(
      (aged, index) => [t('meeting.receivables.aged', { range: ages[index] ?? '' }), aged] as const,
    ),
  ];
  return (
    <FigureGroup surface={surface} topic="receivables" title={t('meeting.captions.receivables')}>
      <div className={classes.keys}>
        <KeyFigureLink name={t('meeting.receivables.open')} figure={receivables.open} unit="fen" />
        <KeyFigureLink
          name={t('meeting.receivables.overdue')}
          figure={receivables.overdue}
          unit="fen"
          warning={(receivables.overdue.value ?? 0) > 0}
        />
      </div>
      <Table className={classes.table}>
        <Table.Tbody>
          {rows.map(([name, one]) => (
            <Table.Tr key={name}>
              <Table.Th scope="row" className={classes.rowHead}>
                {name}
              </Table.Th>
              <Table.Td ta="right">
                <FigureLink figure={one} unit="fen" name={name} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {receivables.lines.length === 0 ? null : (
        <>
          <Title order={3} size="h4" mt="sm" mb={4}>
            {t('meeting.captions.overdue')}
          </Title>
          <ul className={classes.lines}>
            {receivables.lines.slice(0, 8).map((line) => (
              <li key={line.id}>
                <span className={classes.grow}>
                  {may('receivable.read') ? (
                    <a className={classes.drill} {...link(recordAddress('receivable', line.id))}>
                      {line.customerName}
                    </a>
                  ) : (
                    line.customerName
                  )}
                  <span className={classes.under}>
                    {line.personName ?? ''} {day(line.dueOn)}
                  </span>
                </span>
                <span className={classes.bad}>
                  <IconAlertTriangle size={13} aria-hidden />{' '}
                  {t('meeting.labels.overdueDays', { count: line.daysOverdue })}
                </span>
                <span className={classes.figure}>{money(line.openFen)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </FigureGroup>
  );
}
