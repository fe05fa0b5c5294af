import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { GapAnalysis, Split } from '#shared/features/gap/gap.contract.ts';
import { useIndicatorTexts } from '#renderer/features/indicator/use-indicator-texts.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { isWorse, signed } from './gap-figures.tsx';
import classes from './gap.module.css';

/** 差异从哪来: every split with its parts, which add up to the difference. */
export function GapDrivers({ analysis }: { readonly analysis: GapAnalysis }): ReactNode {
  const { t } = useTexts();
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('gap.drivers')}>
      <Text component="h2" fw={600}>
        {t('gap.drivers')}
      </Text>
      {analysis.splits.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('gap.noDrivers')}
        </Text>
      ) : (
        <Text size="xs" c="dimmed">
          {t('gap.driversHint')}
        </Text>
      )}
      {analysis.splits.map((split) => (
        <OneSplit key={`${split.kind} ${split.base}`} split={split} analysis={analysis} />
      ))}
    </section>
  );
}

function OneSplit(props: { readonly split: Split; readonly analysis: GapAnalysis }): ReactNode {
  const { split, analysis } = props;
  const { t } = useTexts();
  const texts = useIndicatorTexts();
  const { definition } = analysis;
  const largest = Math.max(1, ...split.drivers.map(({ amount }) => Math.abs(amount)));
  const nameOf = (key: string, at: number): string => {
    if (key === 'volume' || key === 'mix' || key === 'price') return t(`gap.names.${key}`);
    const before = split.drivers[at - 1];
    if (!before) return t('gap.first', { name: texts.name(key) });
    const isMoney = texts.definitions.get(key)?.unit === 'fen';
    return t(isMoney ? 'gap.revenuePer' : 'gap.perStep', {
      before: texts.name(before.key),
      name: texts.name(key),
    });
  };
  const title = `${t(`gap.splits.${split.kind}`)} · ${t(`gap.against.${split.base}`)}`;
  return (
    <>
      <Text component="h3" fw={600} size="sm" mt={8}>
        {title}
      </Text>
      <Table fz="sm" verticalSpacing={2} aria-label={title}>
        <Table.Tbody className="figures">
          {split.drivers.map(({ key, amount }, at) => (
            <Table.Tr key={key}>
              <Table.Td>{nameOf(key, at)}</Table.Td>
              <Table.Td w="34%" aria-hidden>
                <div
                  className={classes.bar}
                  data-worse={isWorse(amount, analysis) || undefined}
                  style={{ width: `${(Math.abs(amount) / largest) * 100}%` }}
                />
              </Table.Td>
              <Table.Td ta="right">{signed(amount, texts.figure(amount, definition))}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th colSpan={2}>{t('gap.total')}</Table.Th>
            <Table.Th ta="right">
              {signed(split.difference, texts.figure(split.difference, definition))}
            </Table.Th>
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </>
  );
}
