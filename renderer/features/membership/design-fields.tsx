import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FeeRows } from './design-fees.tsx';
import { GivenTable, GoodsRows } from './design-goods.tsx';
import { BenefitRows, PackageRows, TierRows, TopUpRows, type DesignEdit } from './design-rows.tsx';
import { readTyped } from './design-typed.ts';
import { useKnownMargins } from './membership.queries.ts';
import classes from './membership.module.css';

/** Everything that a membership design says, part by part; of an edition and of a draft. */
export function DesignFields(edit: DesignEdit): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const known = useKnownMargins(may('simulation.use')).data;
  const { content } = readTyped(edit.typed);
  return (
    <Stack gap="sm">
      <DesignPart title={t('membership.design.tiers')}>
        <TierRows {...edit} />
        <Text size="xs" c="dimmed" mt={4}>
          {t('membership.design.keepHint')}
        </Text>
      </DesignPart>
      <DesignPart title={t('membership.design.benefits')}>
        <BenefitRows {...edit} />
      </DesignPart>
      <DesignPart title={t('membership.design.fees')}>
        <FeeRows {...edit} />
      </DesignPart>
      <DesignPart title={t('membership.design.packages')}>
        <PackageRows {...edit} />
      </DesignPart>
      <DesignPart title={t('membership.design.topUps')}>
        <TopUpRows {...edit} />
      </DesignPart>
      <DesignPart title={t('membership.design.goods')}>
        <GoodsRows {...edit} known={known} />
        {content ? <GivenTable content={content} /> : null}
      </DesignPart>
      <DesignPart title={t('membership.design.values')}>
        <Values {...edit} />
      </DesignPart>
    </Stack>
  );
}

export function DesignPart(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={`sheet ${classes.part}`} aria-label={props.title}>
      <Title order={2} size="h4" mb={4}>
        {props.title}
      </Title>
      {props.children}
    </section>
  );
}

function Values({ typed, onChange, problem, readOnly }: DesignEdit): ReactNode {
  const { t } = useTexts();
  const field = (name: 'pointsMonths' | 'bonusMonths' | 'managerAbovePoints'): ReactNode => (
    <NumberField
      label={t(`membership.design.${name}`)}
      value={typed[name]}
      readOnly={readOnly}
      error={problem(name)}
      onChange={(value) => onChange({ ...typed, [name]: value })}
    />
  );
  const money = (name: 'pointFen' | 'managerAboveFen'): ReactNode => (
    <MoneyField
      label={t(`membership.design.${name}`)}
      value={typed[name]}
      readOnly={readOnly}
      error={problem(name)}
      onChange={(value) => onChange({ ...typed, [name]: value })}
    />
  );
  return (
    <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
      {money('pointFen')}
      {field('pointsMonths')}
      {field('bonusMonths')}
      {money('managerAboveFen')}
      {field('managerAbovePoints')}
    </SimpleGrid>
  );
}
