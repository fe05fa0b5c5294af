import { Badge, Button, Loader, Table, Text } from '@mantine/core';
import { IconMathFunction, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IndicatorDefinition } from '#shared/features/indicator/indicator.definition.ts';
import { libraryGroups } from '#shared/features/indicator/indicator.library.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useLibrary } from './indicator.queries.ts';
import { useIndicatorTexts } from './use-indicator-texts.ts';
import classes from './indicator.module.css';

/** 指标库: what every figure means, where the definition comes from, and the store's own indicators. */
export function LibraryScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const { data, error, refetch } = useLibrary();
  return (
    <PageFrame
      title={t('indicator.library')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconMathFunction size={15} />}
            onClick={() => go('/indicator')}
          >
            {t('indicator.ownList')}
          </Button>
          {may('indicator.write') ? (
            <Button leftSection={<IconPlus size={15} />} onClick={() => go('/indicator/new')}>
              {t('indicator.ownAdd')}
            </Button>
          ) : null}
        </>
      }
    >
      <Text size="sm" c="dimmed">
        {t('indicator.libraryHint')}
      </Text>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <div className={`sheet ${classes.scroll}`} tabIndex={-1}>
          <Table className={classes.table} aria-label={t('indicator.library')} miw={900}>
            <Table.Thead>
              <Table.Tr>
                {(['name', 'formula', 'unit', 'direction', 'exclusions', 'bands', 'source'] as const).map(
                  (column) => (
                    <Table.Th key={column}>{t(`indicator.columns.${column}`)}</Table.Th>
                  ),
                )}
              </Table.Tr>
            </Table.Thead>
            {libraryGroups.map((group) => {
              const inGroup = data.filter((one) => one.group === group);
              return inGroup.length === 0 ? null : (
                <Table.Tbody key={group}>
                  <Table.Tr className={classes.groupRow}>
                    <Table.Th colSpan={7} scope="rowgroup">
                      {t(`indicator.groups.${group}`)}
                    </Table.Th>
                  </Table.Tr>
                  {inGroup.map(({ definition }) => (
                    <Row key={definition.key} definition={definition} />
                  ))}
                </Table.Tbody>
              );
            })}
          </Table>
        </div>
      ) : error ? null : (
        <Loader m="xl" aria-label={t('common.loading')} />
      )}
    </PageFrame>
  );
}

function Row({ definition }: { readonly definition: IndicatorDefinition }): ReactNode {
  const { t, language, day } = useTexts();
  const texts = useIndicatorTexts();
  const link = useLink();
  const name = definition.name[language];
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.rowHead}>
        {definition.recordId === null ? name : <a {...link(`/indicator/${definition.recordId}`)}>{name}</a>}{' '}
        {definition.part ? (
          <Badge size="sm" color="gray">
            {t('indicator.part')}
          </Badge>
        ) : null}
      </Table.Th>
      <Table.Td>
        {definition.formula[language]}
        {definition.whyTyped[language] === '' ? null : (
          <span className={classes.under}>
            {t('indicator.whyTyped', { why: definition.whyTyped[language] })}
          </span>
        )}
      </Table.Td>
      <Table.Td>{definition.unitName[language] || t(`indicator.units.${definition.unit}`)}</Table.Td>
      <Table.Td className={classes.figure}>{t(`indicator.directions.${definition.direction}`)}</Table.Td>
      <Table.Td>{definition.exclusions[language]}</Table.Td>
      <Table.Td>
        {definition.bands.map((band, at) => (
          <div key={band.from}>
            {at === 0
              ? band.name[language]
              : t('indicator.bandFrom', {
                  from: texts.figure(band.from, definition),
                  name: band.name[language],
                })}
          </div>
        ))}
      </Table.Td>
      <Table.Td>
        {definition.source[language]}
        <span className={classes.under}>
          {t('indicator.version', { version: definition.version, day: day(definition.validFrom) })}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}
