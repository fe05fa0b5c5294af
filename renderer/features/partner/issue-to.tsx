import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { IssuePreview } from '#shared/features/partner/partner-card.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useDesign } from '#renderer/features/membership/membership.queries.ts';
import { useAudience, useFindCustomers } from './partner.queries.ts';

export type ChosenCustomer = { readonly id: number; readonly name: string };

/** 发给谁: found one by one by card, telephone tail, plate or name, or the members of a tier. */
export function IssueTo(props: {
  readonly customers: readonly ChosenCustomer[];
  readonly known: IssuePreview['customers'];
  readonly perCustomer: number | null;
  readonly onCustomers: (customers: readonly ChosenCustomer[]) => void;
}): ReactNode {
  const { customers, known, perCustomer, onCustomers } = props;
  const { t } = useTexts();
  const finding = useFindCustomers();
  const audience = useAudience();
  const design = useDesign();
  const [code, setCode] = useState('');
  const [tier, setTier] = useState('');
  const add = (more: readonly ChosenCustomer[]): void => {
    const all = new Map([...customers, ...more].map((one) => [one.id, one]));
    onCustomers([...all.values()].slice(0, 500));
    finding.reset();
    setCode('');
  };
  const find = (): void => {
    if (code.trim() === '' || finding.isPending) return;
    finding.mutate(
      { code: code.trim() },
      {
        onSuccess(hits) {
          const [only] = hits;
          if (only && hits.length === 1) add([only]);
        },
      },
    );
  };
  const found = finding.data;
  return (
    <div>
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('partner.issue.toWhom')}
          w={340}
          type="search"
          placeholder={t('partner.issue.find')}
          title={t('partner.issue.findHint')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={code}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setCode(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            find();
          }}
        />
        <NativeSelect
          label={t('partner.issue.tier')}
          value={tier}
          data={[
            { value: '', label: t('partner.issue.allTiers') },
            ...(design.data?.content.tiers ?? []).map(({ name }) => ({ value: name, label: name })),
          ]}
          onChange={(event) => setTier(event.currentTarget.value)}
        />
        <Button
          variant="default"
          loading={audience.isPending}
          onClick={() =>
            audience.mutate(
              { tier: tier === '' ? null : tier },
              {
                onSuccess: (members) =>
                  add(members.map(({ customerId, name }) => ({ id: customerId, name }))),
              },
            )
          }
        >
          {t('partner.issue.addTier')}
        </Button>
      </Group>
      <ErrorNote error={finding.error ?? audience.error} />
      {found && found.length !== 1 ? (
        <div role="status">
          {found.length === 0 ? (
            <Text size="sm" mt={4}>
              {t('partner.issue.findNone', { code: finding.variables?.code ?? '' })}
            </Text>
          ) : (
            <Group gap="xs" mt={6}>
              {found.map((hit) => (
                <Button key={hit.id} size="compact-sm" variant="light" onClick={() => add([hit])}>
                  {[
                    hit.name,
                    hit.memberNumber === null ? '' : t('partner.issue.member', { number: hit.memberNumber }),
                    hit.phone ?? '',
                    ...hit.plates,
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </Button>
              ))}
            </Group>
          )}
        </div>
      ) : null}
      <Group gap="xs" mt={6}>
        <Text size="sm" c={customers.length === 0 ? 'dimmed' : undefined}>
          {customers.length === 0
            ? t('partner.issue.chosenNone')
            : t('partner.issue.chosen', { count: customers.length })}
        </Text>
        {customers.length > 1 ? (
          <Button size="compact-xs" variant="subtle" onClick={() => onCustomers([])}>
            {t('partner.issue.clear')}
          </Button>
        ) : null}
      </Group>
      <Group gap="xs" mt={4}>
        {customers.map(({ id, name }) => {
          const about = known.find((one) => one.id === id);
          return (
            <Group key={id} gap={4} wrap="nowrap">
              <Text size="sm" c={about?.tooMany ? 'red' : undefined}>
                {[
                  name,
                  about?.tier ?? '',
                  about && about.had > 0 ? t('partner.issue.had', { count: about.had }) : '',
                  about?.tooMany ? t('partner.issue.tooMany', { most: perCustomer ?? 0 }) : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </Text>
              <ActionIcon
                size={24}
                variant="subtle"
                color="gray"
                aria-label={t('partner.issue.remove', { name })}
                onClick={() => onCustomers(customers.filter((one) => one.id !== id))}
              >
                <IconX size={14} />
              </ActionIcon>
            </Group>
          );
        })}
      </Group>
    </div>
  );
}
