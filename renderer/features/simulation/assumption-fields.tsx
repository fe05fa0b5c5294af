import { NativeSelect, SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { againsts, bookings, joinings } from '#shared/features/simulation/simulation.content.ts';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const number = z.number().nullable();

/** Assumptions while they are typed: every number may still be empty. */
export const typedAssumptionsSchema = z.strictObject({
  months: number,
  against: z.enum(againsts),
  joining: z.enum(joinings),
  joinBp: number,
  booking: z.enum(bookings),
  sleepBp: number,
  redeemBp: number,
  redeemMostBp: number,
  benefitBp: number,
  topUpBp: number,
  topUpFen: number,
  feeBp: number.default(0),
  packageBp: number.default(0),
});
export type TypedAssumptions = z.infer<typeof typedAssumptionsSchema>;

/** 假设 what the history does not say. */
export function AssumptionFields(props: {
  readonly typed: TypedAssumptions;
  readonly onChange: (typed: TypedAssumptions) => void;
  readonly problem: (field: string) => string | undefined;
  readonly readOnly: boolean;
}): ReactNode {
  const { typed, onChange, problem, readOnly } = props;
  const { t } = useTexts();
  const set = (change: Partial<TypedAssumptions>): void => onChange({ ...typed, ...change });
  const share = (
    name:
      | 'joinBp'
      | 'sleepBp'
      | 'redeemBp'
      | 'redeemMostBp'
      | 'benefitBp'
      | 'topUpBp'
      | 'feeBp'
      | 'packageBp',
    hint?: string,
  ): ReactNode => (
    <NumberField
      label={t(`simulation.fields.${name}`)}
      description={hint}
      scale={2}
      unit="%"
      value={typed[name]}
      readOnly={readOnly}
      error={problem(name)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t('simulation.assumptionsSentence')}
      </Text>
      <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        <NumberField
          label={t('simulation.fields.months')}
          description={t('simulation.hints.months')}
          value={typed.months}
          readOnly={readOnly}
          error={problem('months')}
          onChange={(months) => set({ months })}
        />
        <NativeSelect
          label={t('simulation.fields.against')}
          value={typed.against}
          disabled={readOnly}
          data={againsts.map((value) => ({ value, label: t(`simulation.againsts.${value}`) }))}
          onChange={(event) =>
            set({ against: againsts.find((one) => one === event.currentTarget.value) ?? typed.against })
          }
        />
        <NativeSelect
          label={t('simulation.fields.booking')}
          value={typed.booking}
          disabled={readOnly}
          data={bookings.map((value) => ({ value, label: t(`simulation.bookings.${value}`) }))}
          onChange={(event) =>
            set({ booking: bookings.find((one) => one === event.currentTarget.value) ?? typed.booking })
          }
        />
        <NativeSelect
          label={t('simulation.fields.joining')}
          value={typed.joining}
          disabled={readOnly}
          data={joinings.map((value) => ({ value, label: t(`simulation.joinings.${value}`) }))}
          onChange={(event) =>
            set({ joining: joinings.find((one) => one === event.currentTarget.value) ?? typed.joining })
          }
        />
        {typed.joining === 'everybody' ? share('joinBp') : null}
        {share('sleepBp', t('simulation.hints.sleepBp'))}
        {share('redeemBp', t('simulation.hints.redeemBp'))}
        {share('redeemMostBp')}
        {share('benefitBp', t('simulation.hints.benefitBp'))}
        {share('topUpBp', t('simulation.hints.topUpBp'))}
        <MoneyField
          label={t('simulation.fields.topUpFen')}
          value={typed.topUpFen}
          readOnly={readOnly}
          error={problem('topUpFen')}
          onChange={(topUpFen) => set({ topUpFen })}
        />
        {share('feeBp', t('simulation.hints.feeBp'))}
        {share('packageBp', t('simulation.hints.packageBp'))}
      </SimpleGrid>
    </>
  );
}
