import { Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { AccountLine, CashBalance } from '#shared/features/meeting/meeting.pack.ts';
import { newRecordAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FigureGroup } from './figure-group.tsx';
import { FigureLink, KeyFigure, KeyFigureLink, MissingFigure } from './figures.tsx';
import type { Surface } from './surface.ts';
import classes from './figures.module.css';

/** 现金: what the accounts hold, and what came in and went out in the week. */
export function CashSheet(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { t, money, day } = useTexts();
  const { pack } = surface.view.content;
  const { cash } = pack.resources;
  const { balance } = cash;
  return (
    <FigureGroup
      surface={surface}
      topic="cash"
      title={t('meeting.captions.cash')}
      note={t('meeting.labels.asOf', { day: day(pack.days.asOf) })}
    >
      <div className={classes.keys}>
        {balance === null ? null : (
          <KeyFigure name={t('meeting.cash.balance')} warning={(balance.totalFen ?? 0) < 0}>
            {balance.totalFen === null ? (
              <MissingFigure missing={balance.missing} />
            ) : (
              <span className={classes.figure}>{money(balance.totalFen)}</span>
            )}
          </KeyFigure>
        )}
        <KeyFigureLink name={t('meeting.cash.in')} figure={cash.in} unit="fen" />
        <KeyFigureLink name={t('meeting.cash.out')} figure={cash.out} unit="fen" />
        <KeyFigure name={t('meeting.cash.change')} warning={(cash.change ?? 0) < 0}>
          {cash.change !== null ? (
            money(cash.change)
          ) : cash.in.missing === 'no-right' ? (
            <MissingFigure missing="no-right" />
          ) : (
            t('meeting.labels.notSupplied')
          )}
        </KeyFigure>
      </div>
      {balance === null ? null : <Accounts balance={balance} first={pack.days.first} />}
    </FigureGroup>
  );
}

function Accounts(props: {
  readonly balance: CashBalance;
  /** First day of the week: an opening balance that is missing is asked for that day. */
  readonly first: string;
}): ReactNode {
  const { balance, first } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { lines, unopened } = balance;
  const opening = (account: string | null): string =>
    newRecordAddress('cashBalance', { openedOn: first, ...(account === null ? {} : { account }) });
  return (
    <>
      {lines.length === 0 ? null : (
        <ul className={classes.lines}>
          {lines.map((line) => (
            <Account key={line.openingId} line={line} />
          ))}
        </ul>
      )}
      {unopened.length === 0 || lines.length === 0 ? null : (
        <div className={classes.attention}>
          <IconAlertTriangle size={13} aria-hidden />{' '}
          {t('meeting.cash.unopened', {
            accounts: unopened
              .map((account) => account ?? t('meeting.cash.noAccount'))
              .join(t('meeting.labels.comma')),
          })}
        </div>
      )}
      {may('cash.write') && balance.missing !== 'not-begun' ? (
        <div className={classes.pair}>
          {unopened.length === 0 && lines.length === 0 ? (
            <Anchor size="xs" {...link(opening(null))}>
              {t('meetingPage.resources.setOpening')}
            </Anchor>
          ) : null}
          {unopened.map((account) => (
            <Anchor key={account ?? ''} size="xs" {...link(opening(account))}>
              {t('meetingPage.resources.setOpeningOf', { account: account ?? t('meeting.cash.noAccount') })}
            </Anchor>
          ))}
        </div>
      ) : null}
    </>
  );
}

function Account(props: { readonly line: AccountLine }): ReactNode {
  const { line } = props;
  const { t, money, day } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const name = line.account ?? t('meeting.cash.noAccount');
  const opened = t('meeting.cash.opened', { day: day(line.openedOn), amount: money(line.openingFen) });
  const moved = (figure: AccountLine['in'], word: string): ReactNode =>
    figure.value === 0 ? null : (
      <span>
        {word} <FigureLink figure={figure} unit="fen" name={`${name} ${word}`} />
      </span>
    );
  return (
    <li>
      <span className={classes.grow}>
        {name}
        <span className={classes.moves}>
          {may('cash.read') ? (
            <a className={classes.drill} {...link(recordAddress('cashBalance', line.openingId))}>
              {opened}
            </a>
          ) : (
            <span>{opened}</span>
          )}
          {moved(line.in, t('record.cash.choices.direction.in'))}
          {moved(line.out, t('record.cash.choices.direction.out'))}
        </span>
      </span>
      <span className={line.balanceFen < 0 ? classes.bad : classes.figure}>
        {line.balanceFen < 0 ? <IconAlertTriangle size={13} aria-hidden /> : null} {money(line.balanceFen)}
      </span>
    </li>
  );
}
