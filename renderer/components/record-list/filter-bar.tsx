import {
  ActionIcon,
  Button,
  CloseButton,
  Popover,
  ScrollArea,
  Stack,
  Text,
  TextInput,
  UnstyledButton,
} from '@mantine/core';
import { IconFilterPlus, IconFilterX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { isDay } from '#shared/kernel/day.ts';
import type { Field, Fields } from '#shared/kernel/field.ts';
import type { Labels, ListFilter } from '#shared/rpc/record.contract.ts';
import { valueText } from '#renderer/components/fields/field-value.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FilterEditor } from './filter-editor.tsx';
import { fieldNamed } from './list-columns.ts';
import {
  filteredFields,
  filterSentence,
  filtersOfField,
  filterWay,
  withFilters,
  type FilterNames,
} from './list-filter.ts';
import { useFieldName } from './use-field-name.ts';
import classes from './filter-bar.module.css';

type BarProps = {
  readonly feature: string;
  readonly fields: Fields;
  readonly hidden: ReadonlySet<string>;
  readonly filters: readonly ListFilter[];
  readonly labels: Labels;
  readonly onChange: (filters: readonly ListFilter[]) => void;
};

/** How the values of a field's filters are named. */
export function useFilterNames(feature: string, labels: Labels): (name: string, field: Field) => FilterNames {
  const texts = useTexts();
  const { t } = texts;
  return (name, field) => ({
    value: (value) =>
      field.kind === 'instant'
        ? texts.day(new Date(Date.parse(String(value)) + 8 * 3_600_000).toISOString().slice(0, 10))
        : field.kind === 'day' && !isDay(String(value))
          ? String(value)
          : valueText(texts, { feature, name, field, labels }, value) || `#${value}`,
    preset: (preset) => t(`list.presets.${preset}`),
    word: (key, params) => t(`list.sentence.${key}`, { value: '', from: '', to: '', ...params }),
    day: texts.day,
    comma: t('list.comma'),
  });
}

/** The questions that narrow a list: one chip each, and a menu of fields for another. */
export function FilterBar(props: BarProps): ReactNode {
  const { filters, onChange } = props;
  const { t } = useTexts();
  const [open, setOpen] = useState<string | null>(null);
  const asked = filteredFields(filters);
  const pending = open !== null && open !== '' && !asked.includes(open) ? [open] : [];
  return (
    <>
      {[...asked, ...pending].map((name) => (
        <Chip
          key={name}
          {...props}
          name={name}
          opened={open === name}
          onOpen={(now) => setOpen(now ? name : null)}
        />
      ))}
      <FieldMenu
        {...props}
        opened={open === ''}
        onOpen={(now) => setOpen(now ? '' : null)}
        onPick={setOpen}
      />
      {asked.length > 1 ? (
        <ActionIcon
          color="gray"
          aria-label={t('list.clearFilters')}
          title={t('list.clearFilters')}
          onClick={() => onChange([])}
        >
          <IconFilterX size={16} />
        </ActionIcon>
      ) : null}
    </>
  );
}

function Chip(
  props: BarProps & {
    readonly name: string;
    readonly opened: boolean;
    readonly onOpen: (open: boolean) => void;
  },
): ReactNode {
  const { feature, fields, filters, labels, name, opened, onOpen, onChange } = props;
  const { t } = useTexts();
  const label = useFieldName(feature)(name);
  const names = useFilterNames(feature, labels);
  const field = fieldNamed(fields, name);
  if (!field) return null;
  const own = filtersOfField(filters, name);
  const stays = ['choices', 'days', 'months', 'instants', 'range'].includes(filterWay(field));
  return (
    <Popover opened={opened} onChange={onOpen} position="bottom-start" shadow="md" trapFocus width={300}>
      <span className={classes.chip}>
        <Popover.Target>
          <button type="button" className={classes.chipText} onClick={() => onOpen(!opened)}>
            {own.length > 0
              ? t('common.named', { name: label, value: filterSentence(own, names(name, field)) })
              : label}
          </button>
        </Popover.Target>
        <CloseButton
          size={24}
          aria-label={t('list.removeFilter', { name: label })}
          onClick={() => {
            onOpen(false);
            onChange(withFilters(filters, name, []));
          }}
        />
      </span>
      <Popover.Dropdown p="sm">
        <Stack gap="xs">
          <Text size="xs" fw={600}>
            {label}
          </Text>
          <FilterEditor
            feature={feature}
            name={name}
            field={field}
            filters={own}
            onApply={(next) => {
              onChange(withFilters(filters, name, next));
              if (!stays) onOpen(false);
            }}
          />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function FieldMenu(
  props: BarProps & {
    readonly opened: boolean;
    readonly onOpen: (open: boolean) => void;
    readonly onPick: (name: string) => void;
  },
): ReactNode {
  const { feature, fields, hidden, opened, onOpen, onPick } = props;
  const { t } = useTexts();
  const fieldName = useFieldName(feature);
  const [search, setSearch] = useState('');
  const names = [...Object.keys(fields), 'createdAt', 'updatedAt'].filter(
    (name) => !hidden.has(name) && fieldName(name).toLowerCase().includes(search.trim().toLowerCase()),
  );
  return (
    <Popover opened={opened} onChange={onOpen} position="bottom-start" shadow="md" trapFocus width={220}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconFilterPlus size={15} />}
          onClick={() => onOpen(!opened)}
          aria-expanded={opened}
        >
          {t('list.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="xs">
        <TextInput
          data-autofocus
          placeholder={t('list.fieldSearch')}
          aria-label={t('list.fieldSearch')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = names[0];
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || !first) return;
            event.preventDefault();
            setSearch('');
            onPick(first);
          }}
        />
        <ScrollArea.Autosize mah={280} mt={4} viewportProps={{ tabIndex: -1 }}>
          {names.map((name) => (
            <UnstyledButton
              key={name}
              w="100%"
              px={6}
              py={3}
              fz="xs"
              className={classes.menuItem}
              onClick={() => {
                setSearch('');
                onPick(name);
              }}
            >
              {fieldName(name)}
            </UnstyledButton>
          ))}
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
