import { ActionIcon, Button, Group, Modal, Table, TextInput } from '@mantine/core';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { AgendaItem } from '#shared/features/meeting/meeting.contract.ts';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { toUnread } from '#renderer/components/fields/unread.ts';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { PartEditing } from '#renderer/components/draft/use-part.ts';

type Line = AgendaItem & { readonly key: number };

/** 修改议程: topics, their order, planned and taken time, who presents. */
export function AgendaDialog(props: {
  readonly agenda: PartEditing<readonly AgendaItem[]>;
  readonly names: ReadonlyMap<number | null, string | null>;
  readonly onClose: () => void;
}): ReactNode {
  const { agenda, names, onClose } = props;
  const { t } = useTexts();
  // What others save while the dialog is open is put together with it or told, as with every part.
  const [seen] = useState(agenda.seen);
  const [lines, setLines] = useState<readonly Line[]>(() =>
    agenda.value.map((item, key) => ({ ...item, key })),
  );
  const set = (key: number, some: Partial<AgendaItem>): void =>
    setLines((now) => now.map((line) => (line.key === key ? { ...line, ...some } : line)));
  const add = (): void =>
    setLines((now) => [
      ...now,
      {
        title: '',
        plannedMinutes: 10,
        actualMinutes: null,
        presenterId: null,
        key: Math.max(-1, ...now.map(({ key }) => key)) + 1,
      },
    ]);
  const up = (index: number): void =>
    setLines((now) => {
      const [before, one] = [now[index - 1], now[index]];
      return before && one ? [...now.slice(0, index - 1), one, before, ...now.slice(index + 1)] : now;
    });
  const table = useRef<HTMLTableElement>(null);
  const save = (): void => {
    if (table.current && toUnread(table.current)) return;
    agenda.change(
      lines
        .filter(({ title }) => title.trim() !== '')
        .map(({ key: _key, ...item }) => ({ ...item, title: item.title.trim() })),
      seen,
    );
    onClose();
  };
  return (
    <Modal opened size="xl" onClose={onClose} title={t('meetingPage.agenda.edit')}>
      <Table ref={table} verticalSpacing={4} horizontalSpacing={6} withRowBorders={false}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('meetingPage.agenda.topic')}</Table.Th>
            <Table.Th w={110}>{t('meetingPage.agenda.planned')}</Table.Th>
            <Table.Th w={110}>{t('meetingPage.agenda.actual')}</Table.Th>
            <Table.Th w={160}>{t('meetingPage.agenda.presenter')}</Table.Th>
            <Table.Td w={70} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line, index) => (
            <Table.Tr key={line.key}>
              <Table.Td>
                <TextInput
                  aria-label={t('meetingPage.agenda.topic')}
                  value={line.title}
                  onChange={(event) => set(line.key, { title: event.currentTarget.value })}
                  maxLength={200}
                />
              </Table.Td>
              <Table.Td>
                <NumberField
                  aria-label={t('meetingPage.agenda.planned')}
                  value={line.plannedMinutes}
                  onChange={(value) => set(line.key, { plannedMinutes: value ?? 0 })}
                  limits={[0, 600]}
                />
              </Table.Td>
              <Table.Td>
                <NumberField
                  aria-label={t('meetingPage.agenda.actual')}
                  value={line.actualMinutes}
                  onChange={(actualMinutes) => set(line.key, { actualMinutes })}
                  limits={[0, 600]}
                />
              </Table.Td>
              <Table.Td>
                <ReferenceField
                  feature="person"
                  aria-label={t('meetingPage.agenda.presenter')}
                  name={names.get(line.presenterId) ?? undefined}
                  value={line.presenterId}
                  onChange={(presenterId) => set(line.key, { presenterId })}
                />
              </Table.Td>
              <Table.Td>
                <Group gap={2} wrap="nowrap">
                  <ActionIcon
                    color="gray"
                    disabled={index === 0}
                    aria-label={t('meetingPage.agenda.up', { title: line.title })}
                    onClick={() => up(index)}
                  >
                    <IconArrowUp size={15} />
                  </ActionIcon>
                  <ActionIcon
                    color="gray"
                    aria-label={t('meetingPage.agenda.remove', { title: line.title })}
                    onClick={() => setLines((now) => now.filter(({ key }) => key !== line.key))}
                  >
                    <IconTrash size={15} />
                  </ActionIcon>
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group justify="space-between" mt="sm">
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          disabled={lines.length >= 40}
          onClick={add}
        >
          {t('meetingPage.agenda.add')}
        </Button>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button onClick={save}>{t('common.save')}</Button>
        </Group>
      </Group>
    </Modal>
  );
}
