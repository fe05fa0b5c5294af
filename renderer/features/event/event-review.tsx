import { Button, Group, Loader, Stack, Table, Text, Textarea, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPresentation, IconTemplate } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { EventEffect } from '#shared/features/event/event-attribution.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { EventFigures } from './event-figures.tsx';
import { eventPaper, useEventResult, useKeepTemplate, useToMeeting } from './event.queries.ts';
import classes from './event.module.css';

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** 总结分析: figures with their rule, what was learnt, and where the review goes. */
export function EventReview(view: RecordView): ReactNode {
  const { id, record, form, readOnly } = view;
  const { t } = useTexts();
  const { data, error, refetch } = useEventResult(id);
  const name = String(record['name']);
  return (
    <Stack gap="sm">
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? (
        <section className={classes.phase} aria-label={t('event.effect')}>
          <Title order={2} className={classes.heading} mb={6}>
            {t('event.effect')}
          </Title>
          <EventFigures
            result={data}
            goalLeads={numberOf(record['goalLeads'])}
            goalOrders={numberOf(record['goalOrders'])}
          />
          <Effects effects={data.effects} />
          <Text size="xs" c="dimmed">
            {t('event.attributionRule')}
          </Text>
        </section>
      ) : (
        <Loader size="sm" aria-label={t('common.loading')} />
      )}
      <section className={classes.phase} aria-label={t('event.tabs.review')}>
        <Stack gap="xs">
          {(['reviewGood', 'reviewBad', 'reviewNext'] as const).map((field) => (
            <Textarea
              key={field}
              label={t(`record.event.fields.${field}`)}
              autosize
              minRows={2}
              maxLength={1000}
              readOnly={readOnly}
              value={String(form.values[field] ?? '')}
              onChange={(event) => form.set(field, event.currentTarget.value)}
              onBlur={() => form.leave(field)}
            />
          ))}
          {readOnly ? null : (
            <Text size="xs" c="dimmed" className="not-printed">
              {t('event.reviewHint')}
            </Text>
          )}
          <Group gap="xs">
            <PaperButton name={name} load={eventPaper(id)} label={t('event.print')} byKey />
            <Bringing {...view} />
          </Group>
        </Stack>
      </section>
    </Stack>
  );
}

function Effects({ effects }: { readonly effects: readonly EventEffect[] }): ReactNode {
  const { t } = useTexts();
  return (
    <Table className={classes.effects} aria-label={t('event.effect')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('event.when')}</Table.Th>
          {(['leads', 'orders', 'deliveries'] as const).map((what) => (
            <Table.Th key={what} scope="col" ta="right">
              {t(`event.${what}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {effects.map(({ days, leads, orders, deliveries, state }) => (
          <Table.Tr key={days}>
            <Table.Th scope="row">
              {t(`event.effectDays.d${days}` as 'event.effectDays.d0')}{' '}
              {state === 'running' ? (
                <Text span size="xs" c="dimmed" fw={400}>
                  {t('event.soFar')}
                </Text>
              ) : null}
            </Table.Th>
            {[leads, orders, deliveries].map((value, at) => (
              <Table.Td key={at} ta="right" className="figures">
                {state === 'ahead' ? (
                  <Text span inherit c="dimmed">
                    {t('event.ahead')}
                  </Text>
                ) : (
                  value
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** To the meeting, and into the store's templates. */
function Bringing({ id, record, form }: RecordView): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const bring = useToMeeting();
  const [keeping, setKeeping] = useState(false);
  if (!may('event.plan')) return null;
  const meeting = record['reviewMeetingId'];
  const number = typeof meeting === 'number' ? form.labels['meeting']?.[meeting] : undefined;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPresentation size={14} aria-hidden />}
        loading={bring.isPending}
        disabled={form.dirty}
        onClick={() =>
          bring.mutate(
            { id },
            {
              onSuccess: ({ meetingNumber }) =>
                notifications.show({
                  message: t('event.inMeeting', { number: meetingNumber }),
                  color: 'green',
                }),
            },
          )
        }
      >
        {t('event.toMeeting')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTemplate size={14} aria-hidden />}
        onClick={() => setKeeping(true)}
      >
        {t('event.keepTemplate')}
      </Button>
      {number === undefined ? null : (
        <Text size="xs" c="dimmed">
          {t('event.inMeeting', { number })}
        </Text>
      )}
      <ErrorNote error={bring.error} />
      {keeping ? (
        <KeepDialog id={id} name={String(record['name'])} onClose={() => setKeeping(false)} />
      ) : null}
    </>
  );
}

function KeepDialog(props: {
  readonly id: number;
  readonly name: string;
  readonly onClose: () => void;
}): ReactNode {
  const { id, onClose } = props;
  const { t } = useTexts();
  const keep = useKeepTemplate();
  const [name, setName] = useState(props.name);
  return (
    <FormDialog
      title={t('event.keepTitle')}
      confirm={t('common.save')}
      busy={keep.isPending}
      ready={name.trim() !== ''}
      error={keep.error}
      onClose={onClose}
      onSubmit={() => {
        keep.mutate(
          { id, name },
          {
            onSuccess: () => {
              notifications.show({ message: t('event.kept'), color: 'green' });
              onClose();
            },
          },
        );
      }}
    >
      <TextInput
        data-autofocus
        label={t('event.templateName')}
        description={t('event.keepHint')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
