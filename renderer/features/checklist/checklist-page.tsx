import { Alert, Button, Group, Tabs, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconCloudCheck,
  IconCloudUp,
  IconInfoCircle,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Draft, Edition } from '#shared/features/checklist/checklist.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ChecklistActions } from './checklist-actions.tsx';
import { StateBadges } from './checklist-list.screen.tsx';
import { useChecklistWords, type ChecklistHead } from './checklist-words.ts';
import { ChecklistEditor } from './editor.tsx';
import { Editions } from './editions.tsx';
import { ChecklistPreview } from './preview.tsx';
import { useDraft, type DraftEditing } from './use-draft.ts';
import { useEditor } from './use-editor.ts';

const tabs = ['edit', 'preview', 'editions'] as const;
const emptyContent = { vehicleKinds: [], repairClasses: [], damageMap: false, sections: [] };

export function ChecklistPage(props: {
  readonly head: ChecklistHead;
  readonly draft: Draft | null;
  readonly current: Edition | null;
  readonly onAnew: () => void;
}): ReactNode {
  const { head, draft: stored, current, onAnew } = props;
  const { t, choice } = useTexts();
  const { may } = useSession();
  const words = useChecklistWords();
  const go = useGo();
  const editable = may('checklist.write') && head.state !== 'retired';
  const draft = useDraft(
    head.id,
    { content: stored?.content ?? current?.content ?? emptyContent, version: stored?.version ?? 0 },
    editable,
  );
  const editor = useEditor(draft);
  const [tab, setTab] = useState<string>(editable ? 'edit' : 'preview');
  const hasDraft = draft.version > 0 || draft.status === 'waiting';
  return (
    <PageFrame
      fill
      title={words.name(head)}
      before={
        <Button
          variant="subtle"
          px={6}
          aria-label={t('common.back')}
          onClick={() => {
            draft.flush();
            go('/checklist');
          }}
        >
          <IconArrowLeft size={18} aria-hidden />
        </Button>
      }
      subtitle={
        <Group gap={6}>
          <Text size="xs" c="dimmed">
            {choice('checklist', 'purpose', head.purpose)}
          </Text>
          <StateBadges list={{ ...head, draft: stored }} />
          {editable && hasDraft ? <SavedMark status={draft.status} /> : null}
        </Group>
      }
      actions={
        <ChecklistActions
          head={head}
          draft={draft}
          current={current}
          editable={editable}
          hasDraft={hasDraft}
          onGoTo={(place) => {
            setTab('edit');
            editor.choose(place);
          }}
          onAnew={onAnew}
        />
      }
    >
      <Tabs
        value={tab}
        onChange={(value) => value !== null && setTab(value)}
        keepMounted={false}
        h="100%"
        style={{ display: 'flex', flexDirection: 'column' }}
      >
        <Tabs.List aria-label={t('checklist.tabsOf')}>
          {tabs
            .filter((one) => one !== 'edit' || editable)
            .map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`checklist.tabs.${one}`)}
              </Tabs.Tab>
            ))}
        </Tabs.List>
        <Notes
          draft={draft}
          isShipped={stored?.source === 'shipped'}
          isRetired={head.state === 'retired'}
          mayWrite={may('checklist.write')}
          onCompare={() => setTab('editions')}
        />
        <Tabs.Panel value="edit" flex={1} mih={0} pt="xs">
          <ChecklistEditor editor={editor} draft={draft} purpose={head.purpose} />
        </Tabs.Panel>
        <Tabs.Panel value="preview" flex={1} mih={0} pt="xs" style={{ overflow: 'auto' }}>
          <ChecklistPreview content={draft.content} />
        </Tabs.Panel>
        <Tabs.Panel value="editions" flex={1} mih={0} pt="xs" style={{ overflow: 'auto' }}>
          <Editions id={head.id} hasDraft={draft.version > 0} />
        </Tabs.Panel>
      </Tabs>
    </PageFrame>
  );
}

/** Whether what was changed has reached the store. */
function SavedMark(props: { readonly status: DraftEditing['status'] }): ReactNode {
  const { status } = props;
  const { t } = useTexts();
  const Shown = status === 'saved' ? IconCloudCheck : status === 'waiting' ? IconCloudUp : IconAlertTriangle;
  return (
    <Group gap={4} wrap="nowrap" role="status">
      <Shown size={15} aria-hidden />
      <Text size="xs">{t(`checklist.saved.${status}`)}</Text>
    </Group>
  );
}

/** What a person must know before editing. */
function Notes(props: {
  readonly draft: DraftEditing;
  readonly isShipped: boolean;
  readonly isRetired: boolean;
  readonly mayWrite: boolean;
  readonly onCompare: () => void;
}): ReactNode {
  const { draft, isShipped, isRetired, mayWrite, onCompare } = props;
  const { t } = useTexts();
  const note = isRetired ? t('checklist.retiredNote') : mayWrite ? null : t('checklist.readOnlyNote');
  return (
    <>
      <ErrorNote error={draft.error} onRetry={draft.flush} />
      {note ? (
        <Text size="xs" c="dimmed" mt="xs">
          {note}
        </Text>
      ) : null}
      {isShipped && mayWrite ? (
        <Alert color="blue" icon={<IconInfoCircle size={18} />} p="xs" mt="xs">
          <Group gap="sm" justify="space-between">
            <Text size="sm">{t('checklist.shippedNote')}</Text>
            <Button variant="default" onClick={onCompare}>
              {t('checklist.compareWithCurrent')}
            </Button>
          </Group>
        </Alert>
      ) : null}
      {draft.conflict ? (
        <Alert color="orange" icon={<IconAlertTriangle size={18} />} role="alert" p="xs" mt="xs">
          <Group gap="sm" justify="space-between">
            <Text size="sm">{t('checklist.conflict', { by: draft.conflict.by })}</Text>
            <Group gap="xs">
              <Button variant="default" onClick={draft.takeTheirs}>
                {t('checklist.takeTheirs')}
              </Button>
              <Button onClick={draft.keepMine}>{t('checklist.keepMine')}</Button>
            </Group>
          </Group>
        </Alert>
      ) : null}
    </>
  );
}
