import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { InvestmentRow } from '#shared/features/plan/plan.content.ts';
import { cashFlow, investmentFigures, type Payback } from '#shared/features/plan/plan.rules.ts';
import { SeriesChart } from '#renderer/charts/series-chart.tsx';
import { useMonthNames } from '#renderer/features/quality/figure-words.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { RowsGrid, type GridColumn } from './rows-grid.tsx';
import { newKey } from './use-plan-part.ts';
import { rateText, type PartProps } from './part-props.ts';
import { Section } from './section.tsx';

const newInvestment = (): InvestmentRow => ({
  key: newKey(),
  name: '',
  amountFen: null,
  paidMonth: null,
  delayMonths: 1,
  incomeFen: null,
  costFen: null,
  lifeMonths: null,
});

const figure = (
  field: 'amountFen' | 'incomeFen' | 'costFen' | 'paidMonth' | 'delayMonths' | 'lifeMonths',
  title: string,
  most?: number,
): GridColumn<InvestmentRow> => ({
  id: field,
  title,
  kind: field.endsWith('Fen') ? ('money' as const) : ('count' as const),
  width: field.endsWith('Fen') ? 104 : 64,
  get: (row: InvestmentRow) => row[field],
  // A month that there is not is not taken over: the field tells what it holds.
  set: (row: InvestmentRow, value: number | null) =>
    most !== undefined && value !== null && (value < 1 || value > most) ? row : { ...row, [field]: value },
});

/** 投资战略: what is paid when, what it earns, when it is back. */
export function InvestmentPart({ view, part, editable }: PartProps<'investment'>): ReactNode {
  const { t, money } = useTexts();
  const { value, change, flush } = part;
  const names = useMonthNames(t('plan.fields.balance'));
  const { investments } = value;
  if (!editable && investments.length === 0) return null;
  const payback = (found: Payback): string =>
    found.kind === 'months'
      ? t('plan.payback.months', { count: found.months })
      : t(`plan.payback.${found.kind}`);
  const open = (fen: number | null): string => (fen === null ? '' : money(fen));
  const flow = cashFlow(investments, view.content.year, 24);
  return (
    <>
      <Section title={t('plan.sections.investments')}>
        <RowsGrid<InvestmentRow>
          label={t('plan.sections.investments')}
          editable={editable}
          rows={investments}
          onChange={(rows) => change({ ...value, investments: rows })}
          onLeave={flush}
          nameOf={({ name }) => name}
          create={{ words: t('plan.add.investment'), make: newInvestment }}
          columns={[
            {
              id: 'name',
              title: t('plan.fields.investment'),
              kind: 'text',
              max: 300,
              width: 140,
              get: (row) => row.name,
              set: (row, name) => ({ ...row, name }),
            },
            figure('amountFen', t('plan.fields.amountFen')),
            figure('paidMonth', t('plan.fields.paidMonth'), 12),
            figure('delayMonths', t('plan.fields.delayMonths'), 120),
            figure('incomeFen', t('plan.fields.incomeFen')),
            figure('costFen', t('plan.fields.costFen')),
            figure('lifeMonths', t('plan.fields.lifeMonths'), 600),
          ]}
        />
        {investments.length === 0 ? null : (
          <RowsGrid<InvestmentRow>
            label={t('plan.fields.payback')}
            editable={false}
            rows={investments}
            onChange={() => undefined}
            onLeave={flush}
            nameOf={({ name }) => name}
            columns={[
              {
                id: 'name',
                title: t('plan.fields.investment'),
                kind: 'shown',
                words: true,
                show: ({ name }) => name,
              },
              {
                id: 'net',
                title: t('plan.fields.net'),
                kind: 'shown',
                show: (row) => open(investmentFigures(row).netFen),
              },
              {
                id: 'payback',
                title: t('plan.fields.payback'),
                kind: 'shown',
                width: 90,
                show: (row) => payback(investmentFigures(row).payback),
              },
              {
                id: 'profit',
                title: t('plan.fields.profit'),
                kind: 'shown',
                show: (row) => open(investmentFigures(row).profitFen),
              },
              {
                id: 'rate',
                title: t('plan.fields.returnRate'),
                kind: 'shown',
                show: (row) => rateText(investmentFigures(row).returnBasisPoints),
              },
            ]}
          />
        )}
        <Text size="xs" c="dimmed">
          {t('plan.book.paybackNote')}
        </Text>
      </Section>
      {flow.some(({ outFen, netFen }) => outFen !== 0 || netFen !== 0) ? (
        <SeriesChart
          title={t('plan.ui.balanceChart')}
          points={flow.map(({ month, balanceFen }) => ({
            name: month.slice(2),
            value: balanceFen,
            goal: null,
          }))}
          names={names}
          format={money}
          short={(fen) => String(Math.round(fen / 1_000_000))}
        />
      ) : null}
    </>
  );
}
