import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Popover,
  ScrollArea,
  Stack,
  Text,
  Tooltip,
} from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconColumns3 } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Fields } from '#shared/kernel/field.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { columnOf, headFields, movedColumn, type Column } from './list-columns.ts';
import { useFieldName } from './use-field-name.ts';

/** Which columns are shown, and in which order; `onChange(null)` is the usual. */
export function ColumnMenu(props: {
  readonly feature: string;
  readonly fields: Fields;
  readonly columns: readonly Column[];
  readonly onChange: (columns: readonly Column[] | null) => void;
}): ReactNode {
  const { feature, fields, columns, onChange } = props;
  const { t } = useTexts();
  const fieldName = useFieldName(feature);
  const [open, setOpen] = useState(false);
  const shown = columns.map((column) => column.field);
  const others = [...Object.keys(fields), ...Object.keys(headFields)].filter((name) => !shown.includes(name));
  const toggle = (name: string): void => {
    const added = columnOf(fields, name);
    const next = shown.includes(name)
      ? columns.filter((column) => column.field !== name)
      : [...columns, ...(added ? [added] : [])];
    if (next.length > 0) onChange(next);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus width={270}>
      <Popover.Target>
        <Tooltip label={t('list.columns')}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('list.columns')}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <Group justify="space-between" mb={4}>
          <Text size="xs" fw={600}>
            {t('list.columnsTitle')}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(null)}>
            {t('list.resetColumns')}
          </Button>
        </Group>
        <ScrollArea.Autosize mah={380} viewportProps={{ tabIndex: -1 }}>
          <Stack gap={4}>
            {[...shown, ...others].map((name) => (
              <Group key={name} justify="space-between" wrap="nowrap" h={24}>
                <Checkbox
                  label={fieldName(name)}
                  checked={shown.includes(name)}
                  onChange={() => toggle(name)}
                />
                {shown.includes(name) ? (
                  <Group gap={0} wrap="nowrap">
                    <ActionIcon
                      size="sm"
                      color="gray"
                      disabled={shown[0] === name}
                      aria-label={t('list.moveUp', { name: fieldName(name) })}
                      onClick={() => onChange(movedColumn(columns, name, -1))}
                    >
                      <IconChevronUp size={14} />
                    </ActionIcon>
                    <ActionIcon
                      size="sm"
                      color="gray"
                      disabled={shown.at(-1) === name}
                      aria-label={t('list.moveDown', { name: fieldName(name) })}
                      onClick={() => onChange(movedColumn(columns, name, 1))}
                    >
                      <IconChevronDown size={14} />
                    </ActionIcon>
                  </Group>
                ) : null}
              </Group>
            ))}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
