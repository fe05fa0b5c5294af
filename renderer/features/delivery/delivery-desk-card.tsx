import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DueDelivery } from '#shared/features/delivery/delivery.contract.ts';
import { DeskLine, DeskLines } from '#renderer/components/desk-lines.tsx';
import { listAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDeliveryDesk } from './delivery.queries.ts';

/** 交车 on the desk: what is due today or late, and what comes within a week, each with what it lacks. */
export function DeliveryDeskCard(): ReactNode {
  const { t } = useTexts();
  const { may, today } = useSession();
  const link = useLink();
  const { data } = useDeliveryDesk(may('delivery.read'));
  if (!data) return null;
  const late = data.due.filter(({ plannedOn }) => plannedOn < today).length;
  return (
    <Paper className="sheet">
      <Group gap="xs" mb="xs">
        <Title order={2}>{t('delivery.desk.title')}</Title>
        {late > 0 ? (
          <Badge color="red" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
            {t('delivery.desk.late', { count: late })}
          </Badge>
        ) : null}
        <Anchor size="xs" ml="auto" {...link(listAddress('delivery'))}>
          {t('delivery.desk.all')}
        </Anchor>
      </Group>
      {data.due.length === 0 ? <Text c="dimmed">{t('delivery.desk.none')}</Text> : null}
      <Lines heading={t('delivery.desk.due')} lines={data.due} />
      <Lines heading={t('delivery.desk.ahead')} lines={data.ahead} />
    </Paper>
  );
}

/** Lines of one heading; the list has them all. */
const mostLines = 6;

function Lines(props: { readonly heading: string; readonly lines: readonly DueDelivery[] }): ReactNode {
  const { heading, lines } = props;
  const { t, day } = useTexts();
  const { today } = useSession();
  const link = useLink();
  if (lines.length === 0) return null;
  return (
    <>
      <Title order={3} size="xs" mt="xs">
        {heading}
      </Title>
      <DeskLines>
        {lines.slice(0, mostLines).map((line) => {
          const isReady = line.lacks.length === 0;
          const Shown = isReady ? IconCircleCheck : IconAlertTriangle;
          return (
            <DeskLine
              key={line.id}
              link={link(recordAddress('delivery', line.id))}
              what={`${line.customerName} ${line.model}`}
              detail={`${
                line.plannedOn === today
                  ? t('delivery.desk.today', { time: line.plannedTime ?? '' })
                  : `${day(line.plannedOn)} ${line.plannedTime ?? ''}`
              } ${line.place ?? ''}`}
              end={
                <>
                  <Shown size={13} aria-hidden />{' '}
                  {isReady
                    ? t('delivery.desk.ready')
                    : t('delivery.desk.lacks', { count: line.lacks.length })}
                </>
              }
              tone={isReady ? 'ready' : 'near'}
            />
          );
        })}
      </DeskLines>
    </>
  );
}
