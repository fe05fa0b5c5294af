import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { DesignEdit } from './design-rows.tsx';
import { DesignTable } from './design-table.tsx';

/** 会费 what buys each tier, and for how long; the lowest is everybody's. */
export function FeeRows({ typed, onChange, problem, readOnly }: DesignEdit): ReactNode {
  const { t } = useTexts();
  const { tiers } = typed;
  const set = (at: number, change: Partial<(typeof tiers)[number]>): void =>
    onChange({ ...typed, tiers: tiers.map((tier, own) => (own === at ? { ...tier, ...change } : tier)) });
  return (
    <DesignTable
      label={t('membership.design.fees')}
      hint={t('membership.design.feesHint')}
      heads={[
        t('membership.design.tierName'),
        t('membership.design.tierPrice'),
        t('membership.design.tierMonths'),
      ]}
    >
      {tiers.map(({ name, priceFen, priceMonths }, at) =>
        at === 0 && priceFen === 0 ? null : (
          <Table.Tr key={at}>
            <Table.Td lh="30px">{name}</Table.Td>
            <Table.Td w={150}>
              <MoneyField
                aria-label={`${name} ${t('membership.design.tierPrice')}`}
                value={priceFen}
                readOnly={readOnly}
                error={problem(`tiers.${at}.priceFen`)}
                onChange={(value) => set(at, { priceFen: value })}
              />
            </Table.Td>
            <Table.Td w={150}>
              <NumberField
                aria-label={`${name} ${t('membership.design.tierMonths')}`}
                value={priceMonths}
                readOnly={readOnly}
                error={problem(`tiers.${at}.priceMonths`)}
                onChange={(value) => set(at, { priceMonths: value })}
              />
            </Table.Td>
          </Table.Tr>
        ),
      )}
    </DesignTable>
  );
}
