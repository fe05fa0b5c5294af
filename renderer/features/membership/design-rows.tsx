import type { ReactNode } from 'react';
import { givenBackBp } from '#shared/features/membership/membership-design.rules.ts';
import { EditRows, type EditOf } from '#renderer/components/edit-rows.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { placeOfBenefit, type TypedDesign } from './design-typed.ts';
import classes from './membership.module.css';

export type DesignEdit = EditOf<TypedDesign>;

/** 等级 with what each gives back in points. */
export function TierRows({ typed, onChange, problem, readOnly }: DesignEdit): ReactNode {
  const { t } = useTexts();
  const { tiers, pointFen } = typed;
  return (
    <EditRows
      label={t('membership.design.tiers')}
      className={classes.table}
      columns={[
        { kind: 'text', name: 'name', maxLength: 30, title: t('membership.design.tierName') },
        { kind: 'money', name: 'fromFen', title: t('membership.design.tierFrom') },
        { kind: 'money', name: 'keepFen', title: t('membership.design.tierKeep') },
        { kind: 'number', name: 'graceMonths', title: t('membership.design.tierGrace') },
        { kind: 'number', name: 'pointsPer100', title: t('membership.design.tierPoints') },
        { kind: 'percent', name: 'labourDiscountBp', title: t('membership.design.tierDiscount') },
        {
          kind: 'told',
          title: t('membership.design.givenBack'),
          text: ({ pointsPer100 }) =>
            pointsPer100 === null || pointFen === null
              ? ''
              : `${givenBackBp({ pointsPer100 }, { pointFen }) / 100}%`,
        },
      ]}
      rows={tiers}
      onRows={(rows) => onChange({ ...typed, tiers: rows })}
      fresh={() => ({
        name: '',
        fromFen: null,
        keepFen: null,
        graceMonths: 0,
        pointsPer100: null,
        labourDiscountBp: 0,
      })}
      onRemove={(gone) =>
        onChange({
          ...typed,
          tiers: tiers.filter((_tier, at) => at !== gone),
          benefits: typed.benefits
            .filter(({ tier }) => tier !== gone)
            .map((one) => (one.tier > gone ? { ...one, tier: one.tier - 1 } : one)),
        })
      }
      place={(at) => `tiers.${at}`}
      problem={problem}
      add={t('membership.design.addTier')}
      remove={(at) => t('membership.design.removeTier', { at })}
      readOnly={readOnly}
    />
  );
}

/** 等级权益 with what each is worth and costs. */
export function BenefitRows({ typed, onChange, problem, readOnly }: DesignEdit): ReactNode {
  const { t } = useTexts();
  const { benefits, tiers } = typed;
  return (
    <EditRows
      label={t('membership.design.benefits')}
      className={classes.table}
      columns={[
        {
          kind: 'choice',
          name: 'tier',
          title: t('membership.design.benefitTier'),
          options: tiers.map(({ name }) => name),
        },
        { kind: 'text', name: 'name', maxLength: 30, title: t('membership.design.benefitName') },
        { kind: 'number', name: 'perYear', title: t('membership.design.benefitPerYear') },
        { kind: 'money', name: 'worthFen', title: t('membership.design.benefitWorth') },
        { kind: 'money', name: 'costFen', title: t('membership.design.benefitCost') },
      ]}
      rows={benefits}
      onRows={(rows) => onChange({ ...typed, benefits: rows })}
      fresh={() => ({
        tier: Math.max(0, tiers.length - 1),
        name: '',
        perYear: 1,
        worthFen: null,
        costFen: null,
      })}
      place={(at) => placeOfBenefit(typed, at)}
      problem={problem}
      none={t('membership.design.noBenefits')}
      add={t('membership.design.addBenefit')}
      remove={(at) => t('membership.design.removeBenefit', { at })}
      readOnly={readOnly}
    />
  );
}

/** 充值赠送 by what is paid at once. */
export function TopUpRows({ typed, onChange, problem, readOnly }: DesignEdit): ReactNode {
  const { t } = useTexts();
  return (
    <EditRows
      label={t('membership.design.topUps')}
      className={classes.table}
      columns={[
        { kind: 'money', name: 'fromFen', title: t('membership.design.topUpFrom') },
        { kind: 'percent', name: 'bonusBp', title: t('membership.design.topUpBonus') },
      ]}
      rows={typed.topUps}
      onRows={(topUps) => onChange({ ...typed, topUps })}
      fresh={() => ({ fromFen: null, bonusBp: null })}
      place={(at) => `topUps.${at}`}
      problem={problem}
      none={t('membership.design.noTopUps')}
      add={t('membership.design.addTopUp')}
      remove={(at) => t('membership.design.removeTopUp', { at })}
      readOnly={readOnly}
    />
  );
}
