import { Text, Tooltip } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { isMasked, type Field } from '#shared/kernel/field.ts';
import type { Labels } from '#shared/rpc/record.contract.ts';
import { useTexts, type ScreenTexts } from '#renderer/hooks/use-texts.ts';
import { numberShown, scaleOf, unitOf } from './typing.ts';
import classes from './field-value.module.css';

export type ShownValue = string | number | boolean | null | undefined;

/** A value as plain text in the person's language; '' for nothing. */
export function valueText(
  texts: ScreenTexts,
  at: { readonly feature: string; readonly name: string; readonly field: Field; readonly labels: Labels },
  value: ShownValue,
): string {
  const { feature, name, field, labels } = at;
  if (value === null || value === undefined || value === '') return '';
  switch (field.kind) {
    case 'money':
      return texts.money(Number(value));
    case 'integer': {
      const unit = unitOf(name);
      return `${numberShown(Number(value), scaleOf(name), true)}${unit ? ` ${unit}` : ''}`;
    }
    case 'day':
      return texts.day(String(value));
    case 'month':
      // A filter may ask for a part of one.
      return /^\d{4}-\d{2}$/u.test(String(value)) ? texts.month(String(value)) : String(value);
    case 'instant':
      return texts.instant(String(value));
    case 'choice':
      return texts.choice(feature, name, String(value));
    case 'reference':
      return labels[field.refers ?? '']?.[String(value)] ?? '';
    case 'flag':
      return texts.t(value === true ? 'common.yes' : 'common.no');
    default:
      return String(value);
  }
}

/** Colours that go with the word of a state; the word says it, the dot only helps the eye. */
const tones: Readonly<Record<string, string>> = {
  open: 'orange',
  waiting: 'orange',
  new: 'blue',
  following: 'blue',
  testDrive: 'blue',
  allocated: 'blue',
  working: 'blue',
  reserved: 'blue',
  inTransit: 'blue',
  inStock: 'green',
  inUse: 'green',
  delivered: 'green',
  done: 'green',
  handedOver: 'green',
  won: 'green',
  in: 'green',
  out: 'orange',
  lost: 'gray',
  cancelled: 'gray',
  sold: 'gray',
  returned: 'gray',
  scrapped: 'gray',
  transferred: 'gray',
};

/** A value as it stands in a list or a history: money and numbers in columns, plates and VIN monospaced, states with a dot. */
export function FieldValue(props: {
  readonly feature: string;
  readonly name: string;
  readonly field: Field;
  readonly value: ShownValue;
  readonly labels?: Labels;
}): ReactNode {
  const { feature, name, field, value, labels = {} } = props;
  const texts = useTexts();
  const text = valueText(texts, { feature, name, field, labels }, value);
  if (text === '') return null;
  const tone = field.kind === 'choice' && /state|direction/iu.test(name) ? tones[String(value)] : undefined;
  if (tone)
    return (
      <span className={classes.state}>
        <span className={classes.dot} style={{ background: `var(--mantine-color-${tone}-6)` }} aria-hidden />
        {text}
      </span>
    );
  if (isMasked(value))
    return (
      <Tooltip label={texts.t('list.hidden')}>
        <Text span inherit c="dimmed" className={classes.code}>
          {text} <IconEyeOff size={12} aria-hidden />
        </Text>
      </Tooltip>
    );
  if (field.kind === 'plate' || field.kind === 'vin') return <span className={classes.code}>{text}</span>;
  if (field.kind === 'phone') return <span className={classes.figures}>{text}</span>;
  return text;
}
