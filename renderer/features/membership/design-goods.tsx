import { Button, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { goodsKinds, type DesignContent } from '#shared/features/membership/membership.content.ts';
import { givenOf, givenOfMargin } from '#shared/features/membership/membership-design.rules.ts';
import type { KnownMargins } from '#shared/features/simulation/simulation.contract.ts';
import { rateText } from '#shared/text/pay-line.ts';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { DesignEdit } from './design-rows.tsx';
import { DesignTable } from './design-table.tsx';
import classes from './membership.module.css';

/** Where a margin of the store's own figures comes from. */
const sourceOf = {
  labour: 'knownService',
  parts: 'knownParts',
  other: 'knownService',
  vehicle: 'knownVehicles',
} as const;

/** 按内容 what each kind of goods earns, its margin as the store states it, and the most that may be given back of margin. */
export function GoodsRows({
  typed,
  onChange,
  problem,
  readOnly,
  known,
}: DesignEdit & { readonly known: KnownMargins | undefined }): ReactNode {
  const { t } = useTexts();
  const { goods } = typed;
  const knownOf = {
    labour: known?.service ?? undefined,
    parts: known?.parts ?? undefined,
    other: known?.service ?? undefined,
    vehicle: known?.vehicle ?? undefined,
  };
  return (
    <>
      <DesignTable
        label={t('membership.design.goods')}
        hint={t('membership.design.goodsHint')}
        heads={[
          t('membership.design.goodsKind'),
          t('membership.design.goodsPoints'),
          t('membership.design.goodsMargin'),
          '',
        ]}
      >
        {goodsKinds.map((kind) => {
          const field = (name: 'pointsBp' | 'marginBp'): ReactNode => (
            <NumberField
              aria-label={`${t(`membership.goods.${kind}`)} ${t(
                name === 'pointsBp' ? 'membership.design.goodsPoints' : 'membership.design.goodsMargin',
              )}`}
              scale={2}
              unit="%"
              value={goods[kind][name]}
              readOnly={readOnly}
              error={problem(`goods.${kind}.${name}`)}
              onChange={(value) =>
                onChange({ ...typed, goods: { ...goods, [kind]: { ...goods[kind], [name]: value } } })
              }
            />
          );
          const own = knownOf[kind];
          return (
            <Table.Tr key={kind}>
              <Table.Td lh="30px">{t(`membership.goods.${kind}`)}</Table.Td>
              <Table.Td w={120}>{field('pointsBp')}</Table.Td>
              <Table.Td w={120}>{field('marginBp')}</Table.Td>
              <Table.Td>
                {own ? (
                  <Group gap="xs" wrap="nowrap">
                    <Text size="xs" c="dimmed">
                      {t('membership.design.knownMargin', {
                        percent: rateText(own.bp),
                        source: t(`membership.design.${sourceOf[kind]}`, { count: own.count }),
                      })}
                    </Text>
                    {readOnly || goods[kind].marginBp === own.bp ? null : (
                      <Button
                        size="compact-sm"
                        variant="default"
                        onClick={() =>
                          onChange({
                            ...typed,
                            goods: { ...goods, [kind]: { ...goods[kind], marginBp: own.bp } },
                          })
                        }
                      >
                        {t('membership.design.takeMargin')}
                      </Button>
                    )}
                  </Group>
                ) : null}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </DesignTable>
      <div className={classes.limit}>
        <NumberField
          label={t('membership.design.marginLimit')}
          description={t('membership.design.marginLimitHint')}
          scale={2}
          unit="%"
          value={typed.marginLimitBp}
          readOnly={readOnly}
          error={problem('marginLimitBp')}
          onChange={(value) => onChange({ ...typed, marginLimitBp: value })}
        />
      </div>
    </>
  );
}

/** What each tier gives back of what is sold, of its price and of its margin. */
export function GivenTable({ content }: { readonly content: DesignContent }): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <Text size="sm" fw={500} mt="sm">
        {t('membership.design.givenTitle')}
      </Text>
      <Table verticalSpacing={3} w="auto" aria-label={t('membership.design.givenTitle')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('membership.design.tierName')}</Table.Th>
            {goodsKinds.map((kind) => (
              <Table.Th key={kind} scope="col" ta="right">
                {t(`membership.goods.${kind}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {content.tiers.map((tier) => (
            <Table.Tr key={tier.name}>
              <Table.Td>{tier.name}</Table.Td>
              {goodsKinds.map((kind) => {
                const ofMargin = givenOfMargin(tier, content, kind);
                return (
                  <Table.Td key={kind} ta="right" className="figures">
                    {rateText(Math.round(givenOf(tier, content, kind)))}
                    {ofMargin === null ? '' : `; ${rateText(Math.round(ofMargin))}`}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {t('membership.design.givenRule')}
      </Text>
    </>
  );
}
