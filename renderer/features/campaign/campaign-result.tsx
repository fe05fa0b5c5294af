import { Anchor, Group, Loader, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type {
  CampaignResult as Result,
  GroupFigures,
  ResultPart,
} from '#shared/features/campaign/campaign-views.ts';
import type { CampaignReturn } from '#shared/features/campaign/campaign-return.rules.ts';
import { numberShown } from '#shared/kernel/scaled-number.ts';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { resultPaper, useCampaignResult } from './campaign.queries.ts';
import { ResultRows } from './result-rows.tsx';
import classes from './campaign.module.css';

type Ask = (part: ResultPart, name: string) => void;

/** 结果: reach, both groups side by side, cost and return; every count opens its rows. */
export function CampaignResult({
  id,
  isDraft,
}: {
  readonly id: number;
  readonly isDraft: boolean;
}): ReactNode {
  const { t } = useTexts();
  if (isDraft)
    return (
      <Text role="status" p="md">
        {t('campaign.result.draft')}
      </Text>
    );
  return <Shown id={id} />;
}

function Shown({ id }: { readonly id: number }): ReactNode {
  const { t, day } = useTexts();
  const { data, error, refetch } = useCampaignResult(id);
  const [asked, setAsked] = useState<{ readonly part: ResultPart; readonly name: string } | null>(null);
  const ask: Ask = (part, name) => setAsked({ part, name });
  if (!data)
    return error ? (
      <ErrorNote error={error} onRetry={() => void refetch()} />
    ) : (
      <Loader size="sm" aria-label={t('common.loading')} />
    );
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t('campaign.result.days', { from: day(data.from), to: day(data.to) })}
          {data.isOver ? '' : ` · ${t('campaign.result.soFar')}`}
        </Text>
        <PaperButton
          name={t('campaign.result.title')}
          label={t('campaign.result.print')}
          load={resultPaper(id)}
          word
          byKey
        />
      </Group>
      <Gain result={data} />
      <Margin result={data} />
      <Groups result={data} onAsk={ask} />
      <Reach result={data} onAsk={ask} />
      <Cost result={data} onAsk={ask} />
      {asked ? <ResultRows id={id} {...asked} onClose={() => setAsked(null)} /> : null}
    </Stack>
  );
}

function Part(props: {
  readonly id: string;
  readonly name: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Paper className="sheet" p="md" component="section" aria-labelledby={props.id}>
      <Title order={2} size="sm" id={props.id} mb="xs">
        {props.name}
      </Title>
      {props.children}
    </Paper>
  );
}

type Figure = readonly [name: string, value: ReactNode, note?: string];

