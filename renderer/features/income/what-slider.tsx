import { ActionIcon, Badge, Slider, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconRestore } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Figure } from '#shared/features/income/income-rates.rules.ts';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './income.module.css';

/** A figure that can be played with: slider and number, where it comes from, and the way back to the own one. */
export function WhatSlider(props: {
  readonly name: string;
  readonly figure: Figure;
  readonly kind: 'money' | 'rate' | 'units';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** How the own figure comes about; shown while it is in use. */
  readonly hint?: string;
  /** Shown whatever is in use. */
  readonly always?: string;
  /** Badge of the own figure; 近三个月 by default, null: none. */
  readonly own?: string | null;
  /** null: back to the own figure. */
  readonly onChange: (value: number | null) => void;
}): ReactNode {
  const { name, figure, kind, min, max, step, hint, always, own, onChange } = props;
  const { t } = useTexts();
  const value = figure.source === 'missing' ? null : figure.value;
  const limited = (given: number | null): void =>
    onChange(given === null ? null : Math.min(limitOf[kind], Math.max(min, given)));
  const input = { 'aria-label': name, value, onChange: limited };
  return (
    <div className={classes.what} role="group" aria-label={name}>
      <div className={classes.name}>
        <Text size="sm">{name}</Text>
        <Source figure={figure} own={own === undefined ? t('income.ownData') : own} />
        {figure.source === 'assumed' ? (
          <Tooltip label={t('income.backToOwn', { name })}>
            <ActionIcon
              size={22}
              variant="subtle"
              aria-label={t('income.backToOwn', { name })}
              onClick={() => onChange(null)}
            >
              <IconRestore size={14} />
            </ActionIcon>
          </Tooltip>
        ) : (
          <span />
        )}
      </div>
      <Slider
        size="sm"
        min={min}
        max={Math.max(max, value ?? 0)}
        step={step}
        label={null}
        value={value ?? min}
        onChange={limited}
        thumbLabel={name}
      />
      {kind === 'money' ? (
        <MoneyField {...input} />
      ) : (
        <NumberField {...input} {...(kind === 'rate' ? { scale: 2, unit: '%' } : {})} />
      )}
      {always ? (
        <Text size="xs" c="dimmed" className={classes.hint}>
          {always}
        </Text>
      ) : null}
      {figure.source === 'missing' ? (
        <Text size="xs" className={classes.hint} c="var(--mantine-color-error)">
          {t(`income.missing.${figure.reason}`)}
        </Text>
      ) : figure.source !== 'assumed' && hint ? (
        <Text size="xs" c="dimmed" className={`figures ${classes.hint}`}>
          {hint}
        </Text>
      ) : null}
    </div>
  );
}

/** Greatest that the contract takes: fen, basis points, units. */
const limitOf = { money: 1_000_000_000, rate: 100_000, units: 10_000 } as const;

function Source({ figure, own }: { readonly figure: Figure; readonly own: string | null }): ReactNode {
  const { t } = useTexts();
  if (figure.source === 'store')
    return (
      <Badge color="blue" variant="light">
        {t('income.storeData')}
      </Badge>
    );
  if (figure.source === 'data')
    return own === null ? null : (
      <Badge color="gray" variant="light">
        {own}
      </Badge>
    );
  const isMissing = figure.source === 'missing';
  return (
    <Badge
      color={isMissing ? 'red' : 'orange'}
      leftSection={isMissing ? <IconAlertTriangle size={12} aria-hidden /> : undefined}
    >
      {t(isMissing ? 'income.missingShort' : 'income.assumed')}
    </Badge>
  );
}
