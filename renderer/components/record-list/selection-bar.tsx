import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { manyRecords, type ListInput, type Page } from '#shared/rpc/record.contract.ts';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { mayUse, type RecordFeature } from './record-feature.ts';
import { allIds, clientOf, useRefresh, type Row } from './record.queries.ts';
import { noChoice, type Choice } from './selection.ts';
import classes from './record-list.module.css';

/** Most records that one command takes. */
const mostAtOnce = 10_000;

/** What may be done with the selected rows: into the bin, or out of it. Nothing while nothing is selected. */
export function SelectionBar(props: {
  readonly feature: RecordFeature;
  readonly question: ListInput;
  readonly choice: Choice;
  readonly page: Page<Row>;
  readonly onChoice: (choice: Choice) => void;
}): ReactNode {
  const { feature, question, choice, page, onChoice } = props;
  const { t, error: sentence } = useTexts();
  const { may } = useSession();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const count = choice.all ? page.total : choice.ids.size;
  if (count === 0) return null;
  const many = count > manyRecords;
  const verb = question.bin ? 'restore' : 'remove';

  const act = async (): Promise<void> => {
    setBusy(true);
    try {
      const ids = choice.all ? await allIds(feature, question) : [...choice.ids];
      const client = clientOf(feature);
      const moved =
        verb === 'remove'
          ? (await client.remove({ ids, confirmed: ids.length })).removed
          : (await client.restore({ ids })).restored;
      notifications.show({
        message: t(verb === 'remove' ? 'list.removed' : 'list.restored', { count: moved }),
        color: 'green',
      });
      onChoice(noChoice);
      await refresh(feature);
    } catch (error) {
      notifications.show({ message: sentence(errorData(error)), color: 'red' });
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };

  return (
    <div className={classes.bar} role="status">
      <Text size="xs" fw={600}>
        {t(choice.all ? 'list.selectedAll' : 'list.selected', { count })}
      </Text>
      {!choice.all && count >= page.rows.length && page.total > count && page.total <= mostAtOnce ? (
        <Button size="compact-xs" variant="subtle" onClick={() => onChoice({ all: true, ids: new Set() })}>
          {t('list.selectAllMatching', { count: page.total })}
        </Button>
      ) : null}
      <Button size="compact-xs" variant="subtle" onClick={() => onChoice(noChoice)}>
        {t('list.clearSelection')}
      </Button>
      <Group ml="auto" gap={6}>
        {mayUse(may, feature, verb) ? (
          verb === 'remove' ? (
            <Button
              size="compact-xs"
              color="red"
              variant="light"
              leftSection={<IconTrash size={14} />}
              onClick={() => setAsking(true)}
            >
              {t('form.remove')}
            </Button>
          ) : (
            <Button
              size="compact-xs"
              leftSection={<IconArrowBackUp size={14} />}
              loading={busy}
              onClick={() => void act()}
            >
              {t('list.restore')}
            </Button>
          )
        ) : null}
      </Group>
      <ConfirmDialog
        opened={asking}
        title={t('list.removeTitle')}
        confirm={t('form.remove')}
        danger
        busy={busy}
        typed={many ? String(count) : undefined}
        onConfirm={() => void act()}
        onClose={() => setAsking(false)}
      >
        {many
          ? `${t('list.removeQuestion', { count })} ${t('list.removeMany')}`
          : t('list.removeQuestion', { count })}
      </ConfirmDialog>
    </div>
  );
}
