import { Badge, Drawer, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GoalResource } from '#shared/features/goal/goal.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useGoalResources } from './goal.queries.ts';
import { shortOf, useResourceAmount } from './resource-words.ts';
import { useRowName } from './row-name.ts';

/** 资源配备: people, vehicles and money beside a month's goals, with a warning where they do not suffice. */
export function ResourceDrawer(props: {
  readonly planId: number;
  readonly month: string;
  readonly onClose: () => void;
}): ReactNode {
  const { planId, month, onClose } = props;
  const { t } = useTexts();
  const nameOf = useRowName();
  const { data, error, refetch } = useGoalResources(planId, month);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={620}
      title={t('goal.resource.title', { month: nameOf.period(month) })}
    >
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {t('goal.resource.hint')}
        </Text>
        <ErrorNote error={error} onRetry={() => void refetch()} />
        {data?.lines.length === 0 ? <Text size="sm">{t('goal.resource.empty')}</Text> : null}
        {data && data.lines.length > 0 ? (
          <Table withTableBorder verticalSpacing={4} aria-label={t('goal.resource.what')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('goal.resource.what')}</Table.Th>
                <Table.Th ta="right">{t('goal.resource.goal')}</Table.Th>
                <Table.Th ta="right">{t('goal.resource.needs')}</Table.Th>
                <Table.Th ta="right">{t('goal.resource.has')}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {data.lines.map((line) => (
                <ResourceLine key={`${line.kind} ${line.departmentName} ${line.indicator}`} line={line} />
              ))}
            </Table.Tbody>
          </Table>
        ) : null}
      </Stack>
    </Drawer>
  );
}

function ResourceLine({ line }: { readonly line: GoalResource }): ReactNode {
  const { t, money } = useTexts();
  const nameOf = useRowName();
  const amount = useResourceAmount();
  const each =
    line.each === null
      ? null
      : line.kind === 'money'
        ? t('goal.resource.eachVehicle', { each: money(line.each) })
        : t('goal.resource.each', { each: (line.each / 100).toFixed(2) });
  return (
    <Table.Tr>
      <Table.Td>
        {t(`goal.resource.kinds.${line.kind}`)} · {line.departmentName ?? t('goal.store')}
        <Text size="xs" c="dimmed">
          {nameOf.indicator(line.indicator)}
          {each === null ? '' : ` · ${each}`}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{line.goal.toLocaleString('en-US')}</Table.Td>
      <Table.Td ta="right">{amount(line, line.needs)}</Table.Td>
      <Table.Td ta="right">{amount(line, line.has)}</Table.Td>
      <Table.Td ta="right">
        {line.suffices === null ? (
          <Text size="xs" c="dimmed">
            {line.kind === 'money' ? t('goal.resource.noBalance') : t('goal.resource.unknown')}
          </Text>
        ) : (
          <Badge color={line.suffices ? 'green' : 'red'} variant="light">
            {line.suffices
              ? t('goal.resource.enough')
              : t('goal.resource.short', {
                  amount: amount(line, shortOf(line)),
                })}
          </Badge>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
