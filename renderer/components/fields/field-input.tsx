import { Anchor, Group, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isMasked, type Field } from '#shared/kernel/field.ts';
import type { Labels } from '#shared/rpc/record.contract.ts';
import type { FormValue } from '#renderer/components/record-form/draft-store.ts';
import { warningOf } from '#renderer/components/record-form/form-values.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { DayField } from './day-field.tsx';
import type { InputProps } from './field-props.ts';
import { ReferenceField } from './reference-field.tsx';
import { InstantField, MoneyField, MonthTextField, NumberField } from './typed-field.tsx';
import { scaleOf, unitOf } from './typing.ts';
import classes from './field-input.module.css';

export type FieldInputProps = InputProps<FormValue> & {
  readonly feature: string;
  readonly name: string;
  readonly field: Field;
  readonly labels: Labels;
  /** Stands at the end of a masked field: reveals it. */
  readonly reveal?: ReactNode;
  /** In a table of lines: no label, no links. */
  readonly compact?: boolean;
};

const numeric = (value: FormValue): number | null => (typeof value === 'number' ? value : null);
const textual = (value: FormValue): string | null => (typeof value === 'string' ? value : null);

/** The input of any field, by its kind. */
export function FieldInput(props: FieldInputProps): ReactNode {
  const { feature, name, field, labels, reveal: _reveal, compact = false, value, onChange, ...rest } = props;
  const { t, choice } = useTexts();
  const { onProblem: _problem, ...plain } = rest;
  switch (field.kind) {
    case 'money':
      return <MoneyField {...rest} value={numeric(value)} onChange={onChange} />;
    case 'integer':
      return (
        <NumberField
          {...rest}
          value={numeric(value)}
          onChange={onChange}
          scale={scaleOf(name)}
          unit={unitOf(name)}
        />
      );
    case 'day':
      return <DayField {...rest} value={textual(value)} onChange={onChange} />;
    case 'month':
      return <MonthTextField {...rest} value={textual(value)} onChange={onChange} />;
    case 'instant':
      return <InstantField {...rest} value={textual(value)} onChange={onChange} />;
    case 'reference':
      return (
        <ReferenceField
          {...rest}
          feature={field.refers as RecordFeature} // reference fields of the tables refer to record features
          name={labels[field.refers ?? '']?.[String(value)]}
          linked={!compact}
          value={numeric(value)}
          onChange={onChange}
        />
      );
    case 'choice':
      return (
        <NativeSelect
          {...plain}
          disabled={rest.readOnly}
          value={value === null ? '' : String(value)}
          onChange={(event) => onChange(event.currentTarget.value || null)}
          data={[
            ...(field.required && value !== null ? [] : [{ value: '', label: '' }]),
            ...(field.choices ?? []).map((one) => ({ value: one, label: choice(feature, name, one) })),
          ]}
        />
      );
    case 'flag':
      return (
        <Switch
          label={rest.label}
          aria-label={rest['aria-label']}
          checked={value === true}
          disabled={rest.readOnly}
          onChange={(event) => onChange(event.currentTarget.checked)}
          onLabel={t('common.yes')}
          offLabel={t('common.no')}
        />
      );
    case 'note':
      return compact ? (
        <TextInput
          {...plain}
          value={textual(value) ?? ''}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      ) : (
        <Textarea
          {...plain}
          autosize
          minRows={1}
          maxRows={8}
          value={textual(value) ?? ''}
          onChange={(event) => onChange(event.currentTarget.value || null)}
        />
      );
    default:
      return <WordsInput {...props} />;
  }
}

/** Text, telephone, plate and VIN: typed as it comes, tidied when it is left; doubts stand below and do not block. */
function WordsInput(props: FieldInputProps): ReactNode {
  const { feature: _f, name: _n, field, labels: _l, reveal, compact: _c, value, onChange, ...rest } = props;
  const { onProblem: _problem, ...plain } = rest;
  const { t } = useTexts();
  const warning = rest.error ? undefined : warningOf(field, value);
  const masked = isMasked(value);
  const isCode = field.kind === 'plate' || field.kind === 'vin';
  return (
    <TextInput
      {...plain}
      value={textual(value) ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
      onFocus={(event) => masked && event.currentTarget.select()}
      autoComplete="off"
      spellCheck={false}
      inputMode={field.kind === 'phone' ? 'tel' : undefined}
      classNames={{ input: isCode ? classes.code : field.kind === 'phone' ? classes.figures : undefined }}
      rightSection={masked ? reveal : undefined}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        warning ? (
          <Group gap={4} component="span" className={classes.warning} wrap="wrap">
            <IconAlertTriangle size={14} aria-hidden />
            {t(
              warning.key === 'vin-check-digit'
                ? 'form.warnings.vinCheckDigit'
                : 'form.warnings.plateUnknown',
            )}
            {warning.likely.length > 0 && !rest.readOnly ? (
              <>
                {t('form.warnings.vinLikely')}
                {warning.likely.slice(0, 2).map((vin) => (
                  <Anchor
                    key={vin}
                    component="button"
                    type="button"
                    size="xs"
                    className={classes.code}
                    onClick={() => onChange(vin)}
                  >
                    {vin}
                  </Anchor>
                ))}
              </>
            ) : null}
          </Group>
        ) : (
          rest.description
        )
      }
    />
  );
}
