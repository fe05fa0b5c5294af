import { Table, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { risks, segments, type Risk, type Segment } from '#shared/features/portrait/portrait.content.ts';
import type { MatrixCell } from '#shared/features/portrait/portrait-views.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './portrait.module.css';

export type ChosenCell = { readonly segment: Segment | null; readonly risk: Risk | null };

/** Customers and money by segment and risk; a cell, row or column chooses its customers. */
export function Matrix(props: {
  readonly cells: readonly MatrixCell[];
  readonly chosen: ChosenCell;
  readonly onChoose: (chosen: ChosenCell) => void;
}): ReactNode {
  const { cells, chosen, onChoose } = props;
  const { t, money } = useTexts();
  const sumOf = (segment: Segment | null, risk: Risk | null) => {
    let [customers, fen] = [0, 0];
    let isShown = true;
    for (const cell of cells) {
      if ((segment !== null && cell.segment !== segment) || (risk !== null && cell.risk !== risk)) continue;
      customers += cell.customers;
      if (cell.moneyFen === null) isShown = false;
      else fen += cell.moneyFen;
    }
    return { customers, fen: isShown ? fen : null };
  };
  const button = (segment: Segment | null, risk: Risk | null): ReactNode => {
    const { customers, fen } = sumOf(segment, risk);
    const named = {
      segment: segment === null ? t('portrait.page.all') : t(`portrait.segments.${segment}`),
      risk: risk === null ? t('portrait.page.all') : t(`portrait.risks.${risk}`),
    };
    return (
      <button
        type="button"
        className={`${classes['cell']} figures`}
        aria-pressed={chosen.segment === segment && chosen.risk === risk}
        onClick={() => onChoose({ segment, risk })}
      >
        <VisuallyHidden>{t('portrait.page.cell', named)} </VisuallyHidden>
        {customers.toLocaleString('en')}
        {fen === null ? null : <small>{money(fen)}</small>}
      </button>
    );
  };
  return (
    <Table.ScrollContainer minWidth={520}>
      <table className={classes.matrix} aria-label={t('portrait.page.matrix')}>
        <thead>
          <tr>
            <th scope="col">{t('portrait.segment')}</th>
            {[...risks].reverse().map((risk) => (
              <th key={risk} scope="col">
                {t('portrait.riskOf', { risk: t(`portrait.risks.${risk}`) })}
              </th>
            ))}
            <th scope="col">{t('portrait.page.all')}</th>
          </tr>
        </thead>
        <tbody>
          {[...segments, null].map((segment) => (
            <tr key={segment ?? 'all'}>
              <th scope="row">
                {segment === null ? t('portrait.page.all') : t(`portrait.segments.${segment}`)}
              </th>
              {[...[...risks].reverse(), null].map((risk) => (
                <td key={risk ?? 'all'}>{button(segment, risk)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Table.ScrollContainer>
  );
}
