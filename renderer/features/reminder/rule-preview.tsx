import { Badge, Button, Group, Loader, Paper, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PreviewLine, ReminderPreview } from '#shared/features/reminder/reminder-views.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useRulePreview, useSwitchRule } from './reminder.queries.ts';

/** 启用前预览: how many, whom, compared with today; the switch beside it takes only what was seen. */
export function RulePreview({ id, name }: { readonly id: number; readonly name: string }): ReactNode {
  const { t } = useTexts();
  const preview = useRulePreview(id, true);
  const switching = useSwitchRule();
  const { data } = preview;
  const isActive = data?.isActive === true;
  const flip = (): void => {
    if (!data) return;
    switching.mutate(
      { id, active: !isActive, seen: data.after.reasons },
      {
        onSuccess: () =>
          notifications.show({
            message: t(isActive ? 'reminder.rule.switchedOff' : 'reminder.rule.switchedOn', { name }),
            color: 'green',
          }),
      },
    );
  };
  return (
    <Paper className="sheet" component="section" p="sm" aria-labelledby="rule-preview">
      <Group gap="sm" mb="xs">
        <Title order={2} size="sm" id="rule-preview">
          {t(isActive ? 'reminder.rule.previewOff' : 'reminder.rule.preview')}
        </Title>
        {data ? (
          <Badge color={isActive ? 'green' : 'gray'}>
            {t(isActive ? 'reminder.rule.isOn' : 'reminder.rule.isOff')}
          </Badge>
        ) : null}
        <Button
          ml="auto"
          size="xs"
          variant={isActive ? 'default' : 'filled'}
          leftSection={isActive ? <IconPlayerPause size={15} /> : <IconPlayerPlay size={15} />}
          disabled={!data || preview.isFetching}
          loading={switching.isPending}
          onClick={flip}
        >
          {t(isActive ? 'reminder.rule.switchOff' : 'reminder.rule.switchOn')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        {t('reminder.rule.hint')} {t('reminder.rule.valueHint')}
      </Text>
      <ErrorNote error={preview.error ?? switching.error} onRetry={() => void preview.refetch()} />
      {preview.isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data ? <Compared preview={data} /> : null}
    </Paper>
  );
}

function Compared({ preview }: { readonly preview: ReminderPreview }): ReactNode {
  const { t } = useTexts();
  const { isActive, before, after, added, gone, moved, whom } = preview;
  const verb = t(isActive ? 'reminder.rule.off' : 'reminder.rule.on');
  return (
    <>
      <Text size="sm">{t('reminder.rule.sentence')}</Text>
      <Table maw={520} my="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {(['reasons', 'vehicles', 'customers'] as const).map((key) => (
              <Table.Th key={key} ta="right">
                {t(`reminder.rule.${key}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(
            [
              [t('reminder.rule.before'), before],
              [t('reminder.rule.after', { verb }), after],
            ] as const
          ).map(([words, side]) => (
            <Table.Tr key={words}>
              <Table.Th>{words}</Table.Th>
              {[side.reasons, side.vehicles, side.customers].map((count, index) => (
                <Table.Td key={['reasons', 'vehicles', 'customers'][index]} ta="right" className="figures">
                  {count.toLocaleString('en')}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {added + gone + moved === 0 ? (
        <Text size="sm" c="dimmed">
          {t('reminder.rule.same')}
        </Text>
      ) : (
        <Group gap="xs" mb="xs">
          {added > 0 ? <Badge color="green">{t('reminder.rule.added', { count: added })}</Badge> : null}
          {gone > 0 ? <Badge color="gray">{t('reminder.rule.gone', { count: gone })}</Badge> : null}
          {moved > 0 ? <Badge color="blue">{t('reminder.rule.moved', { count: moved })}</Badge> : null}
        </Group>
      )}
      {whom.length > 0 ? <Whom lines={whom} all={added + gone + moved} /> : null}
    </>
  );
}

function Whom(props: { readonly lines: readonly PreviewLine[]; readonly all: number }): ReactNode {
  const { lines, all } = props;
  const { t, day, choice } = useTexts();
  const link = useLink();
  return (
    <>
      <Text size="sm" fw={600}>
        {t('reminder.rule.whom')}{' '}
        {all > lines.length ? (
          <Text span size="xs" c="dimmed">
            {t('reminder.rule.firstOf', { count: lines.length })}
          </Text>
        ) : null}
      </Text>
      <Table.ScrollContainer minWidth={520} mah={320}>
        <Table>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={`${line.kind}-${line.vehicleId}-${line.customerId}`}>
                <Table.Td>{t(`reminder.rule.changes.${line.change}`)}</Table.Td>
                <Table.Td>
                  {line.customerId === null ? null : (
                    <a {...link(recordAddress('customer', line.customerId))}>{line.customerName}</a>
                  )}
                </Table.Td>
                <Table.Td className="figures">{line.plate}</Table.Td>
                <Table.Td>{choice('reminderRule', 'kind', line.kind)}</Table.Td>
                <Table.Td className="figures">
                  {day(line.dueOn)}
                  {line.beforeOn === null ? null : (
                    <Text span size="xs" c="dimmed">
                      {' '}
                      {t('reminder.rule.was', { day: day(line.beforeOn) })}
                    </Text>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
