import { Badge, Button, Table, Tooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Figures, FigureRow, Who } from '#shared/features/indicator/indicator.contract.ts';
import { bandOf } from '#shared/features/indicator/indicator.definition.ts';
import { libraryGroups } from '#shared/features/indicator/indicator.library.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { EntryDialog } from './entry.dialog.tsx';
import { IndicatorFigure } from './figure-link.tsx';
import { gapAddress } from './indicator-address.ts';
import { useLibrary } from './indicator.queries.ts';
import { ToneMark } from './tones.tsx';
import { useIndicatorTexts } from './use-indicator-texts.ts';
import classes from './indicator.module.css';

export type Narrowed = 'all' | 'withGoal' | 'typedOnly';

const colours = { good: 'green', fair: 'orange', poor: 'red' } as const;

/** The figures by the groups of the library. Parts of others are shown only where they are typed by hand. */
export function FiguresTable(props: {
  readonly figures: Figures;
  readonly who: Who;
  readonly narrowed: Narrowed;
}): ReactNode {
  const { figures, who, narrowed } = props;
  const { t } = useTexts();
  const { data } = useLibrary();
  const [entering, setEntering] = useState<FigureRow>();
  const rows = new Map(figures.rows.map((row) => [row.key, row]));
  const shown = (data ?? []).flatMap(({ group, definition }) => {
    const row = rows.get(definition.key);
    const isTyped = definition.working.kind === 'typed';
    if (!row || (narrowed === 'typedOnly' && !isTyped) || (narrowed === 'withGoal' && row.goal === null))
      return [];
    if (definition.part && (!isTyped || narrowed === 'all')) return [];
    return [{ group, row }];
  });
  return (
    <>
      <Table className={classes.table} aria-label={t('indicator.figures')} miw={820}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('indicator.columns.name')}</Table.Th>
            <Table.Th ta="right">{t('indicator.columns.actual')}</Table.Th>
            <Table.Th ta="right">{t('indicator.columns.goal')}</Table.Th>
            <Table.Th>{t('indicator.columns.rate')}</Table.Th>
            <Table.Th ta="right">{t('indicator.columns.lastYear')}</Table.Th>
            <Table.Th ta="right">{t('indicator.columns.forecast')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        {libraryGroups.map((group) => {
          const inGroup = shown.filter((one) => one.group === group);
          return inGroup.length === 0 ? null : (
            <Table.Tbody key={group}>
              <Table.Tr className={classes.groupRow}>
                <Table.Th colSpan={7} scope="rowgroup">
                  {t(`indicator.groups.${group}`)}
                </Table.Th>
              </Table.Tr>
              {inGroup.map(({ row }) => (
                <Row
                  key={row.key}
                  row={row}
                  period={figures.period}
                  who={who}
                  onEnter={() => setEntering(row)}
                />
              ))}
            </Table.Tbody>
          );
        })}
      </Table>
      {entering ? (
        <EntryDialog
          row={entering}
          period={figures.period}
          who={who}
          onClose={() => setEntering(undefined)}
        />
      ) : null}
    </>
  );
}

function Row(props: {
  readonly row: FigureRow;
  readonly period: string;
  readonly who: Who;
  readonly onEnter: () => void;
}): ReactNode {
  const { row, period, who, onEnter } = props;
  const { t, language, day } = useTexts();
  const { may } = useSession();
  const texts = useIndicatorTexts();
  const link = useLink();
  const { actual, lastYear, goal, rate, tone, forecasts, entry } = row;
  const definition = texts.definitions.get(row.key);
  const band = actual.value === null ? undefined : bandOf(definition?.bands ?? [], actual.value);
  // Typed by hand, but nobody has: what the records give stands in its place.
  const fromRecords =
    definition?.working.kind === 'typed' &&
    definition.working.otherwise !== undefined &&
    actual.value !== null &&
    actual.behind.some(({ key }) => key !== row.key);
  const said = definition
    ? [definition.formula[language], definition.exclusions[language]].filter((one) => one !== '').join(' · ')
    : '';
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.rowHead}>
        <Tooltip label={said} multiline w={300} events={{ hover: true, focus: true, touch: true }}>
          <span>{texts.name(row.key)}</span>
        </Tooltip>
      </Table.Th>
      <Table.Td ta="right">
        <IndicatorFigure of={row.key} value={actual} period={period} who={who} />
        {band ? (
          <div>
            <Badge size="sm" color={colours[band.tone]}>
              {band.name[language]}
            </Badge>
          </div>
        ) : null}
        {entry ? (
          <span className={classes.under}>
            {t('indicator.entered', { name: entry.enteredByName, day: day(entry.enteredOn) })}
            {entry.late ? ` · ${t('indicator.late')}` : ''}
          </span>
        ) : fromRecords ? (
          <span className={classes.under}>{t('indicator.fromRecords')}</span>
        ) : null}
      </Table.Td>
      <Table.Td ta="right" className={classes.figure}>
        {goal === null ? '' : texts.figure(goal, definition)}
      </Table.Td>
      <Table.Td>
        {rate === null || tone === null ? null : (
          <a
            className={classes.drill}
            aria-label={`${texts.name(row.key)} ${texts.percent(rate)} ${t(`indicator.tones.${tone}`)} ${t('indicator.analyse')}`}
            {...link(gapAddress(row.key, period, who))}
          >
            <span className={classes.figure}>{texts.percent(rate)}</span> <ToneMark tone={tone} />
          </a>
        )}
      </Table.Td>
      <Table.Td ta="right" className={classes.figure}>
        {lastYear === null ? '' : texts.figure(lastYear, definition)}
      </Table.Td>
      <Table.Td ta="right" className={classes.figure}>
        {forecasts.map(({ method, value }) =>
          method === 'final' ? null : (
            <div key={method}>
              <span className={classes.beside}>{t(`indicator.methodShort.${method}`)}</span>{' '}
              {texts.figure(value, definition)}
            </div>
          ),
        )}
      </Table.Td>
      <Table.Td>
        {definition?.working.kind === 'typed' && may('indicator.enter') && actual.missing !== 'no-right' ? (
          <Button
            variant="default"
            size="compact-xs"
            disabled={actual.missing === 'not-begun'}
            aria-label={`${t('indicator.enter')} ${texts.name(row.key)}`}
            onClick={onEnter}
          >
            {t('indicator.enter')}
          </Button>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
