import { Badge, Button, Checkbox, Paper, Select, Table, Text, TextInput } from '@mantine/core';
import { IconArchive, IconCircleCheck, IconPencil, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ChecklistLine } from '#shared/features/checklist/checklist.contract.ts';
import {
  checkPurposes,
  repairPurposes,
  type CheckPurpose,
} from '#shared/features/checklist/checklist.content.ts';
import { vehicleKinds } from '#shared/features/vehicle/vehicle.fields.ts';
import { normalText } from '#shared/kernel/normal-text.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { NewChecklistDialog } from './checklist-new.dialog.tsx';
import { useChecklistWords } from './checklist-words.ts';
import { useChecklists } from './checklist.queries.ts';
import classes from './checklist.module.css';

export const isRepair = (purpose: CheckPurpose): boolean => repairPurposes.some((one) => one === purpose);

/** 检查表: all lists by purpose; what each is for, its edition and whether a draft waits. */
export function ChecklistListScreen(): ReactNode {
  const { t, record, choice } = useTexts();
  const { may } = useSession();
  const words = useChecklistWords();
  const lists = useChecklists();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<string | null>(null);
  const [retired, setRetired] = useState(false);
  const [adding, setAdding] = useState(false);
  const wanted = normalText(typed).toLowerCase();
  const all = lists.data ?? [];
  const shown = all.filter(
    (list) =>
      (retired || list.state !== 'retired') &&
      (kind === null || list.vehicleKinds.length === 0 || list.vehicleKinds.some((one) => one === kind)) &&
      (wanted === '' || `${list.name} ${list.nameEn ?? ''}`.toLowerCase().includes(wanted)),
  );
  const current = all.filter(({ state }) => state === 'current').length;
  return (
    <PageFrame
      title={record('checklist', 'many')}
      subtitle={lists.data ? t('checklist.sentence', { count: all.length, current }) : undefined}
      maxWidth={1180}
      actions={
        may('checklist.write') ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('checklist.create')}
          </Button>
        ) : null
      }
    >
      <div className={classes.tools}>
        <TextInput
          type="search"
          w={220}
          leftSection={<IconSearch size={15} aria-hidden />}
          placeholder={t('checklist.search')}
          aria-label={t('checklist.search')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          maxLength={80}
        />
        <Select
          w={180}
          aria-label={t('checklist.kindFilter')}
          placeholder={t('checklist.allKinds')}
          clearable
          value={kind}
          onChange={setKind}
          data={vehicleKinds.map((value) => ({ value, label: choice('vehicle', 'kind', value) }))}
        />
        <Checkbox
          label={t('checklist.withRetired')}
          checked={retired}
          onChange={(event) => setRetired(event.currentTarget.checked)}
        />
      </div>
      <ErrorNote error={lists.error} onRetry={() => void lists.refetch()} />
      {lists.data && shown.length === 0 ? (
        <Paper className="sheet">
          <EmptyState sentence={t('checklist.nothingFound')} />
        </Paper>
      ) : null}
      {shown.length > 0 ? (
        <Paper className="sheet" p={0}>
          <Table.ScrollContainer minWidth={620} type="native">
            <Table verticalSpacing={5} highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('checklist.name')}</Table.Th>
                  <Table.Th>{t('checklist.scope')}</Table.Th>
                  <Table.Th>{t('checklist.items')}</Table.Th>
                  <Table.Th>{t('checklist.edition')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              {checkPurposes.map((purpose) => {
                const own = shown.filter((list) => list.purpose === purpose);
                if (own.length === 0) return null;
                return (
                  <Table.Tbody key={purpose}>
                    <Table.Tr bg="var(--desk-ground)">
                      <Table.Th colSpan={4} scope="rowgroup">
                        {choice('checklist', 'purpose', purpose)}
                      </Table.Th>
                    </Table.Tr>
                    {own.map((list) => (
                      <Line key={list.id} list={list} name={words.name(list)} />
                    ))}
                  </Table.Tbody>
                );
              })}
            </Table>
          </Table.ScrollContainer>
        </Paper>
      ) : null}
      {adding ? <NewChecklistDialog lists={all} onClose={() => setAdding(false)} /> : null}
    </PageFrame>
  );
}

function Line(props: { readonly list: ChecklistLine; readonly name: string }): ReactNode {
  const { list, name } = props;
  const { t } = useTexts();
  const link = useLink();
  const words = useChecklistWords();
  return (
    <Table.Tr>
      <Table.Td>
        <a {...link(`/checklist/${list.id}`)} className={classes.name}>
          {name}
        </a>
      </Table.Td>
      <Table.Td>{words.scope(list, isRepair(list.purpose))}</Table.Td>
      <Table.Td className="figures">{list.items}</Table.Td>
      <Table.Td>
        <StateBadges list={list} />{' '}
        {list.shipped ? (
          <Text span size="xs" c="dimmed">
            {t('checklist.shipped')}
          </Text>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}

/** Edition in force, retired, and a draft that waits: icon and word. */
export function StateBadges(props: {
  readonly list: Pick<ChecklistLine, 'state' | 'currentEdition' | 'draft'>;
}): ReactNode {
  const { state, currentEdition, draft } = props.list;
  const { t, choice, instant } = useTexts();
  const edition =
    currentEdition === null
      ? t('checklist.noEdition')
      : t('checklist.editionNumber', { edition: currentEdition });
  return (
    <>
      {state === 'retired' ? (
        <Badge color="gray" leftSection={<IconArchive size={12} aria-hidden />}>
          {choice('checklist', 'state', 'retired')}
        </Badge>
      ) : (
        <Badge
          color={state === 'current' ? 'green' : 'gray'}
          leftSection={state === 'current' ? <IconCircleCheck size={12} aria-hidden /> : undefined}
        >
          {edition}
        </Badge>
      )}{' '}
      {draft ? (
        <Badge color="blue" leftSection={<IconPencil size={12} aria-hidden />}>
          {draft.source === 'shipped'
            ? t('checklist.draftShipped')
            : t('checklist.draftBy', { name: draft.personName, time: instant(draft.savedAt) })}
        </Badge>
      ) : null}
    </>
  );
}
