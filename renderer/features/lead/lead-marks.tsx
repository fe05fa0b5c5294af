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
        <MarkButton letter="v" icon={<IconBuildingStore size={15} />} onClick={visit}>
          {t('lead.visitedToday')}
        </MarkButton>
      ) : null}
      {canDrive ? (
        <MarkButton letter="t" icon={<IconSteeringWheel size={15} />} onClick={drive}>
          {t('lead.droveToday')}
        </MarkButton>
      ) : null}
      <Text size="xs" c="dimmed">
        {t('lead.marksHint')}
      </Text>
    </Group>
  );
}

function MarkButton(props: {
  readonly letter: string;
  readonly icon: ReactNode;
  readonly onClick: () => void;
  readonly children: string;
}): ReactNode {
  const { letter, icon, onClick, children } = props;
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={icon}
      rightSection={<Kbd size="xs">{letter.toUpperCase()}</Kbd>}
      aria-keyshortcuts={letter}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
