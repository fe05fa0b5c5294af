import { Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { openOrderDrill, stockDrill } from '#shared/features/meeting/meeting.drills.ts';
import type { Drill, StockLine } from '#shared/features/meeting/meeting.pack.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FigureGroup } from './figure-group.tsx';
import { FigureLink, KeyFigure, KeyFigureLink } from './figures.tsx';
import type { Surface } from './surface.ts';
import { useAgeNames } from './use-age-names.ts';
import classes from './figures.module.css';

/* eslint-disable jsx-a11y/no-noninteractive-tabindex -- a scrolled region is reached by the keyboard */

/** 库存车与未交订单: models by age against the orders that wait for them. */
export function StockSheet(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { t, day } = useTexts();
  const { resources, days } = surface.view.content.pack;
  const { stock, ageBuckets } = resources;
  const heads = useAgeNames(ageBuckets);
  const units = ` ${t('meeting.labels.vehicles')}`;
  const counts = { unit: 'count', suffix: units } as const;
  return (
    <FigureGroup
      surface={surface}
      topic="stock"
      title={t('meeting.captions.stock')}
      note={t('meeting.labels.asOf', { day: day(days.asOf) })}
    >
      <div className={classes.keys}>
        <KeyFigureLink {...counts} name={t('meeting.columns.stock')} figure={stock.total} />
        <KeyFigureLink
          {...counts}
          name={t('meetingPage.resources.aged', { days: ageBuckets.at(-1) ?? 0 })}
          figure={stock.aged}
          warning={(stock.aged.value ?? 0) > 0}
        />
        <KeyFigureLink {...counts} name={t('meeting.columns.openOrders')} figure={stock.openOrders} />
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
            <Table.Tbody>
              {stock.lines.map((line) => (
                <ModelRow key={line.model} surface={surface} line={line} heads={heads} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </FigureGroup>
  );
}

function ModelRow(props: {
  readonly surface: Surface;
  readonly line: StockLine;
  /** Names of the age buckets. */
  readonly heads: readonly string[];
}): ReactNode {
  const { surface, line, heads } = props;
  const { model, ages, openOrders } = line;
  const { t } = useTexts();
  const { resources, days } = surface.view.content.pack;
  const { stock, ageBuckets } = resources;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.rowHead}>
        {model}
      </Table.Th>
      {ages.map((held, index) => (
        <Table.Td key={heads[index]} ta="right">
          <span className={held > 0 && index === ages.length - 1 ? classes.aged : undefined}>
            <Count
              supplied={stock.supplied}
              value={held}
              drill={stockDrill({ model, bucket: index }, days.asOf, ageBuckets)}
              name={`${model} ${heads[index]}`}
            />
          </span>
        </Table.Td>
      ))}
      <Table.Td ta="right">
        <Count
          supplied={stock.supplied}
          value={line.stock}
          drill={stockDrill({ model }, days.asOf, ageBuckets)}
          name={`${model} ${t('meeting.columns.stock')}`}
          strong
        />
      </Table.Td>
      <Table.Td ta="right">
        <Count
          supplied={stock.ordersSupplied}
          value={openOrders}
          drill={openOrderDrill(days.asOf, model)}
          name={`${model} ${t('meeting.columns.openOrders')}`}
        />
      </Table.Td>
      <Table.Td>
        {stock.supplied && stock.ordersSupplied && openOrders > 0 ? <Gap gap={line.gap} /> : null}
      </Table.Td>
    </Table.Tr>
  );
}

/** A count of rows that opens its list; what was not supplied is a dash, never 0. */
function Count(props: {
  readonly supplied: boolean;
  readonly value: number;
  readonly drill: Drill;
  readonly name: string;
  readonly strong?: boolean;
}): ReactNode {
  const { supplied, value, drill, name, strong } = props;
  const { t } = useTexts();
  if (supplied && value > 0)
    return <FigureLink figure={{ value, missing: null, drill }} unit="count" name={name} strong={strong} />;
  return (
    <Text span inherit c="dimmed">
      {supplied ? 0 : t('meeting.labels.dash')}
    </Text>
  );
}

function Gap(props: { readonly gap: number }): ReactNode {
  const { gap } = props;
  const { t } = useTexts();
  return gap > 0 ? (
    <span className={classes.bad}>
      <IconAlertTriangle size={13} aria-hidden /> {t('meeting.columns.gap')} {gap}
    </span>
  ) : (
    <span className={classes.good}>
      <IconCheck size={13} aria-hidden /> {t('meetingPage.resources.covered')}
    </span>
  );
}
