import { Button, Checkbox, Group, NumberInput, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Field } from '#shared/kernel/field.ts';
import type { ListFilter } from '#shared/rpc/record.contract.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { MoneyField, MonthTextField } from '#renderer/components/fields/typed-field.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { dayPresets, filterWay, presetOf, presetValue, rangeFilters, type FilterWay } from './list-filter.ts';
import type { RecordFeature } from './record-feature.ts';

type EditorProps = {
  readonly feature: string;
  readonly name: string;
  readonly field: Field;
  readonly filters: readonly ListFilter[];
  readonly onApply: (filters: readonly ListFilter[]) => void;
};

/** Asks about one field, by its kind; choices and presets work at once, the rest with Enter or the button. */
export function FilterEditor(props: EditorProps): ReactNode {
  const { name, filters, onApply } = props;
  const { t } = useTexts();
  const special = filters[0]?.operator;
  const fill = (operator: 'empty' | 'filled'): void =>
    onApply(special === operator ? [] : [{ field: name, operator }]);
  return (
    <Stack gap="xs">
      <ByKind {...props} />
      <Group gap="xs">
        <Button
          size="compact-xs"
          variant={special === 'empty' ? 'filled' : 'default'}
          onClick={() => fill('empty')}
        >
          {t('list.isEmpty')}
        </Button>
        <Button
          size="compact-xs"
          variant={special === 'filled' ? 'filled' : 'default'}
          onClick={() => fill('filled')}
        >
          {t('list.isFilled')}
        </Button>
      </Group>
    </Stack>
  );
}

function ByKind(props: EditorProps): ReactNode {
  const Editor = props.field.kind === 'money' ? Amounts : editors[filterWay(props.field)];
  return <Editor {...props} />;
}

const valueOf = (filters: readonly ListFilter[], operator: ListFilter['operator']): ListFilter['value'] =>
  filters.find((filter) => filter.operator === operator)?.value;

function Days({ name, filters, onApply }: EditorProps): ReactNode {
  const { t } = useTexts();
  const from = valueOf(filters, 'from');
  const to = valueOf(filters, 'to');
  const preset = presetOf(filters[0]?.value);
  const range = (first: string | null, last: string | null): void =>
    onApply(rangeFilters(name, first ?? undefined, last ?? undefined));
  return (
    <>
      <Group gap={4}>
        {dayPresets.map((one) => (
          <Button
            key={one}
            size="compact-xs"
            variant={preset === one ? 'filled' : 'default'}
            onClick={() =>
              onApply(preset === one ? [] : [{ field: name, operator: 'is', value: presetValue(one) }])
            }
          >
            {t(`list.presets.${one}`)}
          </Button>
        ))}
      </Group>
      <Group gap="xs" wrap="nowrap">
        <DayField
          label={t('list.from')}
          value={typeof from === 'string' ? from : null}
          onChange={(day) => range(day, typeof to === 'string' ? to : null)}
        />
        <DayField
          label={t('list.to')}
          value={typeof to === 'string' ? to : null}
          onChange={(day) => range(typeof from === 'string' ? from : null, day)}
        />
      </Group>
    </>
  );
}

function Months({ name, filters, onApply }: EditorProps): ReactNode {
  const { t } = useTexts();
  const month = (operator: 'from' | 'to'): string | null => {
    const value = valueOf(filters, operator);
    return typeof value === 'string' ? value : null;
  };
  const [from, to] = [month('from'), month('to')];
  return (
    <Group gap="xs" wrap="nowrap">
      <MonthTextField
        label={t('list.from')}
        value={from}
        onChange={(first) => onApply(rangeFilters(name, first ?? undefined, to ?? undefined))}
      />
      <MonthTextField
        label={t('list.to')}
        value={to}
        onChange={(last) => onApply(rangeFilters(name, from ?? undefined, last ?? undefined))}
      />
    </Group>
  );
}

/** Instants are asked about by day: from the first moment to the last, on the store's clock. */
function Instants({ name, filters, onApply }: EditorProps): ReactNode {
  const { t } = useTexts();
  const dayOf = (value: ListFilter['value']): string | null =>
    typeof value === 'string' ? new Date(Date.parse(value) + 8 * 3_600_000).toISOString().slice(0, 10) : null;
  const first = dayOf(valueOf(filters, 'from'));
  const last = dayOf(valueOf(filters, 'to'));
  const range = (from: string | null, to: string | null): void =>
    onApply(
      rangeFilters(
        name,
        from ? new Date(`${from}T00:00:00+08:00`).toISOString() : undefined,
        to ? new Date(`${to}T23:59:59.999+08:00`).toISOString() : undefined,
      ),
    );
  return (
    <Group gap="xs" wrap="nowrap">
      <DayField label={t('list.from')} value={first} onChange={(day) => range(day, last)} />
      <DayField label={t('list.to')} value={last} onChange={(day) => range(first, day)} />
    </Group>
  );
}

