import { Anchor, Badge, Button, Group, Loader, Paper, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCircleCheck, IconCircleOff, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { TriggerPreview } from '#shared/features/campaign/campaign-views.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { nameIn } from '#renderer/components/record-list/use-said-cells.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { campaignTriggerLayout } from './campaign.layout.ts';
import { useSwitchTrigger, useTriggerPreview } from './campaign.queries.ts';

function ActiveMark({ isActive }: { readonly isActive: boolean }): ReactNode {
  const { t } = useTexts();
  const Shown = isActive ? IconCircleCheck : IconCircleOff;
  return (
    <Badge color={isActive ? 'green' : 'gray'} leftSection={<Shown size={12} aria-hidden />}>
      {t(isActive ? 'campaign.trigger.isOn' : 'campaign.trigger.isOff')}
    </Badge>
  );
}

const cells: Cells = {
  confirmed: (row) => <CheckedMark checked={row['confirmed'] === true} />,
  active: (row) => <ActiveMark isActive={row['active'] === true} />,
};

/** 触发规则: the dated table "when X happens, offer Y". */
export function TriggerListScreen(): ReactNode {
  return <RecordList {...campaignTriggerLayout} cells={cells} widths={{ name: 240 }} />;
}

export function TriggerFormScreen(): ReactNode {
  const { may } = useSession();
  const { language } = useTexts();
  return (
    <RecordForm
      layout={campaignTriggerLayout}
      renderBelow={({ id, record }) =>
        may('rule.write') ? <Preview id={id} name={nameIn(language, record)} /> : null
      }
    />
  );
}

/** 启用前预览: how many, whom; the switch beside it takes only what was seen. */
function Preview({ id, name }: { readonly id: number; readonly name: string }): ReactNode {
  const { t } = useTexts();
  const { data, error, isPending, isFetching, refetch } = useTriggerPreview(id);
  const switching = useSwitchTrigger();
  const isActive = data?.isActive === true;
  const flip = (): void => {
    if (!data) return;
    switching.mutate(
      { id, active: !isActive, seen: data.heads },
      {
        onSuccess: () =>
          notifications.show({ message: t('campaign.trigger.switched', { name }), color: 'green' }),
      },
    );
  };
  return (
    <Paper className="sheet" component="section" p="sm" aria-labelledby="trigger-preview">
      <Group gap="sm" mb="xs">
        <Title order={2} size="sm" id="trigger-preview">
          {t(isActive ? 'campaign.trigger.finds' : 'campaign.trigger.preview')}
        </Title>
        {data ? <ActiveMark isActive={isActive} /> : null}
        <Button
          ml="auto"
          size="xs"
          variant={isActive ? 'default' : 'filled'}
          leftSection={
            isActive ? <IconPlayerPause size={15} aria-hidden /> : <IconPlayerPlay size={15} aria-hidden />
          }
          disabled={!data || isFetching}
          loading={switching.isPending}
          onClick={flip}
        >
          {t(isActive ? 'campaign.trigger.switchOff' : 'campaign.trigger.switchOn')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" mb="xs">
        {t('campaign.trigger.hint')}
      </Text>
      <ErrorNote error={error ?? switching.error} onRetry={() => void refetch()} />
      {isPending ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
      {data ? <Found preview={data} /> : null}
    </Paper>
  );
}

function Found({ preview }: { readonly preview: TriggerPreview }): ReactNode {
  const { heads, resting, silent, whom } = preview;
  const { t, day } = useTexts();
  const link = useLink();
  return (
    <>
      <Text size="sm">
        {[
          t('campaign.trigger.heads', { count: heads }),
          ...(resting > 0 ? [t('campaign.trigger.resting', { count: resting })] : []),
          ...(silent > 0 ? [t('campaign.trigger.silent', { count: silent })] : []),
        ].join(t('common.semicolon'))}
      </Text>
      {heads > whom.length ? (
        <Text size="xs" c="dimmed">
          {t('campaign.trigger.firstOf', { count: whom.length })}
        </Text>
      ) : null}
      {whom.length === 0 ? null : (
        <Table.ScrollContainer minWidth={360} mah={320}>
          <Table maw={560}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('campaign.trigger.customer')}</Table.Th>
                <Table.Th>{t('campaign.trigger.eventOn')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {whom.map((one) => (
                <Table.Tr key={one.customerId}>
                  <Table.Td>
                    <Anchor inherit {...link(recordAddress('customer', one.customerId))}>
                      {one.name}
                    </Anchor>
                  </Table.Td>
                  <Table.Td className="figures">{day(one.eventOn)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}
