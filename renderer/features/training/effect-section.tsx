import { Loader, Select, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EffectMonth, TrainingEffect } from '#shared/features/training/training.contract.ts';
import { formatMonth } from '#shared/kernel/day.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useRefresh } from '#renderer/components/record-list/record.queries.ts';
import { useIndicatorTexts } from '#renderer/features/indicator/use-indicator-texts.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useAimAt, useTrainingEffect } from './training.queries.ts';
import { None, Part } from './year-parts.tsx';

/** 培训效果 of a session: the indicator that it was to move, with figures of the months around it. */
export function EffectSection(props: { readonly id: number; readonly readOnly: boolean }): ReactNode {
  const { id, readOnly } = props;
  const { t } = useTexts();
  const texts = useIndicatorTexts();
  const refresh = useRefresh();
  const aim = useAimAt();
  const { data, error, refetch } = useTrainingEffect(id);
  const choices = [...texts.definitions.values()]
    .filter(({ part }) => !part)
    .map(({ key }) => ({ value: key, label: texts.name(key) }));
  const { indicator = null } = data ?? {};
  return (
    <Part title={t('training.aimTitle')}>
      <ErrorNote error={error ?? aim.error} onRetry={() => void refetch()} />
      {readOnly ? (
        <Text size="sm">{indicator === null ? t('training.aimNone') : texts.name(indicator)}</Text>
      ) : (
        <Select
          label={t('training.aimChoose')}
          maw={340}
          mb="xs"
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={choices}
          value={indicator}
          onChange={(key) =>
            aim.mutate({ id, indicator: key }, { onSuccess: () => void refresh('training') })
          }
        />
      )}
      {data === undefined && !error ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data && indicator !== null ? <Months effect={data} indicator={indicator} /> : null}
      {data && indicator === null && !readOnly ? <None text={t('training.aimNone')} /> : null}
    </Part>
  );
}

function Months(props: { readonly effect: TrainingEffect; readonly indicator: string }): ReactNode {
  const { effect, indicator } = props;
  const { t, language } = useTexts();
  const texts = useIndicatorTexts();
  const definition = texts.definitions.get(indicator);
  const figure = (value: number): string => texts.figure(value, definition);
  const ofStore = ({ store, missing }: EffectMonth): string =>
    store !== null ? figure(store) : missing === null ? '—' : texts.missing(missing, null);
  return (
    <>
      <Text size="sm" mb={6}>
        {t('training.aimSentence')}
      </Text>
      <Table.ScrollContainer minWidth={420}>
        <Table aria-label={t('training.aimTitle')} verticalSpacing={3} fz="sm" w="auto">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('training.monthColumn')}</Table.Th>
              <Table.Th />
              <Table.Th ta="right">{t('training.storeColumn')}</Table.Th>
              <Table.Th ta="right">{t('training.peopleColumn', { count: effect.participants })}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody className="figures">
            {effect.months.map((one) => (
              <Table.Tr key={one.month}>
                <Table.Td>{formatMonth(one.month, language)}</Table.Td>
                <Table.Td fw={one.when === 'session' ? 600 : undefined}>
                  {t(`training.when.${one.when}`)}
                  {one.running ? ` · ${t('training.running')}` : ''}
                </Table.Td>
                <Table.Td ta="right">{ofStore(one)}</Table.Td>
                <Table.Td ta="right">{one.people === null ? '—' : figure(one.people)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
