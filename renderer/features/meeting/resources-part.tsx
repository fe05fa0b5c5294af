import { Paper, SimpleGrid, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { CommentTopic } from '#shared/features/meeting/meeting.contract.ts';
import { openOrderDrill, stockDrill } from '#shared/features/meeting/meeting.drills.ts';
import type { Drill, Figure, StockLine, WeeklyPack } from '#shared/features/meeting/meeting.pack.ts';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { Comment } from './comment.tsx';
import { FigureLink, KeyFigure } from './figures.tsx';
import type { Surface } from './surface.ts';
import classes from './meeting.module.css';

/* eslint-disable jsx-a11y/no-noninteractive-tabindex -- a scrolled region is reached by the keyboard */

/** 现有资源匹配: vehicles against orders, people, receivables, cash. */
export function ResourcesPart(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { resources, days } = surface.view.content.pack;
  return (
    <>
      <StockSheet surface={surface} />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <ReceivableSheet surface={surface} />
        <div className={classes.stack}>
          <CashSheet surface={surface} />
          <PeopleSheet surface={surface} people={resources.people} key={days.week} />
        </div>
      </SimpleGrid>
    </>
  );
}

/** A group of figures with its heading and the person's comment. */
export function Group(props: {
  readonly surface: Surface;
  readonly title: string;
  readonly topic: CommentTopic;
  readonly note?: string;
  readonly children: ReactNode;
}): ReactNode {
  const { surface, title, topic, note, children } = props;
  const { t } = useTexts();
  return (
    <Paper className="sheet" p="sm" component="section" aria-label={title}>
      <div className={classes.groupHead}>
        <Title order={2} size="h3">
          {title}
        </Title>
        {note ? (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        ) : null}
      </div>
      {children}
      <div className={classes.groupComment}>
        <Comment surface={surface} topic={topic} name={t('meetingPage.minutes.comment', { title })} />
      </div>
    </Paper>
  );
}

/** A count of rows that opens its list, for lines whose drill the pack does not carry. */
const figure = (value: number, drill: Drill): Figure => ({ value, missing: null, drill });

function StockSheet(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { t, day } = useTexts();
  const { resources, days } = surface.view.content.pack;
  const { stock, ageBuckets } = resources;
  const heads = useAgeNames(ageBuckets);
  const oldest = ageBuckets.at(-1) ?? 0;
  const units = ` ${t('meeting.labels.vehicles')}`;
  const line = ({ model, ages, stock: count, openOrders, gap }: StockLine): ReactNode => (
    <Table.Tr key={model}>
      <Table.Th scope="row" className={classes.rowHead}>
        {model}
      </Table.Th>
      {ages.map((held, index) => (
        <Table.Td key={heads[index]} ta="right">
          {held === 0 ? (
            <Nought />
          ) : (
            <span className={index === ages.length - 1 ? classes.aged : undefined}>
              <FigureLink
                figure={figure(held, stockDrill({ model, bucket: index }, days.asOf, ageBuckets))}
                unit="count"
                name={`${model} ${heads[index]}`}
              />
            </span>
          )}
        </Table.Td>
      ))}
      <Table.Td ta="right">
        {stock.supplied ? (
          <FigureLink
            figure={figure(count, stockDrill({ model }, days.asOf, ageBuckets))}
            unit="count"
            name={`${model} ${t('meeting.columns.stock')}`}
            strong
          />
        ) : (
          <Nought />
        )}
      </Table.Td>
      <Table.Td ta="right">
        {stock.ordersSupplied ? (
          <FigureLink
            figure={figure(openOrders, openOrderDrill(days.asOf, model))}
            unit="count"
            name={`${model} ${t('meeting.columns.openOrders')}`}
          />
        ) : (
          <Nought />
        )}
      </Table.Td>
      <Table.Td>
        {stock.supplied && stock.ordersSupplied && openOrders > 0 ? (
          gap > 0 ? (
            <span className={classes.bad}>
              <IconAlertTriangle size={13} aria-hidden /> {t('meeting.columns.gap')} {gap}
            </span>
          ) : (
            <span className={classes.good}>
              <IconCheck size={13} aria-hidden /> {t('meetingPage.resources.covered')}
            </span>
          )
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
  return (
    <Group
      surface={surface}
      topic="stock"
      title={t('meeting.captions.stock')}
      note={t('meeting.labels.asOf', { day: day(days.asOf) })}
    >
      <div className={classes.keys}>
        <KeyFigure name={t('meeting.columns.stock')}>
          <FigureLink
            figure={stock.total}
            unit="count"
            name={t('meeting.columns.stock')}
            strong
            suffix={units}
          />
        </KeyFigure>
        <KeyFigure
          name={t('meetingPage.resources.aged', { days: oldest })}
          warning={(stock.aged.value ?? 0) > 0}
        >
          <FigureLink
            figure={stock.aged}
            unit="count"
            name={t('meetingPage.resources.aged', { days: oldest })}
            strong
            suffix={units}
          />
        </KeyFigure>
        <KeyFigure name={t('meeting.columns.openOrders')}>
          <FigureLink
            figure={stock.openOrders}
            unit="count"
            name={t('meeting.columns.openOrders')}
            strong
            suffix={units}
          />
        </KeyFigure>
        <KeyFigure name={t('meetingPage.resources.gapTotal')} warning={(stock.gap ?? 0) > 0}>
          {stock.gap === null ? t('meeting.labels.notSupplied') : `${stock.gap}${units}`}
        </KeyFigure>
      </div>
      {stock.lines.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('meetingPage.resources.noStock')}
        </Text>
      ) : (
        <div
          className={classes.tallTable}
          tabIndex={0}
          role="region"
          aria-label={t('meetingPage.resources.stockTable')}
        >
          <Table className={classes.table} stickyHeader miw={680}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('meeting.columns.model')}</Table.Th>
                {heads.map((head) => (
                  <Table.Th key={head} ta="right">
                    {head}
                  </Table.Th>
                ))}
                <Table.Th ta="right">{t('meeting.columns.stock')}</Table.Th>
                <Table.Th ta="right">{t('meeting.columns.openOrders')}</Table.Th>
                <Table.Th>{t('meeting.columns.gap')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>{stock.lines.map(line)}</Table.Tbody>
          </Table>
        </div>
      )}
    </Group>
  );
}

const Nought = (): ReactNode => (
  <Text span inherit c="dimmed">
    0
  </Text>
);

/** Names of the age buckets, youngest first. */
function useAgeNames(limits: readonly number[]): readonly string[] {
  const { t } = useTexts();
  return [
    ...limits.map((to, index) =>
      t('meeting.ages.upTo', { from: index === 0 ? 0 : (limits[index - 1] ?? 0) + 1, to }),
    ),
    t('meeting.ages.over', { days: limits.at(-1) ?? 0 }),
  ];
}

function ReceivableSheet(props: { readonly surface: Surface }): ReactNode {
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
    <Group surface={surface} topic="receivables" title={t('meeting.captions.receivables')}>
      <div className={classes.keys}>
        <KeyFigure name={t('meeting.receivables.open')}>
          <FigureLink figure={receivables.open} unit="fen" name={t('meeting.receivables.open')} strong />
        </KeyFigure>
        <KeyFigure name={t('meeting.receivables.overdue')} warning={(receivables.overdue.value ?? 0) > 0}>
          <FigureLink
            figure={receivables.overdue}
            unit="fen"
            name={t('meeting.receivables.overdue')}
            strong
          />
        </KeyFigure>
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
    </Group>
  );
}

function CashSheet(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { t, money } = useTexts();
  const { cash } = surface.view.content.pack.resources;
  return (
    <Group surface={surface} topic="cash" title={t('meeting.captions.cash')}>
      <div className={classes.keys}>
        <KeyFigure name={t('meeting.cash.in')}>
          <FigureLink figure={cash.in} unit="fen" name={t('meeting.cash.in')} strong />
        </KeyFigure>
        <KeyFigure name={t('meeting.cash.out')}>
          <FigureLink figure={cash.out} unit="fen" name={t('meeting.cash.out')} strong />
        </KeyFigure>
        <KeyFigure name={t('meeting.cash.change')} warning={(cash.change ?? 0) < 0}>
          {cash.change === null ? t('meeting.labels.notSupplied') : money(cash.change)}
        </KeyFigure>
      </div>
    </Group>
  );
}

function PeopleSheet(props: {
  readonly surface: Surface;
  readonly people: WeeklyPack['resources']['people'];
}): ReactNode {
  const { surface, people } = props;
  const { t } = useTexts();
  const units = ` ${t('meeting.labels.people')}`;
  return (
    <Group surface={surface} topic="people" title={t('meeting.captions.people')}>
      <Table className={classes.table}>
        <Table.Tbody>
          {people.lines.map((line) => {
            const name = line.departmentName ?? t('meeting.labels.noDepartment');
            return (
              <Table.Tr key={line.departmentId ?? 0}>
                <Table.Th scope="row" className={classes.rowHead}>
                  {name}
                </Table.Th>
                <Table.Td ta="right">
                  <FigureLink figure={line.people} unit="count" name={name} suffix={units} />
                </Table.Td>
              </Table.Tr>
            );
          })}
          <Table.Tr>
            <Table.Th scope="row" className={classes.rowHead}>
              {t('meeting.labels.total')}
            </Table.Th>
            <Table.Td ta="right">
              <FigureLink
                figure={people.total}
                unit="count"
                name={t('meeting.labels.total')}
                strong
                suffix={units}
              />
            </Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Group>
  );
}
