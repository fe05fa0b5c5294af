import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { issueReasons, type IssueReason } from '#shared/features/partner/partner.fields.ts';
import type { UsableAgreement } from '#shared/features/partner/partner.contract.ts';
import type { IssuedCards } from '#shared/features/partner/partner-card.contract.ts';
import { splitNumbers } from '#shared/features/partner/partner-card.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useRefusals } from '#renderer/hooks/use-refusals.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { IssueTo, type ChosenCustomer } from './issue-to.tsx';
import { ownKey, quantityText, selectedMembers } from './partner-words.ts';
import { partnerCardsPaper, useAudience, useIssue, useIssuePreview, useUsable } from './partner.queries.ts';
import classes from './partner.module.css';

/** 发卡 to one customer, or to a list of members, in one step. */
export function IssueScreen(): ReactNode {
  const { t } = useTexts();
  const usable = useUsable();
  const agreements = usable.data ?? [];
  return (
    <PageFrame title={t('partner.issue.title')} maxWidth={900}>
      <ErrorNote error={usable.error} />
      {usable.data?.length === 0 ? (
        <Text role="status" size="sm">
          {t('partner.issue.agreementNone')}
        </Text>
      ) : null}
      {agreements.length > 0 ? <IssueForm agreements={agreements} /> : null}
    </PageFrame>
  );
}

/** Refusals that stand beside the field which they are about. */
const refusedAt = {
  'partner-numbers-count': 'numbers',
  'partner-per-customer': 'each',
};

