import type { ReactNode } from 'react';
import { shortMonth } from '#shared/features/goal/goal-words.ts';
import type { WallCell, WallLine } from '#shared/features/indicator/indicator.contract.ts';
import type { Day } from '#shared/kernel/day.ts';
import { monthOf } from '#shared/kernel/period.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDrillAddress, IndicatorFigure } from './figure-link.tsx';
import { gapAddress } from './indicator-address.ts';
import { toneIcons } from './tones.tsx';
import { useIndicatorTexts } from './use-indicator-texts.ts';
import classes from './indicator.module.css';

/** Goals by month as a heat map: rate with its sign above (opens the gap), the figure below (opens its rows). */
export function WallHeat(props: {
  readonly lines: readonly WallLine[];
  readonly year: number;
  readonly asOf: Day;
}): ReactNode {
  const { lines, year, asOf } = props;
  const { t, language } = useTexts();
  const texts = useIndicatorTexts();
  const months = lines[0]?.cells.map(({ month }) => month) ?? [];
  return (
    <div className={classes.scroll} tabIndex={-1}>
      <table className={classes.heat} aria-label={t('indicator.heat')}>
        <thead>
          <tr>
            <th scope="col">{t('indicator.columns.name')}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {shortMonth(month, language)}
              </th>
            ))}
            <th scope="col">{t('indicator.toDate')}</th>
            <th scope="col">{t('indicator.yearGoal')}</th>
            <th scope="col">{t('indicator.columns.forecast')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{texts.name(line.key)}</th>
              {line.cells.map((cell) => (
                <Cell key={cell.month} line={line} cell={cell} running={cell.month === monthOf(asOf)} />
              ))}
              <Totals line={line} year={year} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell(props: {
  readonly line: WallLine;
  readonly cell: WallCell;
  readonly running: boolean;
}): ReactNode {
  const { line, cell, running } = props;
  const { t } = useTexts();
  const texts = useIndicatorTexts();
  const link = useLink();
  const addressOf = useDrillAddress();
  const definition = texts.definitions.get(line.key);
  const name = texts.name(line.key);
  const month = texts.period(cell.month);
  if (cell.actual === null)
    return (
      <td
        className={classes.cell}
        data-running={running || undefined}
        title={cell.missing === null ? undefined : texts.missing(cell.missing, null)}
      >
        <span className={classes.rate}>{t('indicator.noForecast')}</span>
        <span className={classes.small}>{cell.goal === null ? '' : texts.short(cell.goal, definition)}</span>
      </td>
    );
  const Sign = cell.tone ? toneIcons[cell.tone] : undefined;
  const exactly = t('indicator.actualOf', {
    actual: texts.figure(cell.actual, definition),
    goal: cell.goal === null ? t('indicator.noGoal') : texts.figure(cell.goal, definition),
  });
  const state = [cell.tone === null ? null : t(`indicator.tones.${cell.tone}`), exactly]
    .filter((one) => one !== null)
    .join(' · ');
  const address = addressOf(cell.drill);
  const rate = cell.rate === null ? t('indicator.noForecast') : `${Math.round(cell.rate / 100)}%`;
  const small = texts.short(cell.actual, definition);
  return (
    <td className={classes.cell} data-tone={cell.tone ?? undefined} data-running={running || undefined}>
      <a
        className={classes.rate}
        title={state}
        aria-label={t('indicator.cell', {
          name,
          month,
          state: `${rate} ${state}`,
        })}
        {...link(gapAddress(line.key, cell.month, line.who, cell.gapId))}
      >
        {Sign ? <Sign size={13} aria-hidden /> : null}
        {rate}
      </a>
      {address === undefined ? (
        <span className={classes.small}>{small}</span>
      ) : (
        <a
          className={`${classes.small} ${classes.drill}`}
          aria-label={t('indicator.drill', { name: `${name} ${month}`, figure: small })}
          {...link(address)}
        >
          {small}
        </a>
      )}
    </td>
  );
}

/** The year: figure and rate to date, its goal, and what it will be. Short figures; the whole ones are said as hints. */
function Totals({ line, year }: { readonly line: WallLine; readonly year: number }): ReactNode {
  const { t } = useTexts();
  const texts = useIndicatorTexts();
  const link = useLink();
  const definition = texts.definitions.get(line.key);
  const { yearGoal, goalToDate, rateToDate, toneToDate, forecasts } = line;
  const [forecast] = forecasts;
  const Sign = toneToDate ? toneIcons[toneToDate] : undefined;
  const whole = (value: number): string => texts.figure(value, definition);
  const short = (value: number): string => texts.short(value, definition);
  return (
    <>
      <td className={classes.total} data-tone={toneToDate ?? undefined}>
        <IndicatorFigure of={line.key} value={line.toDate} period={String(year)} who={line.who} short />
        {rateToDate === null || !toneToDate ? null : (
          <a
            className={classes.rate}
            aria-label={`${texts.name(line.key)} ${t('indicator.toDate')} ${texts.percent(rateToDate)} ${t(`indicator.tones.${toneToDate}`)}`}
            {...link(gapAddress(line.key, String(year), line.who))}
          >
            {Sign ? <Sign size={13} aria-hidden /> : null} {texts.percent(rateToDate)}
          </a>
        )}
      </td>
      <td className={classes.total}>
        {yearGoal === null ? (
          <span className={classes.under}>{t('indicator.noGoal')}</span>
        ) : (
          <span title={whole(yearGoal)}>{short(yearGoal)}</span>
        )}
        {goalToDate === null || goalToDate === yearGoal ? null : (
          <span className={classes.under} title={whole(goalToDate)}>
            {t('indicator.goalToDate', { goal: short(goalToDate) })}
          </span>
        )}
      </td>
      <td
        className={classes.total}
        title={forecasts
          .map(({ method, value }) => `${t(`indicator.methods.${method}`)} ${whole(value)}`)
          .join(' · ')}
      >
        {forecast ? short(forecast.value) : t('indicator.noForecast')}
        {forecast ? (
          <span className={classes.under}>{t(`indicator.methodShort.${forecast.method}`)}</span>
        ) : null}
      </td>
    </>
  );
}
