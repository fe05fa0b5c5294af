import { Button, Group, Kbd, Text } from '@mantine/core';
import { IconBuildingStore, IconSteeringWheel } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { testDriveMarked, visitMarked } from '#shared/features/lead/lead.rules.ts';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** 今天到店 and 今天试驾 of a lead: one key each, saved with the form. What is known already is not marked again. */
export function LeadMarks({ form, readOnly }: RecordView): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const { values } = form;
  const canVisit = !readOnly && (values['visitedOn'] ?? null) === null;
  const canDrive = !readOnly && (values['testDrivenOn'] ?? null) === null;
  const visit = (): void => form.patch(visitMarked(values, today));
  const drive = (): void => form.patch(testDriveMarked(values, today));
  useShortcut('v', visit, canVisit);
  useShortcut('t', drive, canDrive);
  if (!canVisit && !canDrive) return null;
  return (
    <Group gap="xs" className="not-printed">
      {canVisit ? (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconBuildingStore size={15} />}
          rightSection={<Kbd size="xs">V</Kbd>}
          aria-keyshortcuts="v"
          onClick={visit}
        >
          {t('lead.visitedToday')}
        </Button>
      ) : null}
      {canDrive ? (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconSteeringWheel size={15} />}
          rightSection={<Kbd size="xs">T</Kbd>}
          aria-keyshortcuts="t"
          onClick={drive}
        >
          {t('lead.droveToday')}
        </Button>
      ) : null}
      <Text size="xs" c="dimmed">
        {t('lead.marksHint')}
      </Text>
    </Group>
  );
}