function Figures({ figures }: { readonly figures: readonly Figure[] }): ReactNode {
  return (
    <dl className={classes['figures']}>
      {figures.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="figures">
            {value}
            {note ? <small>{note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A count that opens its rows. */
function Count(props: {
  readonly count: number;
  readonly part: ResultPart;
  readonly name: string;
  readonly onAsk: Ask;
}): ReactNode {
  const { count, part, name, onAsk } = props;
  const { t } = useTexts();
  if (count === 0) return '0';
  return (
    <button
      type="button"
      className={classes['step']}
      aria-label={`${t('campaign.result.rows', { part: name })} ${count}`}
      onClick={() => onAsk(part, name)}
    >
      {count}
    </button>
  );
}

/** The sum behind a return, number by number; nothing without a control group. */
function Reckoned({ gain, result }: { readonly gain: CampaignReturn; readonly result: Result }): ReactNode {
  const { t, money } = useTexts();
  const { treatedPerHeadFen, controlPerHeadFen, extraFen, netFen } = gain;
  if (treatedPerHeadFen === null || controlPerHeadFen === null || extraFen === null || netFen === null)
    return null;
  return (
    <Text size="sm" className="figures">
      {t('campaign.result.reckoned', {
        treated: money(treatedPerHeadFen),
        control: money(controlPerHeadFen),
        heads: result.treated.heads,
        extra: money(extraFen),
        cost: money(result.cost.totalFen),
        net: money(netFen),
      })}
    </Text>
  );
}

/** 按毛利看回报: sales of each line times its margin, and the difference between the groups. */
function Margin({ result }: { readonly result: Result }): ReactNode {
  const { t, money } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const { lines, missing, gain, edition, treatedFen, controlFen } = result.margin;
  const shown = (fen: number | null): string => (fen === null ? '—' : money(fen));
  const groups = ['treated', 'control'] as const;
  const cells = (of: Readonly<Record<(typeof groups)[number], number | null>>): ReactNode =>
    groups.map((group) => (
      <Table.Td key={group} ta="right" className="figures">
        {shown(of[group])}
      </Table.Td>
    ));
  return (
    <Part id="campaign-margin" name={t('campaign.result.marginTitle')}>
      {gain && gain.extraFen !== null && gain.netFen !== null ? (
        <Figures
          figures={[
            [t('campaign.result.extraMargin'), money(gain.extraFen)],
            [t('campaign.result.total'), money(result.cost.totalFen)],
            [t('campaign.result.netMargin'), money(gain.netFen)],
          ]}
        />
      ) : null}
      <Text size="sm" role="status">
        {missing.length > 0
          ? t('campaign.result.marginMissing', {
              names: missing.map((one) => t(`campaign.result.marginLines.${one}`)).join(t('common.listed')),
            })
          : gain
            ? t(`campaign.result.confidence.${gain.confidence}`)
            : null}
      </Text>
      {gain ? <Reckoned gain={gain} result={result} /> : null}
      {lines.length > 0 ? (
        <Table.ScrollContainer minWidth={640}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('campaign.result.marginLine')}</Table.Th>
                <Table.Th ta="right">{t('campaign.result.marginRate')}</Table.Th>
                {(['marginSales', 'marginFen'] as const).map((key) =>
                  groups.map((group) => (
                    <Table.Th key={`${key}-${group}`} ta="right">
                      {t(`campaign.result.${key}`, { group: t(`campaign.result.${group}`) })}
                    </Table.Th>
                  )),
                )}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {lines.map((line) => (
                <Table.Tr key={line.line}>
                  <Table.Th>{t(`campaign.result.marginLines.${line.line}`)}</Table.Th>
                  <Table.Td ta="right" className="figures">
                    {line.marginBp === null ? '—' : `${numberShown(line.marginBp, 2)}%`}
                  </Table.Td>
                  {cells({ treated: line.treatedSalesFen, control: line.controlSalesFen })}
                  {cells({ treated: line.treatedFen, control: line.controlFen })}
                </Table.Tr>
              ))}
              {gain ? (
                <>
                  <Table.Tr fw={600}>
                    <Table.Th colSpan={4}>{t('campaign.result.marginSum')}</Table.Th>
                    {cells({ treated: treatedFen, control: controlFen })}
                  </Table.Tr>
                  <Table.Tr>
                    <Table.Th colSpan={4}>{t('campaign.result.marginPerHead')}</Table.Th>
                    {cells({ treated: gain.treatedPerHeadFen, control: gain.controlPerHeadFen })}
                  </Table.Tr>
                </>
              ) : null}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      <Text size="xs" c="dimmed">
        {t('campaign.result.marginDefinition')}{' '}
        {edition === 0 ? t('campaign.result.marginShipped') : t('campaign.result.marginEdition', { edition })}
      </Text>
      {may('membership.read') ? (
        <Anchor size="sm" className={classes['link']} {...link('/membership/design')}>
          {t(may('membership.design') ? 'campaign.result.marginEdit' : 'campaign.result.marginSee')}
        </Anchor>
      ) : null}
    </Part>
  );
}

function Gain({ result }: { readonly result: Result }): ReactNode {
  const { t, money } = useTexts();
  const { extraFen, netFen, confidence } = result.gain;
  return (
    <Part id="campaign-gain" name={t('campaign.result.gain')}>
      {extraFen === null || netFen === null ? null : (
        <Figures
          figures={[
            [t('campaign.result.extra'), money(extraFen)],
            [t('campaign.result.total'), money(result.cost.totalFen)],
            [t('campaign.result.net'), money(netFen)],
          ]}
        />
      )}
      <Text size="sm" role="status">
        {t(`campaign.result.confidence.${confidence}`)}
      </Text>
      <Reckoned gain={result.gain} result={result} />
      <Text size="xs" c="dimmed">
        {t('campaign.result.definition')}
      </Text>
    </Part>
  );
}

function Groups({ result, onAsk }: { readonly result: Result; readonly onAsk: Ask }): ReactNode {
  const { t, money } = useTexts();
  const { treated, control, gain, margin } = result;
  const line = (
    key: 'treated' | 'control',
    group: GroupFigures,
    [perHeadFen, marginFen]: readonly [number | null, number | null],
  ): ReactNode => {
    const name = t(`campaign.result.${key}`);
    const came = t('campaign.result.came');
    return (
      <Table.Tr key={key}>
        <Table.Th>{name}</Table.Th>
        <Table.Td ta="right" className="figures">
          <Count count={group.heads} part={key} name={name} onAsk={onAsk} />
        </Table.Td>
        <Table.Td ta="right" className="figures">
          <Count count={group.came} part={`${key}Came`} name={`${name} · ${came}`} onAsk={onAsk} />
        </Table.Td>
        {[group.repairFen, group.orderFen, group.salesFen].map((fen, at) => (
          <Table.Td key={['repairs', 'orders', 'sales'][at]} ta="right" className="figures">
            {money(fen)}
          </Table.Td>
        ))}
        <Table.Td ta="right" className="figures" fw={600}>
          {perHeadFen === null ? null : money(perHeadFen)}
        </Table.Td>
        <Table.Td ta="right" className="figures">
          {marginFen === null ? '—' : money(marginFen)}
        </Table.Td>
      </Table.Tr>
    );
  };
  return (
    <Part id="campaign-groups" name={t('campaign.result.compare')}>
      <Table.ScrollContainer minWidth={720}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('campaign.result.group')}</Table.Th>
              {(['heads', 'came', 'repairs', 'orders', 'sales', 'perHead', 'margin'] as const).map((key) => (
                <Table.Th key={key} ta="right">
                  {t(`campaign.result.${key}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {line('treated', treated, [gain.treatedPerHeadFen, margin.treatedFen])}
            {control.heads > 0 ? line('control', control, [gain.controlPerHeadFen, margin.controlFen]) : null}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Part>
  );
}

function Reach({ result, onAsk }: { readonly result: Result; readonly onAsk: Ask }): ReactNode {
  const { t } = useTexts();
  return (
    <Part id="campaign-reach" name={t('campaign.result.reach')}>
      <Figures
        figures={(['asked', 'reached', 'accepted', 'refused'] as const).map((part): Figure => {
          const name = t(`campaign.result.${part}`);
          return [name, <Count key={part} count={result[part]} part={part} name={name} onAsk={onAsk} />];
        })}
      />
    </Part>
  );
}

function Cost({ result, onAsk }: { readonly result: Result; readonly onAsk: Ask }): ReactNode {
  const { t, money } = useTexts();
  const { plannedFen, spentFen, givenFen, usedFen, openFen, totalFen } = result.cost;
  return (
    <Part id="campaign-cost" name={t('campaign.result.cost')}>
      <Figures
        figures={[
          [t('campaign.result.planned'), money(plannedFen)],
          spentFen === null
            ? [t('campaign.result.spent'), '—', t('campaign.result.spentUnknown')]
            : [t('campaign.result.spent'), money(spentFen)],
          [t('campaign.result.given'), money(givenFen)],
          [t('campaign.result.used'), money(usedFen)],
          [t('campaign.result.open'), money(openFen)],
          [t('campaign.result.total'), money(totalFen)],
        ]}
      />
      {givenFen > 0 ? (
        <button
          type="button"
          className={classes['step']}
          onClick={() => onAsk('gifts', t('campaign.result.gifts'))}
        >
          {t('campaign.result.gifts')}
        </button>
      ) : null}
    </Part>
  );
}
