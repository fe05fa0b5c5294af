import { NativeSelect, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { SharePart } from './pay-head.tsx';
import { CoefficientRows, StepRows, type EditProps } from './pay-lines.tsx';
import { PayPart } from './pay-part.tsx';

/** What depends on what is done: steps, shares, coefficient. */
export function VariablePart(props: EditProps): ReactNode {
  const { typed, onChange, readOnly } = props;
  const { t } = useTexts();
  return (
    <>
      <PayPart title={t('pay.steps')}>
        {readOnly ? (
          <Text size="sm">{t(`pay.stepKinds.${typed.stepKind}`)}</Text>
        ) : (
          <NativeSelect
            aria-label={t('pay.stepKind')}
            value={typed.stepKind}
            onChange={(event) =>
              onChange({ ...typed, stepKind: event.currentTarget.value === 'above' ? 'above' : 'all' })
            }
            data={(['all', 'above'] as const).map((value) => ({
              value,
              label: t(`pay.stepKinds.${value}`),
            }))}
            maw={420}
            mb={4}
          />
        )}
        <StepRows {...props} />
      </PayPart>
      <SharePart {...props} />
      <PayPart title={t('pay.coefficients')}>
        <CoefficientRows {...props} />
        {typed.coefficients.length > 0 ? (
          <NativeSelect
            label={t('pay.coefficientOn')}
            disabled={readOnly}
            value={typed.coefficientOn}
            onChange={(event) =>
              onChange({
                ...typed,
                coefficientOn: event.currentTarget.value === 'variable' ? 'variable' : 'commission',
              })
            }
            data={(['commission', 'variable'] as const).map((value) => ({
              value,
              label: t(`pay.coefficientOns.${value}`),
            }))}
            maw={280}
          />
        ) : null}
      </PayPart>
    </>
  );
}
