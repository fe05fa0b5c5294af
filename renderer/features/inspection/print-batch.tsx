import { Alert, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { monthDays, monthOf, type Month } from '#shared/kernel/period.ts';
import type { ListInput } from '#shared/rpc/record.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { MonthField } from '#renderer/components/month-field.tsx';
import type { ShownRows } from '#renderer/components/record-list/record-list.tsx';
import { isRunning, JobCancel, JobProgress } from '#renderer/features/job/job-parts.tsx';
import { useFileJob } from '#renderer/features/job/job.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { printChecks } from './inspection.queries.ts';

type Which = 'month' | 'shown' | 'chosen';

/** Checks that were signed in a month, oldest first. */
const ofMonth = (month: Month): Partial<ListInput> => {
  const { first, last } = monthDays(month);
  return {
    filters: [
      { field: 'finishedOn', operator: 'from', value: first },
      { field: 'finishedOn', operator: 'to', value: last },
    ],
    sort: [{ field: 'number', descending: false }],
  };
};

/** Selected rows keep the order of the list. */
const listOf = (which: Which, month: Month, { question, chosen }: ShownRows): Partial<ListInput> => {
  if (which === 'month') return ofMonth(month);
  if (which === 'shown') return question;
  return { ...question, filters: [{ field: 'id', operator: 'oneOf', value: [...chosen] }] };
};

/** Most rows that one filter names. */
const mostChosen = 200;

/** 批量打印: the sheets of a month, of what the list shows or of selected rows as one PDF. */
export function PrintBatch(props: { readonly shown: ShownRows }): ReactNode {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPrinter size={15} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('paper.batch.open')}
      </Button>
      {open ? <BatchDialog shown={props.shown} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function BatchDialog(props: { readonly shown: ShownRows; readonly onClose: () => void }): ReactNode {
  const { shown, onClose } = props;
  const { t, error: sentence } = useTexts();
  const { today } = useSession();
  const [month, setMonth] = useState(monthOf(today));
  const mayChoose = shown.chosen.length > 0 && shown.chosen.length <= mostChosen;
  const [which, setWhich] = useState<Which>(mayChoose ? 'chosen' : 'month');
  const { start, busy, error, job } = useFileJob(printChecks);
  return (
    <Modal opened onClose={onClose} title={t('paper.batch.title')}>
      <Stack gap="sm">
        <Radio.Group
          label={t('paper.batch.which')}
          value={which}
          onChange={(value) => setWhich(value === 'shown' || value === 'chosen' ? value : 'month')}
        >
          <Stack gap="xs" mt={6}>
            <Group gap="sm">
              <Radio value="month" label={t('paper.batch.month')} disabled={busy} data-autofocus />
              <MonthField
                label={t('paper.batch.month')}
                value={month}
                onChange={(one) => {
                  setMonth(one);
                  setWhich('month');
                }}
              />
            </Group>
            <Radio
              value="shown"
              label={t('paper.batch.shown', { count: shown.total })}
              disabled={busy || shown.total === 0}
            />
            {mayChoose ? (
              <Radio
                value="chosen"
                label={t('paper.batch.chosen', { count: shown.chosen.length })}
                disabled={busy}
              />
            ) : null}
          </Stack>
        </Radio.Group>
        <Text size="xs" c="dimmed">
          {t('paper.batch.hint')}
        </Text>
        {job && isRunning(job) ? (
          <Group wrap="nowrap" gap="xs">
            <div style={{ flex: 1 }}>
              <JobProgress job={job} />
            </div>
            <JobCancel job={job} />
          </Group>
        ) : null}
        {job?.state === 'done' ? <Alert color="green">{t('paper.batch.done')}</Alert> : null}
        {job?.state === 'cancelled' ? <Alert color="gray">{t('paper.batch.cancelled')}</Alert> : null}
        {job?.state === 'failed' && job.error ? <Alert color="red">{sentence(job.error)}</Alert> : null}
        <ErrorNote error={error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
          <Button
            leftSection={<IconPrinter size={15} aria-hidden />}
            loading={busy}
            onClick={() => start({ list: listOf(which, month, shown) })}
          >
            {t('paper.batch.start')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
