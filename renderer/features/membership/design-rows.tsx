import type { ReactNode } from 'react';
import { givenBackBp } from '#shared/features/membership/membership-design.rules.ts';
import { rateText } from '#shared/text/pay-line.ts';
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
        priceFen: 0,
        priceMonths: 12,
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

/** 在售套餐 with what each saves against buying singly. */
export function PackageRows({ typed, onChange, problem, readOnly }: DesignEdit): ReactNode {
  const { t } = useTexts();
  return (
    <EditRows
      label={t('membership.design.packages')}
      className={classes.table}
      columns={[
        { kind: 'text', name: 'name', maxLength: 30, title: t('membership.design.packageName') },
        { kind: 'number', name: 'times', title: t('membership.design.packageTimes') },
        { kind: 'money', name: 'priceFen', title: t('membership.design.packagePrice') },
        { kind: 'money', name: 'unitFen', title: t('membership.design.packageUnit') },
        { kind: 'number', name: 'months', title: t('membership.design.packageMonths') },
        {
          kind: 'told',
          title: t('membership.design.packageLess'),
          text: ({ times, priceFen, unitFen }) =>
            times === null || priceFen === null || unitFen === null || times * unitFen === 0
              ? ''
              : rateText(Math.round(10_000 - (priceFen * 10_000) / (times * unitFen))),
        },
      ]}
      rows={typed.packages}
      onRows={(packages) => onChange({ ...typed, packages })}
      fresh={() => ({ name: '', times: null, priceFen: null, unitFen: null, months: 12 })}
      place={(at) => `packages.${at}`}
      problem={problem}
      none={t('membership.design.noPackages')}
      add={t('membership.design.addPackage')}
      remove={(at) => t('membership.design.removePackage', { at })}
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
