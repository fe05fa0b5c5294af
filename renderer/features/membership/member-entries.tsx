import { Badge, Button, Group, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { LedgerEntry, MemberView } from '#shared/features/membership/membership-views.ts';
import { MoneyField } from '#renderer/components/fields/typed-field.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useRefusals } from '#renderer/hooks/use-refusals.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { receiptText } from '#shared/features/membership/membership-statement.rules.ts';
import { balanceText, changesOf, ownReceiptKey } from './membership-words.ts';
import { useReturnSale, useReverse } from './membership.queries.ts';
import { MemberReason } from './reason.dialog.tsx';
import classes from './membership.module.css';

const irreversible = new Set(['expire', 'reverse', 'refund', 'transferOut', 'transferIn']);

/** 流水 newest first; a manager takes an entry back, or a sale's points. */
export function MemberEntries(props: { readonly view: MemberView; readonly onMore: () => void }): ReactNode {
  const { view, onMore } = props;
  const texts = useTexts();
  const { t, instant } = texts;
  const { may } = useSession();
  const [asked, setAsked] = useState<{
    readonly entry: LedgerEntry;
    readonly step: 'reverse' | 'return';
  } | null>(null);
  const mayReverse = may('membership.reverse') && view.state === 'active';
  // Sales of a merged membership are returned where its points went.
  const mayReturn = may('membership.reverse') && view.state !== 'closed';
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('membership.entries')}>
      <Title order={2} size="h4" mb={4}>
        {t('membership.entries')}
      </Title>
      {view.entries.length === 0 ? (
        <Text size="sm">{t('membership.entriesNone')}</Text>
      ) : (
        <Table className={classes.table} verticalSpacing={4} aria-label={t('membership.entries')}>
          <Table.Thead>
            <Table.Tr>
              {(['at', 'kind', 'change', 'after', 'person', 'note'] as const).map((name) => (
                <Table.Th key={name} scope="col">
                  {t(`membership.entryColumns.${name}`)}
                </Table.Th>
              ))}
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.entries.map((entry) => (
              <Table.Tr key={entry.id}>
                <Table.Td className="figures">
                  {instant(entry.at)}
                  <Text size="xs" c="dimmed">
                    {t('membership.entryNumber', { id: entry.id })}
                  </Text>
                </Table.Td>
                <Table.Td>
                  {t(`membership.kinds.${entry.kind}`)}
                  <Related entry={entry} />
                </Table.Td>
                <Table.Td className="figures">
                  {changesOf(entry, texts).map((line) => (
                    <div key={line}>{line}</div>
                  ))}
                  {entry.shortPoints > 0 ? (
                    <Text size="xs" c="orange.9">
                      {t('membership.short', { count: entry.shortPoints })}
                    </Text>
                  ) : null}
                </Table.Td>
                <Table.Td className="figures">{balanceText(entry.after, texts)}</Table.Td>
                <Table.Td>{entry.personName}</Table.Td>
                <Table.Td>{receiptText(entry)}</Table.Td>
                <Table.Td ta="right">
                  {mayReturn && entry.reversedById === null && !irreversible.has(entry.kind) ? (
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      {entry.kind === 'earn' ? (
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          onClick={() => setAsked({ entry, step: 'return' })}
                        >
                          {t('membership.returnSale')}
                        </Button>
                      ) : null}
                      {mayReverse ? (
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          onClick={() => setAsked({ entry, step: 'reverse' })}
                        >
                          {t('membership.reverse')}
                        </Button>
                      ) : null}
                    </Group>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {view.more ? (
        <Button variant="subtle" size="compact-sm" onClick={onMore}>
          {t('membership.older')}
        </Button>
      ) : null}
      {asked?.step === 'reverse' ? (
        <ReverseDialog entry={asked.entry} onClose={() => setAsked(null)} />
      ) : null}
      {asked?.step === 'return' ? <ReturnDialog entry={asked.entry} onClose={() => setAsked(null)} /> : null}
    </section>
  );
}

function Related({ entry }: { readonly entry: LedgerEntry }): ReactNode {
  const { t } = useTexts();
  if (entry.reversedById !== null)
    return (
      <div>
        <Badge size="sm" color="gray" variant="light" tt="none">
          {t('membership.reversedBy', { id: entry.reversedById })}
        </Badge>
      </div>
    );
  if (entry.refersId === null) return null;
  return (
    <Text size="xs" c="dimmed">
      {t(entry.kind === 'reverse' ? 'membership.reverses' : 'membership.refers', { id: entry.refersId })}
    </Text>
  );
}

type StepProps = { readonly entry: LedgerEntry; readonly onClose: () => void };

function ReverseDialog({ entry, onClose }: StepProps): ReactNode {
  const { t } = useTexts();
  const reverse = useReverse();
  return (
    <MemberReason
      title={t('membership.reverseTitle', { id: entry.id, kind: t(`membership.kinds.${entry.kind}`) })}
      sentence={t('membership.reverseSentence')}
      confirm={t('membership.reverse')}
      busy={reverse.isPending}
      error={reverse.error}
      onClose={onClose}
      onConfirm={(reason) =>
        reverse.mutate(
          { entryId: entry.id, reason },
          {
            onSuccess: () => {
              notifications.show({ message: t('membership.posted'), color: 'green' });
              onClose();
            },
          },
        )
      }
    />
  );
}

function ReturnDialog({ entry, onClose }: StepProps): ReactNode {
  const { t, money } = useTexts();
  const back = useReturnSale();
  const { problem, rest } = useRefusals(back.error, { 'membership-return-too-much': 'saleFen' });
  const [saleFen, setSaleFen] = useState<number | null>(entry.saleFen);
  const [receiptKey] = useState(ownReceiptKey);
  return (
    <MemberReason
      title={t('membership.returnTitle', { id: entry.id, money: money(entry.saleFen) })}
      sentence={t('membership.returnSentence')}
      confirm={t('membership.returnSale')}
      busy={back.isPending}
      error={rest}
      ready={saleFen !== null}
      onClose={onClose}
      onConfirm={(reason) => {
        if (saleFen === null) return;
        back.mutate(
          { entryId: entry.id, receiptKey, saleFen, reason },
          {
            onSuccess: ({ shortPoints, shortFen }) => {
              notifications.show({
                message:
                  shortPoints > 0
                    ? t('membership.returnedShort', { points: shortPoints, money: money(shortFen) })
                    : t('membership.returned'),
                color: shortPoints > 0 ? 'orange' : 'green',
                autoClose: shortPoints > 0 ? false : 4000,
                closeButtonProps: { 'aria-label': t('common.close') },
              });
              onClose();
            },
          },
        );
      }}
    >
      <MoneyField
        label={t('membership.saleFen')}
        value={saleFen}
        error={problem('saleFen')}
        onChange={setSaleFen}
      />
    </MemberReason>
  );
}