function IssueForm({ agreements }: { readonly agreements: readonly UsableAgreement[] }): ReactNode {
  const texts = useTexts();
  const { t, choice, day, error: sentence, issue: issueText } = texts;
  const [chosenId, setChosenId] = useState(agreements[0]?.id ?? 0);
  const [customers, setCustomers] = useState<readonly ChosenCustomer[]>([]);
  // The members who were selected in their list come along in the address.
  const selected = useLocation().hash;
  const audience = useAudience();
  const { mutate: ask } = audience;
  useEffect(() => {
    const membershipIds = selectedMembers(selected);
    if (membershipIds.length === 0) return;
    ask(
      { tier: null, membershipIds },
      {
        onSuccess: (members) =>
          setCustomers(members.map(({ customerId, name }) => ({ id: customerId, name }))),
      },
    );
  }, [selected, ask]);
  const [each, setEach] = useState<number | null>(1);
  const [reason, setReason] = useState<IssueReason>('tierBenefit');
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [key, setKey] = useState(ownKey);
  const issue = useIssue();
  const agreement = agreements.find(({ id }) => id === chosenId) ?? agreements[0];
  const count = each ?? 0;
  const total = customers.length * Math.max(0, count);
  const numbers = agreement?.numbering === 'own' ? [] : splitNumbers(typed);
  const order = {
    agreementId: agreement?.id ?? 0,
    customerIds: customers.map(({ id }) => id),
    each: count,
    numbers: [],
    reason,
    note: null,
  };
  const preview = useIssuePreview(order, customers.length > 0 && each !== null);
  const { problem, rest } = useRefusals(issue.error ?? preview.error, refusedAt);
  const numbersProblem = problem('numbers') ?? numberProblem(issue.error, issueText);
  const known = customers.length > 0 ? preview.data : undefined;
  if (!agreement) return null;
  if (issue.data)
    return (
      <Issued
        issued={issue.data}
        own={agreement.numbering === 'own'}
        onAgain={() => {
          issue.reset();
          setCustomers([]);
          setTyped('');
          setKey(ownKey());
        }}
      />
    );
  const tooMany = known?.customers.some((one) => one.tooMany) ?? false;
  return (
    <form
      className={`sheet ${classes.part}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (total > 0 && !issue.isPending)
          issue.mutate({ ...order, numbers, note: note.trim() === '' ? null : note.trim(), key });
      }}
    >
      <Stack gap="sm">
        <Group gap="sm" align="flex-end">
          <NativeSelect
            label={t('partner.issue.agreement')}
            miw={300}
            value={String(agreement.id)}
            data={agreements.map(({ id, partnerName, cardName }) => ({
              value: String(id),
              label: `${partnerName} · ${cardName}`,
            }))}
            onChange={(event) => setChosenId(Number(event.currentTarget.value))}
          />
          <NativeSelect
            label={t('partner.issue.reason')}
            value={reason}
            data={issueReasons.map((value) => ({ value, label: choice('partnerCard', 'reason', value) }))}
            onChange={(event) =>
              setReason(issueReasons.find((one) => one === event.currentTarget.value) ?? 'tierBenefit')
            }
          />
          <NumberField
            label={t('partner.issue.each')}
            value={each}
            error={problem('each')}
            onChange={setEach}
          />
        </Group>
        <Text size="sm" c="dimmed" className="figures">
          {[
            t('partner.issue.worth', {
              worth: quantityText(agreement.unit, agreement.face, texts),
              day: day(agreement.expiresOn),
            }),
            agreement.monthLeft === null && agreement.totalLeft === null ? t('partner.issue.leftFree') : '',
            agreement.monthLeft === null ? '' : t('partner.issue.left', { count: agreement.monthLeft }),
            agreement.totalLeft === null ? '' : t('partner.issue.leftTotal', { count: agreement.totalLeft }),
            agreement.numbering === 'stock' ? t('partner.issue.inStock', { count: agreement.inStock }) : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
        <IssueTo
          customers={customers}
          known={known?.customers ?? []}
          perCustomer={agreement.perCustomer}
          onCustomers={setCustomers}
        />
        <ErrorNote error={audience.error} />
        {agreement.numbering === 'own' ? null : (
          <Textarea
            label={t('partner.issue.numbers')}
            description={[
              t('partner.issue.numbersHint', { count: total, given: numbers.length }),
              agreement.numbering === 'stock' ? t('partner.issue.stockHint') : '',
            ]
              .filter((part) => part !== '')
              .join(' · ')}
            autosize
            minRows={2}
            maxRows={8}
            value={typed}
            error={numbersProblem}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        )}
        <TextInput
          label={t('partner.issue.note')}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {known?.refusal ? (
          <Text role="status" size="sm" c="red">
            {sentence({ code: 'rule-violated', ...known.refusal })}
          </Text>
        ) : null}
        <ErrorNote error={numbersProblem === undefined ? rest : null} />
        <Group justify="flex-end">
          <Button
            type="submit"
            leftSection={<IconGift size={15} aria-hidden />}
            loading={issue.isPending}
            disabled={total === 0 || tooMany || preview.isError || (known?.refusal ?? null) !== null}
          >
            {t('partner.issue.submit', { count: total })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The first number that cannot be issued, as its sentence. */
function numberProblem(error: unknown, sentence: ReturnType<typeof useTexts>['issue']): string | undefined {
  const failure = error ? errorData(error) : undefined;
  const found =
    failure?.code === 'invalid-input'
      ? failure.issues.find(({ field }) => field.startsWith('numbers.'))
      : undefined;
  return found && sentence(found);
}

/** What was issued: numbers, the sheet to print. */
function Issued(props: {
  readonly issued: IssuedCards;
  readonly own: boolean;
  readonly onAgain: () => void;
}): ReactNode {
  const { issued, own, onAgain } = props;
  const { t } = useTexts();
  const link = useLink();
  const { cards } = issued;
  return (
    <section className={`sheet ${classes.part}`} role="status">
      <Stack gap="sm">
        <Text fw={600}>{t('partner.issue.done', { count: cards.length })}</Text>
        <Group gap="xs">
          {cards.slice(0, 60).map(({ id, number }) => (
            <Button
              key={id}
              component="a"
              size="compact-sm"
              variant="light"
              className={classes.number}
              {...link(recordAddress('partnerCard', id))}
            >
              {number}
            </Button>
          ))}
        </Group>
        <Group>
          <Button onClick={onAgain}>{t('partner.issue.again')}</Button>
          {own && cards.length <= 200 ? (
            <PaperButton
              name={t('partner.paper.cards')}
              label={t('partner.issue.print')}
              load={partnerCardsPaper(cards.map(({ id }) => id))}
              inHead
              byKey
            />
          ) : null}
        </Group>
      </Stack>
    </section>
  );
}
