import { Badge, Group } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './record-form.module.css';

/** Beside the heading of a form: what kind of record it is, and in which state. */
export function FormBadges(props: {
  readonly feature: RecordFeature;
  readonly isNew: boolean;
  readonly inBin: boolean;
  readonly unsaved: boolean;
}): ReactNode {
  const { feature, isNew, inBin, unsaved } = props;
  const { t, record } = useTexts();
  return (
    <Group gap="xs">
      {isNew ? null : (
        <Badge color="gray" className={classes.kind}>
          {record(feature, 'one')}
        </Badge>
      )}
      {inBin ? (
        <Badge color="orange" leftSection={<IconTrash size={12} />}>
          {t('list.bin')}
        </Badge>
      ) : null}
      {unsaved ? (
        <Badge color="orange" leftSection={<IconPencil size={12} />} data-testid="unsaved">
          {t('form.unsaved')}
        </Badge>
      ) : null}
    </Group>
  );
}
