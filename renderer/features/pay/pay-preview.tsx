import { SimpleGrid, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { PayContent, PayUnit, ShareKind } from '#shared/features/pay/pay.content.ts';
import { paySlip } from '#shared/features/pay/pay.rules.ts';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import columns from '#renderer/components/two-columns.module.css';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { PaySlipTable } from './pay-slip.tsx';
import classes from './pay.module.css';

/** Averages that a preview begins with, in fen: they are typed over, and belong to nobody. */
const startFen: Readonly<Record<ShareKind, number>> = {
  vehicle: 30_000_000,
  accessory: 300_000,
  insurance: 1_200_000,
  finance: 500_000,
  labour: 60_000,
  parts: 90_000,
};

/** Labour of one hour. */
const hourFen = 12_000;

/** Units and goal that a preview begins with. */
const startUnits: Readonly<Record<PayUnit, number>> = { deal: 8, visit: 90, hour: 160, fixed: 0 };

/** 工资条预览: so many units of such a size → money, each line explained. */
export function PayPreview({ content }: { readonly content: PayContent | null }): ReactNode {
  const { t } = useTexts();
  const [units, setUnits] = useState<number | null>(null);
  const [goalUnits, setGoal] = useState<number | null>(null);
  const [averages, setAverages] = useState<Partial<Record<ShareKind, number | null>>>({});
  const known = (of: ShareKind): number =>
    averages[of] ?? (content?.unit === 'hour' ? hourFen : startFen[of]);
  // What is counted in hundreds begins higher.
  const reached = units ?? startUnits[content?.unit ?? 'deal'];
  const goal = goalUnits ?? startUnits[content?.unit ?? 'deal'];
  return (
    <section className={`sheet ${columns.part} ${classes.preview}`} aria-label={t('pay.preview')}>
      <Title order={2} size="h3">
        {t('pay.preview')}
      </Title>
      {content ? (
        <>
          <Text size="xs" c="dimmed">
            {t('pay.previewHint')}
          </Text>
          <SimpleGrid cols={2} spacing="xs" verticalSpacing={4} mb="xs">
            {content.unit === 'fixed' ? null : (
              <NumberField
                label={t('pay.previewUnits', { name: t(`pay.units.${content.unit}`) })}
                value={reached}
                onChange={setUnits}
              />
            )}
            {content.coefficients.length > 0 ? (
              <NumberField label={t('pay.previewGoal')} value={goal} onChange={setGoal} />
            ) : null}
            {content.shares.map(({ of }) => (
              <MoneyField
                key={of}
                label={t('pay.previewAverage', {
                  unit: t(`pay.unitWord.${content.unit}`),
                  name: t(`pay.shareKinds.${of}`),
                })}
                value={known(of)}
                onChange={(value) => setAverages({ ...averages, [of]: value })}
              />
            ))}
          </SimpleGrid>
          <PaySlipTable
            label={t('pay.preview')}
            content={content}
            slip={paySlip(content, Math.min(10_000, Math.max(0, reached)), {
              averages: Object.fromEntries(content.shares.map(({ of }) => [of, known(of)])),
              goalUnits: goal,
            })}
          />
        </>
      ) : (
        <Text c="dimmed">{t('pay.previewWrong')}</Text>
      )}
    </section>
  );
}
