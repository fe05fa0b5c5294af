import { ActionIcon, Button, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { givenBackBp } from '#shared/features/membership/membership-design.rules.ts';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { placeOfBenefit, type TypedDesign } from './design-typed.ts';
import classes from './membership.module.css';

export type DesignEdit = {
  readonly typed: TypedDesign;
  readonly onChange: (typed: TypedDesign) => void;
  /** The sentence beside a field of the content; undefined: nothing is wrong. */
  readonly problem: (field: string) => string | undefined;
  readonly readOnly: boolean;
};

const changedAt = <Row,>(rows: readonly Row[], at: number, part: Partial<Row>): Row[] =>
  rows.map((row, place) => (place === at ? { ...row, ...part } : row));

/** A table whose rows are added and taken away. */
function Rows(props: {
  readonly label: string;
  readonly titles: readonly string[];
  readonly cells: readonly (readonly ReactNode[])[];
  readonly none: string;
  readonly add: string;
  readonly remove: (at: number) => string;
  readonly onAdd: () => void;
  readonly onRemove: (at: number) => void;
  readonly readOnly: boolean;
}): ReactNode {
  const { label, titles, cells, none, add, remove, onAdd, onRemove, readOnly } = props;
  return (
    <div>
      {cells.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <Table className={classes.table} withRowBorders={false} verticalSpacing={3} aria-label={label}>
          <Table.Thead>
            <Table.Tr>
              {titles.map((title) => (
                <Table.Th key={title} scope="col">
                  {title}
                </Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cells.map((own, at) => (
              <Table.Tr key={at}>
                {own.map((cell, place) => (
                  <Table.Td key={titles[place]}>{cell}</Table.Td>
                ))}
                <Table.Td>
                  {readOnly ? null : (
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={remove(at + 1)}
                      onClick={() => onRemove(at)}
                    >
                      <IconTrash size={15} />
                    </ActionIcon>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {readOnly ? null : (
        <Button
          size="compact-sm"
          variant="light"
          mt={4}
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={onAdd}
        >
          {add}
        </Button>
      )}
    </div>
  );
}

/** 等级 with what each gives back in points. */
export function TierRows({ typed, onChange, problem, readOnly }: DesignEdit): ReactNode {
  const { t } = useTexts();
  const { tiers, pointFen } = typed;
  const set = (at: number, part: Partial<(typeof tiers)[number]>): void =>
    onChange({ ...typed, tiers: changedAt(tiers, at, part) });
  const titles = ['tierName', 'tierFrom', 'tierPoints', 'tierDiscount', 'givenBack'] as const;
  return (
    <Rows
      label={t('membership.design.tiers')}
      titles={titles.map((name) => t(`membership.design.${name}`))}
      none=""
      add={t('membership.design.addTier')}
      remove={(at) => t('membership.design.removeTier', { at })}
      readOnly={readOnly}
      onAdd={() =>
        onChange({
          ...typed,
          tiers: [...tiers, { name: '', fromFen: null, pointsPer100: null, labourDiscountBp: 0 }],
        })
      }
      onRemove={(gone) =>
        onChange({
          ...typed,
          tiers: tiers.filter((_tier, at) => at !== gone),
          benefits: typed.benefits
            .filter(({ tier }) => tier !== gone)
            .map((one) => (one.tier > gone ? { ...one, tier: one.tier - 1 } : one)),
        })
      }
      cells={tiers.map((tier, at) => [
        <TextInput
          key="name"
          aria-label={`${t('membership.design.tierName')} ${at + 1}`}
          value={tier.name}
          maxLength={30}
          readOnly={readOnly}
          error={problem(`tiers.${at}.name`)}
          onChange={(event) => set(at, { name: event.currentTarget.value })}
        />,
        <MoneyField
          key="from"
          aria-label={`${t('membership.design.tierFrom')} ${at + 1}`}
          value={tier.fromFen}
          readOnly={readOnly}
          error={problem(`tiers.${at}.fromFen`)}
          onChange={(fromFen) => set(at, { fromFen })}
        />,
        <NumberField
          key="points"
          aria-label={`${t('membership.design.tierPoints')} ${at + 1}`}
          value={tier.pointsPer100}
          readOnly={readOnly}
          error={problem(`tiers.${at}.pointsPer100`)}
          onChange={(pointsPer100) => set(at, { pointsPer100 })}
        />,
        <NumberField
          key="discount"
          aria-label={`${t('membership.design.tierDiscount')} ${at + 1}`}
          scale={2}
          unit="%"
          value={tier.labourDiscountBp}
          readOnly={readOnly}
          error={problem(`tiers.${at}.labourDiscountBp`)}
          onChange={(labourDiscountBp) => set(at, { labourDiscountBp })}
        />,
        <Text key="back" size="sm" className="figures">
          {tier.pointsPer100 === null || pointFen === null
            ? ''
            : `${givenBackBp({ pointsPer100: tier.pointsPer100 }, { pointFen }) / 100}%`}
        </Text>,
      ])}
    />
  );
}

/** 等级权益 with what each is worth and costs. */
export function BenefitRows({ typed, onChange, problem, readOnly }: DesignEdit): ReactNode {
  const { t } = useTexts();
  const { benefits, tiers } = typed;
  const set = (at: number, part: Partial<(typeof benefits)[number]>): void =>
    onChange({ ...typed, benefits: changedAt(benefits, at, part) });
  const titles = ['benefitTier', 'benefitName', 'benefitPerYear', 'benefitWorth', 'benefitCost'] as const;
  return (
    <Rows
      label={t('membership.design.benefits')}
      titles={titles.map((name) => t(`membership.design.${name}`))}
      none={t('membership.design.noBenefits')}
      add={t('membership.design.addBenefit')}
      remove={(at) => t('membership.design.removeBenefit', { at })}
      readOnly={readOnly}
      onAdd={() =>
        onChange({
          ...typed,
          benefits: [
            ...benefits,
            { tier: Math.max(0, tiers.length - 1), name: '', perYear: 1, worthFen: null, costFen: null },
          ],
        })
      }
      onRemove={(gone) => onChange({ ...typed, benefits: benefits.filter((_one, at) => at !== gone) })}
      cells={benefits.map((benefit, at) => {
        const place = placeOfBenefit(typed, at);
        return [
          <NativeSelect
            key="tier"
            aria-label={`${t('membership.design.benefitTier')} ${at + 1}`}
            value={String(benefit.tier)}
            disabled={readOnly}
            data={tiers.map(({ name }, value) => ({ value: String(value), label: name }))}
            onChange={(event) => set(at, { tier: Number(event.currentTarget.value) })}
          />,
          <TextInput
            key="name"
            aria-label={`${t('membership.design.benefitName')} ${at + 1}`}
            value={benefit.name}
            maxLength={30}
            readOnly={readOnly}
            error={problem(`${place}.name`)}
            onChange={(event) => set(at, { name: event.currentTarget.value })}
          />,
          <NumberField
            key="times"
            aria-label={`${t('membership.design.benefitPerYear')} ${at + 1}`}
            value={benefit.perYear}
            readOnly={readOnly}
            error={problem(`${place}.perYear`)}
            onChange={(perYear) => set(at, { perYear })}
          />,
          <MoneyField
            key="worth"
            aria-label={`${t('membership.design.benefitWorth')} ${at + 1}`}
            value={benefit.worthFen}
            readOnly={readOnly}
            error={problem(`${place}.worthFen`)}
            onChange={(worthFen) => set(at, { worthFen })}
          />,
          <MoneyField
            key="cost"
            aria-label={`${t('membership.design.benefitCost')} ${at + 1}`}
            value={benefit.costFen}
            readOnly={readOnly}
            error={problem(`${place}.costFen`)}
            onChange={(costFen) => set(at, { costFen })}
          />,
        ];
      })}
    />
  );
}

/** 充值赠送 by what is paid at once. */
export function TopUpRows({ typed, onChange, problem, readOnly }: DesignEdit): ReactNode {
  const { t } = useTexts();
  const { topUps } = typed;
  const set = (at: number, part: Partial<(typeof topUps)[number]>): void =>
    onChange({ ...typed, topUps: changedAt(topUps, at, part) });
  return (
    <Rows
      label={t('membership.design.topUps')}
      titles={[t('membership.design.topUpFrom'), t('membership.design.topUpBonus')]}
      none={t('membership.design.noTopUps')}
      add={t('membership.design.addTopUp')}
      remove={(at) => t('membership.design.removeTopUp', { at })}
      readOnly={readOnly}
      onAdd={() => onChange({ ...typed, topUps: [...topUps, { fromFen: null, bonusBp: null }] })}
      onRemove={(gone) => onChange({ ...typed, topUps: topUps.filter((_one, at) => at !== gone) })}
      cells={topUps.map((step, at) => [
        <MoneyField
          key="from"
          aria-label={`${t('membership.design.topUpFrom')} ${at + 1}`}
          value={step.fromFen}
          readOnly={readOnly}
          error={problem(`topUps.${at}.fromFen`)}
          onChange={(fromFen) => set(at, { fromFen })}
        />,
        <NumberField
          key="bonus"
          aria-label={`${t('membership.design.topUpBonus')} ${at + 1}`}
          scale={2}
          unit="%"
          value={step.bonusBp}
          readOnly={readOnly}
          error={problem(`topUps.${at}.bonusBp`)}
          onChange={(bonusBp) => set(at, { bonusBp })}
        />,
      ])}
    />
  );
}