function Amounts({ name, filters, onApply }: EditorProps): ReactNode {
  const { t } = useTexts();
  const number = (operator: 'from' | 'to'): number | null => {
    const value = valueOf(filters, operator);
    return typeof value === 'number' ? value : null;
  };
  const [from, to] = [number('from'), number('to')];
  return (
    <Group gap="xs" wrap="nowrap">
      <MoneyField
        label={t('list.from')}
        value={from}
        onChange={(fen) => onApply(rangeFilters(name, fen ?? undefined, to ?? undefined))}
      />
      <MoneyField
        label={t('list.to')}
        value={to}
        onChange={(fen) => onApply(rangeFilters(name, from ?? undefined, fen ?? undefined))}
      />
    </Group>
  );
}

function Numbers({ name, filters, onApply }: EditorProps): ReactNode {
  const { t } = useTexts();
  const [from, setFrom] = useState<number | string>(Number(valueOf(filters, 'from') ?? Number.NaN) || '');
  const [to, setTo] = useState<number | string>(Number(valueOf(filters, 'to') ?? Number.NaN) || '');
  const number = (value: number | string): number | undefined => (value === '' ? undefined : Number(value));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onApply(rangeFilters(name, number(from), number(to)));
      }}
    >
      <Group gap="xs" wrap="nowrap" align="flex-end">
        <NumberInput
          label={t('list.from')}
          value={from}
          onChange={setFrom}
          hideControls
          allowDecimal={false}
        />
        <NumberInput label={t('list.to')} value={to} onChange={setTo} hideControls allowDecimal={false} />
        <Button type="submit">{t('list.apply')}</Button>
      </Group>
    </form>
  );
}

function Choices({ feature, name, field, filters, onApply }: EditorProps): ReactNode {
  const { t, choice } = useTexts();
  const present = filters.flatMap((f) =>
    f.operator === 'oneOf' && Array.isArray(f.value) ? f.value : f.operator === 'is' ? [String(f.value)] : [],
  );
  return (
    <Checkbox.Group
      aria-label={t('list.anyOf')}
      value={present.map(String)}
      onChange={(values) =>
        onApply(values.length === 0 ? [] : [{ field: name, operator: 'oneOf', value: values }])
      }
    >
      <Stack gap={6}>
        {(field.choices ?? []).map((value) => (
          <Checkbox key={value} value={value} label={choice(feature, name, value)} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function Records({ name, field, filters, onApply }: EditorProps): ReactNode {
  const { t } = useTexts();
  const value = filters.find((f) => f.operator === 'is')?.value;
  return (
    <ReferenceField
      feature={field.refers as RecordFeature} // reference fields of the tables refer to record features
      label={t('list.isExactly')}
      value={typeof value === 'number' ? value : null}
      onChange={(id) => onApply(id === null ? [] : [{ field: name, operator: 'is', value: id }])}
    />
  );
}

function Flag({ name, filters, onApply }: EditorProps): ReactNode {
  const { t } = useTexts();
  const value = filters[0]?.value;
  return (
    <SegmentedControl
      value={value === true ? 'yes' : value === false ? 'no' : 'all'}
      data={[
        { value: 'all', label: t('common.all') },
        { value: 'yes', label: t('common.yes') },
        { value: 'no', label: t('common.no') },
      ]}
      onChange={(chosen) =>
        onApply(chosen === 'all' ? [] : [{ field: name, operator: 'is', value: chosen === 'yes' }])
      }
    />
  );
}

function Words({ name, filters, onApply }: EditorProps): ReactNode {
  const { t } = useTexts();
  const present = filters.find((f) => f.operator === 'contains' || f.operator === 'is');
  const [text, setText] = useState(String(present?.value ?? ''));
  const [exact, setExact] = useState(present?.operator === 'is');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const value = text.trim();
        onApply(value === '' ? [] : [{ field: name, operator: exact ? 'is' : 'contains', value }]);
      }}
    >
      <Stack gap="xs">
        <SegmentedControl
          value={exact ? 'is' : 'contains'}
          onChange={(way) => setExact(way === 'is')}
          data={[
            { value: 'contains', label: t('list.contains') },
            { value: 'is', label: t('list.isExactly') },
          ]}
        />
        <Group gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            aria-label={t('list.contains')}
            value={text}
            data-autofocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit">{t('list.apply')}</Button>
        </Group>
      </Stack>
    </form>
  );
}

const editors: Readonly<Record<FilterWay, (props: EditorProps) => ReactNode>> = {
  days: Days,
  months: Months,
  instants: Instants,
  range: Numbers,
  choices: Choices,
  records: Records,
  flag: Flag,
  text: Words,
};
