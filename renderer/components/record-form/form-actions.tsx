import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArrowBackUp,
  IconChevronLeft,
  IconChevronRight,
  IconCopy,
  IconDeviceFloppy,
  IconHistory,
  IconTrash,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ConfirmDialog } from '#renderer/components/confirm-dialog.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { mayUse, type RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { clientOf, useRefresh, type Neighbours } from '#renderer/components/record-list/record.queries.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';

/** What may be done with the record of a form: neighbours, history, copy, bin, save. */
export function FormActions(props: {
  readonly feature: RecordFeature;
  readonly id: number | 'new';
  readonly heading: string;
  readonly readOnly: boolean;
  readonly inBin: boolean;
  readonly saving: boolean;
  readonly neighbours: Neighbours | undefined;
  readonly onNeighbour: (id: number | null | undefined) => void;
  readonly onHistory: () => void;
  readonly onSave: (after: 'stay' | 'next') => void;
  readonly onGone: () => void;
}): ReactNode {
  const {
    feature,
    id,
    heading,
    readOnly,
    inBin,
    saving,
    neighbours,
    onNeighbour,
    onHistory,
    onSave,
    onGone,
  } = props;
  const { t, error: sentence } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const mayRemove = mayUse(may, feature, 'remove');
  const mayCreate = mayUse(may, feature, 'create');
  const goesOn = mayCreate || Boolean(neighbours?.next);

  const move = async (verb: 'remove' | 'restore'): Promise<void> => {
    if (id === 'new') return;
    setAsking(false);
    try {
      const client = clientOf(feature);
      if (verb === 'remove') {
        await client.remove({ ids: [id] });
        onGone();
      } else await client.restore({ ids: [id] });
      notifications.show({
        message: t(verb === 'remove' ? 'list.removed' : 'list.restored', { count: 1 }),
        color: 'green',
      });
      await refresh(feature);
    } catch (error) {
      notifications.show({ message: sentence(errorData(error)), color: 'red' });
    }
  };

  return (
    <>
      {id === 'new' ? null : (
        <>
          {neighbours && neighbours.total > 0 ? (
            <Group gap={2} wrap="nowrap">
              <ActionIcon
                color="gray"
                title={t('form.previousRecord')}
                aria-label={t('form.previousRecord')}
                disabled={!neighbours.previous}
                onClick={() => onNeighbour(neighbours.previous)}
              >
                <IconChevronLeft size={18} />
              </ActionIcon>
              <Text size="xs" c="dimmed" className="figures">
                {t('form.position', { position: neighbours.position, total: neighbours.total })}
              </Text>
              <ActionIcon
                color="gray"
                title={t('form.nextRecord')}
                aria-label={t('form.nextRecord')}
                disabled={!neighbours.next}
                onClick={() => onNeighbour(neighbours.next)}
              >
                <IconChevronRight size={18} />
              </ActionIcon>
            </Group>
          ) : null}
          <ActionIcon
            variant="default"
            size={30}
            title={t('form.history')}
            aria-label={t('form.history')}
            onClick={onHistory}
          >
            <IconHistory size={16} />
          </ActionIcon>
          {mayCreate ? (
            <ActionIcon
              variant="default"
              size={30}
              title={t('form.duplicate')}
              aria-label={t('form.duplicate')}
              onClick={() => go(`${recordAddress(feature, 'new')}?copy=${id}`)}
            >
              <IconCopy size={16} />
            </ActionIcon>
          ) : null}
          {mayRemove && !inBin ? (
            <ActionIcon
              variant="default"
              size={30}
              title={t('form.remove')}
              aria-label={t('form.remove')}
              onClick={() => setAsking(true)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          ) : null}
          {mayRemove && inBin ? (
            <Button leftSection={<IconArrowBackUp size={15} />} onClick={() => void move('restore')}>
              {t('form.restore')}
            </Button>
          ) : null}
        </>
      )}
      {readOnly ? null : (
        <>
          {goesOn ? (
            <Button
              variant="default"
              disabled={saving}
              aria-keyshortcuts="Control+Enter"
              onClick={() => onSave('next')}
            >
              {t(id === 'new' || !neighbours?.next ? 'form.saveNext' : 'form.saveNextRecord')}
            </Button>
          ) : null}
          <Button
            data-save
            leftSection={<IconDeviceFloppy size={15} />}
            loading={saving}
            aria-keyshortcuts="Control+S"
            onClick={() => onSave('stay')}
          >
            {t('common.save')}
          </Button>
        </>
      )}
      <ConfirmDialog
        opened={asking}
        title={t('list.removeTitle')}
        confirm={t('form.remove')}
        danger
        onConfirm={() => void move('remove')}
        onClose={() => setAsking(false)}
      >
        {t('form.removeQuestion', { name: heading })}
      </ConfirmDialog>
    </>
  );
}
