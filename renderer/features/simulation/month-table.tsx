import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Run, RunMonth } from '#shared/features/simulation/simulation.content.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FigureCell } from './figure-cell.tsx';

const columns = [
  ['sales', 'salesFen'],
  ['issued', 'issued'],
  ['spent', 'spent'],
  ['expired', 'expired'],
  ['discount', 'discountFen'],
  ['benefit', 'benefitFen'],
  ['bonus', 'bonusFen'],
  ['owed', 'owedFen'],
] as const;

/** 会费、套餐 where the design sells some. */
const sold = ({ feeFen, packageFen }: RunMonth): number => feeFen + packageFen;

/** 每月 what a run does month by month. */
export function MonthTable({ run }: { readonly run: Run }): ReactNode {
  const { t, month, money } = useTexts();
  const sells = run.months.some((line) => sold(line) > 0);
  return (
    <Table verticalSpacing={2} aria-label={t('simulation.monthTable.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('simulation.monthTable.month')}</Table.Th>
          {columns.map(([name]) => (
            <FigureCell head key={name}>
              {t(`simulation.monthTable.${name}`)}
            </FigureCell>
          ))}
          {sells ? <FigureCell head>{t('simulation.monthTable.sold')}</FigureCell> : null}
          <FigureCell head>{t('simulation.monthTable.moves')}</FigureCell>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {run.months.map((line) => (
          <Table.Tr key={line.month}>
            <Table.Td>{month(line.month)}</Table.Td>
            {columns.map(([name, field]) => (
              <FigureCell key={name}>
                {field.endsWith('Fen') ? money(line[field]) : line[field].toLocaleString('en-US')}
              </FigureCell>
            ))}
            {sells ? <FigureCell>{money(sold(line))}</FigureCell> : null}
            <FigureCell>
              {line.rises} / {line.falls}
            </FigureCell>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
