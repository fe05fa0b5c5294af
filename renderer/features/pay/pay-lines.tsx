import type { ReactNode } from 'react';
import { EditRows, type EditOf } from '#renderer/components/edit-rows.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { TypedPay } from './pay-typed.ts';
import classes from './pay.module.css';

export type EditProps = EditOf<TypedPay>;

/** 提成阶梯. A new step begins where the last one ends. */
export function StepRows({ typed, onChange, problem, readOnly }: EditProps): ReactNode {
  const { t } = useTexts();
  const unit = t(`pay.unitWord.${typed.unit}`);
  const last = typed.steps.at(-1);
  return (
    <EditRows
      label={t('pay.steps')}
      className={classes.rows}
      columns={[
        { kind: 'number', name: 'from', title: t('pay.stepFrom', { unit }) },
        { kind: 'number', name: 'to', title: t('pay.stepTo', { unit }) },
        { kind: 'money', name: 'amountFen', title: t('pay.stepAmount', { unit }) },
      ]}
      rows={typed.steps}
      onRows={(steps) => onChange({ ...typed, steps })}
      fresh={() => ({ from: last ? (last.to === null ? null : last.to + 1) : 1, to: null, amountFen: null })}
      place={(at) => `steps.${at}`}
      problem={problem}
      none={t('pay.noSteps')}
      add={t('pay.addStep')}
      remove={(count) => t('pay.removeStep', { count })}
      readOnly={readOnly}
    />
  );
}

/** 达成系数 by rate of the goal reached. */
export function CoefficientRows({ typed, onChange, problem, readOnly }: EditProps): ReactNode {
  const { t } = useTexts();
  const last = typed.coefficients.at(-1);
  return (
    <EditRows
      label={t('pay.coefficients')}
      className={classes.rows}
      columns={[
        { kind: 'percent', name: 'fromBasisPoints', title: t('pay.coefficientFrom') },
        { kind: 'percent', name: 'belowBasisPoints', title: t('pay.coefficientBelow') },
        { kind: 'percent', name: 'basisPoints', title: t('pay.coefficient') },
      ]}
      rows={typed.coefficients}
      onRows={(coefficients) => onChange({ ...typed, coefficients })}
      fresh={() => ({
        fromBasisPoints: last ? last.belowBasisPoints : 0,
        belowBasisPoints: null,
        basisPoints: null,
      })}
      place={(at) => `coefficients.${at}`}
      problem={problem}
      none={t('pay.noCoefficients')}
      add={t('pay.addCoefficient')}
      remove={(count) => t('pay.removeCoefficient', { count })}
      readOnly={readOnly}
    />
  );
}

/** 福利: what is paid in money counts, the rest is told. */
export function WelfareRows({ typed, onChange, problem, readOnly }: EditProps): ReactNode {
  const { t } = useTexts();
  return (
    <EditRows
      label={t('pay.welfare')}
      className={classes.rows}
      columns={[
        { kind: 'text', name: 'name', maxLength: 40, title: t('pay.welfareName') },
        { kind: 'money', name: 'amountFen', title: t('pay.welfareAmount') },
        { kind: 'switch', name: 'inCash', title: t('pay.welfareInCash') },
      ]}
      rows={typed.welfare}
      onRows={(welfare) => onChange({ ...typed, welfare })}
      fresh={() => ({ name: '', amountFen: null, inCash: true })}
      place={(at) => `welfare.${at}`}
      problem={problem}
      none={t('pay.noWelfare')}
      add={t('pay.addWelfare')}
      remove={(count) => t('pay.removeWelfare', { count })}
      readOnly={readOnly}
    />
  );
}
