import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { pastedCells } from '#shared/features/partner/partner-list.rules.ts';
import type { ListCheck } from '#shared/features/partner/partner-card.contract.ts';
import { addMonthsTo, monthOf } from '#shared/kernel/period.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { FileDrop } from '#renderer/components/file-drop.tsx';
import { MonthField } from '#renderer/components/month-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { settlementAddress } from './settlement-address.ts';
import { ownKey } from './partner-words.ts';
import { useCheckList, usePostList, useReadList } from './partner.queries.ts';
import { PlainTable } from '#renderer/components/plain-table.tsx';
import classes from './partner.module.css';

type Cells = readonly (readonly string[])[];

/** 商户对账清单: a file or a pasted list is judged row by row, then posted as one. */
export function ListImportScreen(): ReactNode {
  const { t } = useTexts();
  const { today, may } = useSession();
  const go = useGo();
  const [partnerId, setPartnerId] = useState<number | null>(null);
  const [month, setMonth] = useState(addMonthsTo(monthOf(today), -1));
  const [pasted, setPasted] = useState('');
  const [list, setList] = useState<{
    readonly name: string;
    readonly cells: Cells;
    readonly key: string;
  } | null>(null);
  const read = useReadList();
  const check = useCheckList();
  const post = usePostList();
  const judge = (name: string, cells: Cells): void => {
    if (partnerId === null) return;
    setList({ name, cells, key: ownKey() });
    check.mutate({ partnerId, month, cells: cells.map((line) => [...line]) });
  };
  const restart = (): void => {
    check.reset();
    post.reset();
    read.reset();
    setList(null);
  };
  const judged = list === null ? undefined : check.data;
  return (
    <PageFrame title={t('partner.list.title')} maxWidth={1100}>
      <Group gap="sm" align="flex-end">
        <ReferenceField
          label={t('partner.partner')}
          feature="partner"
          value={partnerId}
          onChange={(id) => {
            setPartnerId(id);
            restart();
          }}
        />
        <div>
          <Text size="sm" fw={500} aria-hidden>
            {t('partner.settle.month')}
          </Text>
          <MonthField
            label={t('partner.settle.month')}
            value={month}
            onChange={(next) => {
              setMonth(next);
              restart();
            }}
          />
        </div>
      </Group>
      {judged ? null : (
        <>
          <FileDrop
            sentence={t('partner.list.sentence')}
            hint={t('partner.list.hint')}
            multiple={false}
            accept=".xlsx,.xls,.csv"
            disabled={partnerId === null || read.isPending}
            onFiles={([file]) => {
              if (file) read.mutate(file, { onSuccess: (cells) => judge(file.name.slice(0, 200), cells) });
            }}
          />
          <Textarea
            label={t('partner.list.paste')}
            autosize
            minRows={3}
            maxRows={10}
            value={pasted}
            disabled={partnerId === null}
            onChange={(event) => setPasted(event.currentTarget.value)}
          />
          <Group>
            <Button
              disabled={partnerId === null || pasted.trim() === ''}
              loading={check.isPending}
              onClick={() => judge(t('partner.list.pasted'), pastedCells(pasted))}
            >
              {t('partner.list.check')}
            </Button>
          </Group>
        </>
      )}
      <ErrorNote error={read.error ?? check.error} />
      {judged && list && partnerId !== null ? (
        <Stack gap="sm">
          <Judged judged={judged} />
          <ErrorNote error={post.error} />
          <Group>
            <Button
              disabled={judged.lines.length === 0}
              loading={post.isPending}
              onClick={() =>
                post.mutate(
                  {
                    partnerId,
                    month,
                    name: list.name,
                    key: list.key,
                    cells: list.cells.map((line) => [...line]),
                  },
                  {
                    onSuccess: (done) => {
                      notifications.show({ message: t('partner.list.posted', done), color: 'green' });
                      go(
                        may('partnerSettlement.read') ? settlementAddress(partnerId, month) : '/partner-card',
                      );
                    },
                  },
                )
              }
            >
              {judged.lines.some(({ verdict }) => verdict === 'posted')
                ? t('partner.list.post', {
                    count: judged.lines.filter(({ verdict }) => verdict === 'posted').length,
                  })
                : t('partner.list.keep')}
            </Button>
            <Button variant="default" onClick={restart}>
              {t('common.cancel')}
            </Button>
          </Group>
        </Stack>
      ) : null}
    </PageFrame>
  );
}

function Judged({ judged }: { readonly judged: ListCheck }): ReactNode {
  const { t, day, money } = useTexts();
  if (judged.lines.length === 0)
    return (
      <Text role="status" size="sm">
        {t('partner.list.empty')}
      </Text>
    );
  const isGood = (verdict: string): boolean => verdict === 'posted' || verdict === 'known';
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('partner.list.title')}>
      <Text role="status" size="sm" mb={6} className="figures">
        {t('partner.list.summary', { list: money(judged.listFen), agreed: money(judged.agreedFen) })}
      </Text>
      <PlainTable
        label={t('partner.list.title')}
        columns={[
          { title: t('partner.list.columns.line'), right: true },
          { title: t('partner.list.columns.number') },
          { title: t('partner.list.columns.customer') },
          { title: t('partner.list.columns.day') },
          { title: t('partner.list.columns.amount'), right: true },
          { title: t('partner.list.columns.receipt') },
          { title: t('partner.list.columns.verdict') },
        ]}
        rows={judged.lines.map((line) => ({
          key: line.line,
          cells: [
            line.line,
            <span key="number" className={classes.number}>
              {line.number}
            </span>,
            line.customerName ?? '',
            line.onDay === null ? '' : day(line.onDay),
            line.amountFen === null
              ? ''
              : line.unit === 'times'
                ? t('partner.timesOf', { count: line.amountFen / 100 })
                : money(line.amountFen),
            line.receipt ?? '',
            <Text key="verdict" size="sm" c={isGood(line.verdict) ? undefined : 'red'}>
              {isGood(line.verdict) ? '✓ ' : '✕ '}
              {t(`partner.verdicts.${line.verdict}`)}
            </Text>,
          ],
        }))}
      />
    </section>
  );
}
