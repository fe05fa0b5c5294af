import { NativeSelect, SimpleGrid, Text } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import type { ReactNode } from 'react';
import { payUnits, shareKindsOf } from '#shared/features/pay/pay.content.ts';
import { monthPattern } from '#shared/kernel/day.ts';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import columns from '#renderer/components/two-columns.module.css';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { EditProps } from './pay-lines.tsx';
import { PayPart } from './pay-part.tsx';

/** Post, months and what every month begins with; what is counted, and whose. */
export function HeadPart(
  props: EditProps & { readonly postName: string | undefined; readonly isNew: boolean },
): ReactNode {
  const { typed, onChange, problem, readOnly, postName, isNew } = props;
  const { t, language } = useTexts();
  const isFixed = typed.unit === 'fixed';
  const month = (name: 'fromMonth' | 'toMonth', required: boolean): ReactNode => (
    <MonthPickerInput
      label={t(name === 'fromMonth' ? 'pay.from' : 'pay.to')}
      value={typed[name] === null ? null : `${typed[name]}-01`}
      onChange={(day) => onChange({ ...typed, [name]: day === null ? null : day.slice(0, 7) })}
      valueFormat={monthPattern[language]}
      placeholder={required ? undefined : t('pay.noEnd')}
      clearable={!required && !readOnly}
      clearButtonProps={{ 'aria-label': t('common.clear') }}
      readOnly={readOnly}
      required={required}
      error={problem(name)}
      size="xs"
    />
  );
  return (
    <section className={`sheet ${columns.part}`}>
      <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        <ReferenceField
          feature="post"
          label={t('pay.post')}
          required
          readOnly={readOnly || !isNew}
          {...(postName === undefined ? {} : { name: postName })}
          value={typed.postId}
          error={problem('postId')}
          onChange={(postId) => onChange({ ...typed, postId })}
        />
        {month('fromMonth', true)}
        {month('toMonth', false)}
        <MoneyField
          label={t('pay.base')}
          required
          value={typed.baseFen}
          readOnly={readOnly}
          error={problem('baseFen')}
          onChange={(baseFen) => onChange({ ...typed, baseFen })}
        />
        {isFixed ? null : (
          <>
            <MoneyField
              label={t('pay.bonus')}
              value={typed.bonusFen}
              readOnly={readOnly}
              error={problem('bonusFen')}
              onChange={(bonusFen) => onChange({ ...typed, bonusFen })}
            />
            <MoneyField
              label={t('pay.cap')}
              value={typed.capFen}
              readOnly={readOnly}
              error={problem('capFen')}
              onChange={(capFen) => onChange({ ...typed, capFen })}
            />
          </>
        )}
        <NativeSelect
          label={t('pay.unit')}
          disabled={readOnly}
          value={typed.unit}
          onChange={(event) => {
            const unit = payUnits.find((one) => one === event.currentTarget.value);
            if (unit) onChange({ ...typed, unit });
          }}
          data={payUnits.map((value) => ({ value, label: t(`pay.units.${value}`) }))}
        />
        {isFixed ? null : (
          <NativeSelect
            label={t('pay.scope')}
            disabled={readOnly}
            value={typed.scope}
            onChange={(event) =>
              onChange({ ...typed, scope: event.currentTarget.value === 'department' ? 'department' : 'own' })
            }
            data={(['own', 'department'] as const).map((value) => ({
              value,
              label: t(`pay.scopes.${value}`),
            }))}
          />
        )}
      </SimpleGrid>
    </section>
  );
}

/** 分成 of what was earned. */
export function SharePart({ typed, onChange, problem, readOnly }: EditProps): ReactNode {
  const { t } = useTexts();
  const kinds = shareKindsOf[typed.unit];
  return (
    <PayPart title={t('pay.shares')}>
      <Text size="xs" c="dimmed" mb={4}>
        {t('pay.sharesHint')}
      </Text>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        {kinds.map((of) => (
          <NumberField
            key={of}
            label={t(`pay.shareKinds.${of}`)}
            scale={2}
            unit="%"
            value={typed.shares[of] ?? null}
            readOnly={readOnly}
            error={problem(`shares.${of}`)}
            onChange={(value) => onChange({ ...typed, shares: { ...typed.shares, [of]: value } })}
          />
        ))}
      </SimpleGrid>
    </PayPart>
  );
}
