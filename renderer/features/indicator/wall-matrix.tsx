import type { ReactNode } from 'react';
import type { WallLine } from '#shared/features/indicator/indicator.contract.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { IndicatorFigure } from './figure-link.tsx';
import { gapAddress } from './indicator-address.ts';
import { toneIcons } from './tones.tsx';
import { useIndicatorTexts } from './use-indicator-texts.ts';
import classes from './indicator.module.css';

/** Rates of the year by department or person; what is furthest behind stands first. */
export function WallMatrix(props: {
  readonly lines: readonly WallLine[];
  readonly year: number;
  readonly title: string;
}): ReactNode {
  const { lines, year, title } = props;
  const { t } = useTexts();
  const texts = useIndicatorTexts();
  const keys = [...new Set(lines.map(({ key }) => key))];
  const idOf = ({ who }: WallLine): number => who.departmentId ?? who.personId ?? 0;
  const lowest = (all: readonly WallLine[]): number =>
    Math.min(...all.map(({ rateToDate }) => rateToDate ?? Infinity));
  const rows = [...Map.groupBy(lines, idOf)].sort(([, a], [, b]) => lowest(a) - lowest(b));
  return (
    <div className={classes.scroll} tabIndex={-1}>
      <table className={`${classes.heat} ${classes.matrix}`} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t('gap.shareName')}</th>
            {keys.map((key) => (
              <th key={key} scope="col">
                {texts.name(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, all]) => (
            <tr key={id}>
              <th scope="row">{all[0]?.name}</th>
              {keys.map((key) => (
                <Cell key={key} line={all.find((line) => line.key === key)} year={year} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ line, year }: { readonly line: WallLine | undefined; readonly year: number }): ReactNode {
  const { t } = useTexts();
  const texts = useIndicatorTexts();
  const link = useLink();
  if (!line) return <td className={classes.noCell}>{t('indicator.noForecast')}</td>;
  const Sign = line.toneToDate ? toneIcons[line.toneToDate] : undefined;
  const rate = line.rateToDate === null ? t('indicator.noForecast') : texts.percent(line.rateToDate);
  const tone = line.toneToDate === null ? '' : t(`indicator.tones.${line.toneToDate}`);
  return (
    <td className={classes.cell} data-tone={line.toneToDate ?? undefined}>
      <a
        className={classes.rate}
        title={tone}
        aria-label={t('indicator.cell', {
          name: `${line.name ?? ''} ${texts.name(line.key)}`,
          month: year,
          state: `${rate} ${tone}`,
        })}
        {...link(gapAddress(line.key, String(year), line.who))}
      >
        {Sign ? <Sign size={13} aria-hidden /> : null} {rate}
      </a>
      <span className={classes.small}>
        <IndicatorFigure of={line.key} value={line.toDate} period={String(year)} who={line.who} short />
      </span>
    </td>
  );
}
