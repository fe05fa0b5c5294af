import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { monthDays, monthOf } from '#shared/kernel/period.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useCoverage } from './inspection.queries.ts';
import classes from './waiting.module.css';

/** Whole basis points as a share: 9999 is `99.99%`. */
export const rateShown = (basisPoints: number): string =>
  `${(basisPoints / 100).toFixed(basisPoints % 100 === 0 ? 0 : 2)}%`;

/** 本月三检覆盖率, which must read 100 %; leads to the exceptions. */
export function CoverageTile(): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const link = useLink();
  const { first, last } = monthDays(monthOf(today));
  const { data } = useCoverage({ from: first, to: last });
  if (!data) return null;
  const { rateBasisPoints: rate, covered, handedOver, exceptions } = data;
  const tone = rate === null ? 'none' : exceptions.length === 0 ? 'good' : 'bad';
  const Shown = { none: IconMinus, good: IconCheck, bad: IconAlertTriangle }[tone];
  return (
    <a className={classes.tile} data-tone={tone} {...link('/inspection/coverage')}>
      <span className={classes.figure}>
        <Shown size={26} stroke={2} aria-hidden />
        {rate === null ? '—' : rateShown(rate)}
      </span>
      <span>
        <b>{t('inspection.coverage.month')}</b>
        <br />
        {rate === null
          ? t('inspection.coverage.none')
          : `${t('inspection.coverage.of', { covered, count: handedOver })} · ${
              exceptions.length === 0
                ? t('inspection.coverage.full')
                : t('inspection.coverage.exceptions', { count: exceptions.length })
            }`}
      </span>
    </a>
  );
}
