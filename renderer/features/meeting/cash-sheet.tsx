import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FigureGroup } from './figure-group.tsx';
import { KeyFigure, KeyFigureLink } from './figures.tsx';
import type { Surface } from './surface.ts';
import classes from './figures.module.css';

/** 现金: what came in and went out in the week. */
export function CashSheet(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { t, money } = useTexts();
  const { cash } = surface.view.content.pack.resources;
  return (
    <FigureGroup surface={surface} topic="cash" title={t('meeting.captions.cash')}>
      <div className={classes.keys}>
        <KeyFigureLink name={t('meeting.cash.in')} figure={cash.in} unit="fen" />
        <KeyFigureLink name={t('meeting.cash.out')} figure={cash.out} unit="fen" />
        <KeyFigure name={t('meeting.cash.change')} warning={(cash.change ?? 0) < 0}>
          {cash.change === null ? t('meeting.labels.notSupplied') : money(cash.change)}
        </KeyFigure>
      </div>
    </FigureGroup>
  );
}
