import { ActionIcon, Button, Checkbox, Divider, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconBookmark, IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { plainList, type ListState } from './list-address.ts';
import {
  showsView,
  stateOfView,
  withoutView,
  withView,
  type KeptList,
  type SavedColumn,
} from './list-views.ts';

/** 常用视图: opens, keeps and deletes the person's named views of a list. */
export function ViewMenu(props: {
  readonly state: ListState;
  readonly columns: readonly SavedColumn[] | null;
  readonly kept: KeptList;
  readonly onKeep: (kept: KeptList) => void;
  readonly onOpen: (state: ListState) => void;
}): ReactNode {
  const { state, columns, kept, onKeep, onOpen } = props;
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const shown = kept.views.find((view) => showsView(state, view));
  const save = (): void => {
    const tidy = name.trim().slice(0, 40);
    if (tidy === '') return;
    const { search, sort, filters } = state;
    onKeep(
      withView(kept, {
        name: tidy,
        search,
        sort: [...sort],
        filters: [...filters],
        columns: columns ? columns.map(({ field, width }) => ({ field, width })) : null,
      }),
    );
    setName('');
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus width={290}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconBookmark size={15} />}
          rightSection={<IconChevronDown size={14} />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {shown?.name ?? t('list.views')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Stack gap={4}>
          <Button
            variant={
              !shown && showsView(state, { ...plainList, sort: [], filters: [], name: '', columns: null })
                ? 'light'
                : 'subtle'
            }
            justify="flex-start"
            onClick={() => onOpen(plainList)}
          >
            {t('list.allRows')}
          </Button>
          {kept.views.map((view) => (
            <Group key={view.name} gap={4} wrap="nowrap">
              <Button
                flex={1}
                variant={view === shown ? 'light' : 'subtle'}
                justify="flex-start"
                onClick={() => {
                  if (view.columns) onKeep({ ...kept, columns: view.columns });
                  onOpen(stateOfView(view));
                  setOpen(false);
                }}
              >
                {view.name}
              </Button>
              <Checkbox
                label={t('list.defaultView')}
                checked={kept.defaultView === view.name}
                onChange={(event) =>
                  onKeep({ ...kept, defaultView: event.currentTarget.checked ? view.name : null })
                }
              />
              <ActionIcon
                color="red"
                size="sm"
                aria-label={t('list.deleteView', { name: view.name })}
                onClick={() => onKeep(withoutView(kept, view.name))}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </Group>
          ))}
          {kept.views.length === 0 ? (
            <Text size="xs" c="dimmed" px={4}>
              {t('list.noViews')}
            </Text>
          ) : null}
          <Divider my={4} />
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <Text size="xs" fw={600} mb={4}>
              {t('list.saveView')}
            </Text>
            <Group gap="xs" wrap="nowrap">
              <TextInput
                flex={1}
                placeholder={t('list.viewName')}
                aria-label={t('list.viewName')}
                value={name}
                maxLength={40}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button type="submit" disabled={name.trim() === ''}>
                {t('common.save')}
              </Button>
            </Group>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
