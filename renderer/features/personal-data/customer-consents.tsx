import { Button, Group, MultiSelect, Select, Table, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { consentDecisions, consentScopes } from '#shared/features/personal-data/personal-data.rules.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { useFieldIssue } from '#renderer/hooks/use-field-issue.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { consentPaper, useConsents, useEnterConsent } from './personal-data.queries.ts';

/** 同意记录: what holds now for each scope, how it came to be, and the line to enter the next. */
export function CustomerConsents(props: {
  readonly customerId: number;
  readonly name: string;
  readonly readOnly: boolean;
}): ReactNode {
  const { customerId, name, readOnly } = props;
  const { t, day, language } = useTexts();
  const { data, error } = useConsents(customerId);
  const lines = data?.lines ?? [];
  const listed = language === 'en' ? ', ' : '、';
  return (
    <section aria-label={t('personalData.consentHistory')}>
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h4">
          {t('personalData.consentHistory')}
        </Title>
        {readOnly ? null : (
          <PaperButton
            name={`${t('personalData.paper.consent')} ${name}`}
            label={t('personalData.printConsent')}
            load={consentPaper(customerId)}
          />
        )}
      </Group>
      <ErrorNote error={error} />
      {data ? (
        <Text size="sm" mb="xs">
          {t('personalData.standing', {
            all: consentScopes
              .map((scope) => {
                const said = data.standing[scope];
                return t('personalData.standingOne', {
                  scope: t(`personalData.scopes.${scope}`),
                  decision: said === null ? t('personalData.unknown') : t(`personalData.decisions.${said}`),
                });
              })
              .join(' · '),
          })}
        </Text>
      ) : null}
      {data && lines.length === 0 ? <Text c="dimmed">{t('personalData.consentNone')}</Text> : null}
      {lines.length > 0 ? (
        <Table verticalSpacing={3} aria-label={t('personalData.consentHistory')}>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={line.id}>
                <Table.Td className="figures" w={130}>
                  {day(line.onDay)}
                </Table.Td>
                <Table.Td>{t(`personalData.decisions.${line.decision}`)}</Table.Td>
                <Table.Td>
                  {line.scopes.map((scope) => t(`personalData.scopes.${scope}`)).join(listed)}
                </Table.Td>
                <Table.Td>
                  <Text size="sm">
                    {[t(`personalData.ways.${line.way}`), line.personName, line.note]
                      .filter(Boolean)
                      .join(' · ')}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      ) : null}
      {readOnly ? null : <EnterConsent customerId={customerId} />}
    </section>
  );
}

const enteredWays = ['form', 'paper', 'telephone'] as const;

function EnterConsent({ customerId }: { readonly customerId: number }): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const [decision, setDecision] = useState<(typeof consentDecisions)[number]>('given');
  const [scopes, setScopes] = useState<string[]>([...consentScopes]);
  const [onDay, setOnDay] = useState<string | null>(today);
  const [way, setWay] = useState<(typeof enteredWays)[number]>('form');
  const [note, setNote] = useState('');
  const enter = useEnterConsent();
  const issue = useFieldIssue(enter.error);
  const submit = (): void => {
    if (onDay === null) return;
    enter.mutate(
      {
        customerId,
        decision,
        scopes: consentScopes.filter((scope) => scopes.includes(scope)),
        onDay,
        way,
        note: note.trim() === '' ? null : note.trim(),
      },
      {
        onSuccess: () => {
          setNote('');
          notifications.show({ message: t('personalData.entered') });
        },
      },
    );
  };
  return (
    <>
      <Group gap="xs" align="flex-end" mt="xs">
        <Select
          label={t('personalData.decision')}
          w={120}
          allowDeselect={false}
          data={consentDecisions.map((value) => ({ value, label: t(`personalData.decisions.${value}`) }))}
          value={decision}
          onChange={(value) => setDecision(consentDecisions.find((one) => one === value) ?? decision)}
        />
        <MultiSelect
          label={t('personalData.scope')}
          w={320}
          data={consentScopes.map((value) => ({ value, label: t(`personalData.scopes.${value}`) }))}
          value={scopes}
          error={issue('scopes')}
          onChange={setScopes}
        />
        <DayInput
          label={t('personalData.onDay')}
          w={150}
          value={onDay}
          error={issue('onDay')}
          onChange={setOnDay}
        />
        <Select
          label={t('personalData.way')}
          w={120}
          allowDeselect={false}
          data={enteredWays.map((value) => ({ value, label: t(`personalData.ways.${value}`) }))}
          value={way}
          onChange={(value) => setWay(enteredWays.find((one) => one === value) ?? way)}
        />
        <TextInput
          label={t('personalData.note')}
          flex={1}
          miw={120}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button
          variant="light"
          disabled={onDay === null || scopes.length === 0}
          loading={enter.isPending}
          onClick={submit}
        >
          {t('personalData.enter')}
        </Button>
      </Group>
      <ErrorNote error={enter.error} />
    </>
  );
}
