import { Anchor, Badge, Group, Paper, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconDeviceTv } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { WallLine } from '#shared/features/complaint/complaint.contract.ts';
import { DeskLine, DeskLines } from '#renderer/components/desk-lines.tsx';
import { listAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useComplaintDesk } from './complaint.queries.ts';
import { shortTimeLeft } from './time-left.ts';

/** 投诉 on the desk: what was brought to this person, waits for the person's decision, or is in the person's hand. */
export function ComplaintDeskCard(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { data } = useComplaintDesk(may('complaint.read'));
  if (!data) return null;
  const open = listAddress('complaint', {
    filters: [{ field: 'state', operator: 'isNot', value: 'closed' }],
  });
  const isQuiet = data.escalated.length + data.toDecide.length + data.mine.length === 0;
  return (
    <Paper className="sheet">
      <Group gap="xs" mb="xs">
        <Title order={2}>{t('complaint.desk.title')}</Title>
        {data.late > 0 ? (
          <Badge color="red" leftSection={<IconAlertTriangle size={12} aria-hidden />}>
            {t('complaint.desk.late', { count: data.late })}
          </Badge>
        ) : null}
        <Group gap="sm" ml="auto">
          <Anchor size="xs" {...link(open)}>
            {t('complaint.desk.open', { count: data.open })}
          </Anchor>
          <Anchor size="xs" {...link('/complaint/wall')}>
            <IconDeviceTv size={13} aria-hidden style={{ verticalAlign: '-2px' }} /> {t('complaint.openWall')}
          </Anchor>
        </Group>
      </Group>
      {data.unassigned > 0 ? (
        <Text size="xs" c="dimmed">
          {t('complaint.desk.unassigned', { count: data.unassigned })}
        </Text>
      ) : null}
      {isQuiet ? <Text c="dimmed">{t('complaint.desk.none')}</Text> : null}
      <Lines heading={t('complaint.desk.escalated')} lines={data.escalated} />
      <Lines heading={t('complaint.desk.toDecide')} lines={data.toDecide} />
      <Lines heading={t('complaint.desk.mine')} lines={data.mine} />
    </Paper>
  );
}

function Lines(props: { readonly heading: string; readonly lines: readonly WallLine[] }): ReactNode {
  const { heading, lines } = props;
  const texts = useTexts();
  const link = useLink();
  if (lines.length === 0) return null;
  return (
    <>
      <Title order={3} size="xs" mt="xs">
        {heading}
      </Title>
      <DeskLines>
        {lines.map((line) => {
          const { tone, icon: Shown, words } = shortTimeLeft(line.clock, texts);
          return (
            <DeskLine
              key={line.id}
              link={link(recordAddress('complaint', line.id))}
              what={`${line.number} ${line.subject}`}
              end={
                <>
                  <Shown size={13} aria-hidden /> {words}
                </>
              }
              tone={tone}
            />
          );
        })}
      </DeskLines>
    </>
  );
}
