import { ActionIcon, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconExternalLink } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useChoices, useNameOf } from '#renderer/components/record-list/record.queries.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { InputProps } from './field-props.ts';

/** The core is asked when the person pauses this long. */
const pauseMs = 60;

/** A record of another feature, searched for by what is typed (Chinese, pinyin, tails); its page opens by the arrow. */
export function ReferenceField(
  props: InputProps<number> & {
    readonly feature: RecordFeature;
    /** Name of the present value, as the record came with it; asked for where it did not. */
    readonly name?: string;
    readonly linked?: boolean;
  },
): ReactNode {
  const { feature, name, linked = false, value, onChange, onProblem: _p, readOnly = false, ...rest } = props;
  const { t } = useTexts();
  const link = useLink();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [asked] = useDebouncedValue(typed, pauseMs);
  const [known, setKnown] = useState<Readonly<Record<number, string>>>({});
  // A new record may begin with an id alone: made from another record's page, or as a copy.
  const given = value === null ? undefined : (known[value] ?? name);
  const read = useNameOf(feature, given === undefined ? value : null);
  const present = value === null ? '' : (given ?? read ?? `#${value}`);
  // While the present name stands in the field, everything is offered.
  const choices = useChoices(feature, asked === present ? '' : asked, open);
  const found = choices.data ?? [];
  const stale = typed !== present && (asked !== typed || choices.isFetching);
  const options = found.map(({ id, label, detail }) => ({
    value: String(id),
    label: label || detail || `#${id}`,
  }));
  const details = new Map(found.map(({ id, label, detail }) => [String(id), label === '' ? '' : detail]));
  const data =
    value === null || options.some((one) => one.value === String(value))
      ? options
      : [{ value: String(value), label: present }, ...options];
  return (
    <Select
      {...rest}
      readOnly={readOnly}
      searchable
      clearable={!rest.required && !readOnly}
      clearButtonProps={{ 'aria-label': t('common.clear'), tabIndex: -1 }}
      openOnFocus={false}
      selectFirstOptionOnChange
      data={data}
      filter={({ options: all }) => all}
      value={value === null ? null : String(value)}
      onChange={(chosen, option) => {
        if (chosen !== null && option) setKnown((all) => ({ ...all, [Number(chosen)]: option.label }));
        onChange(chosen === null ? null : Number(chosen), option?.label);
      }}
      onSearchChange={setTyped}
      wrapperProps={{
        // What stands in the list answers an earlier word: Enter must not take it.
        onKeyDownCapture(event: KeyboardEvent) {
          if (event.key !== 'Enter' || !open || !stale) return;
          event.preventDefault();
          event.stopPropagation();
        },
      }}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      placeholder={readOnly ? undefined : t('form.chooseHint')}
      nothingFoundMessage={choices.isFetching ? t('common.loading') : t('form.nothingFound')}
      maxDropdownHeight={240}
      renderOption={({ option }) => (
        <Group gap="xs" justify="space-between" wrap="nowrap" w="100%">
          <Text size="xs" truncate>
            {option.label}
          </Text>
          <Text size="xs" c="dimmed" truncate>
            {details.get(option.value)}
          </Text>
        </Group>
      )}
      leftSection={
        linked && value !== null ? (
          <ActionIcon
            component="a"
            size="sm"
            tabIndex={-1}
            aria-label={t('common.open')}
            {...link(recordAddress(feature, value))}
          >
            <IconExternalLink size={14} />
          </ActionIcon>
        ) : undefined
      }
      leftSectionPointerEvents="all"
    />
  );
}
