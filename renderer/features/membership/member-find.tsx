import { Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { normalCardNumber } from '#shared/features/membership/membership-card.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useFindMembers } from './membership.queries.ts';
import classes from './membership.module.css';

/** 刷卡、手机尾号、车牌: one field that opens a member, or offers those that fit. */
export function MemberFind(): ReactNode {
  const { t, choice } = useTexts();
  const go = useGo();
  const link = useLink();
  const finding = useFindMembers();
  const [code, setCode] = useState('');
  const found = finding.data;
  const submit = (): void => {
    if (code.trim() === '' || finding.isPending) return;
    finding.mutate(
      { code: code.trim() },
      {
        onSuccess(hits) {
          const [only] = hits;
          if (only && hits.length === 1)
            go(`/membership/${only.id}${only.oldCard ? `#${normalCardNumber(code) ?? ''}` : ''}`);
        },
      },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Group gap="xs" px="xs" py={6}>
        <TextInput
          w={420}
          type="search"
          aria-label={t('membership.find.label')}
          placeholder={t('membership.find.hint')}
          title={t('membership.find.hint')}
          leftSection={<IconCreditCard size={15} aria-hidden />}
          value={code}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={finding.isPending}>
          {t('common.open')}
        </Button>
      </Group>
      <ErrorNote error={finding.error} />
      {found && found.length !== 1 ? (
        <div role="status" className={classes.found}>
          <Text size="sm">
            {found.length === 0
              ? t('membership.find.none', { code: finding.variables?.code ?? '' })
              : t('membership.find.some', { count: found.length })}
          </Text>
          <Group gap="xs" mb={4}>
            {found.map(({ id, number, customerName, phone, state, oldCard }) => (
              <Button key={id} component="a" size="compact-sm" variant="light" {...link(`/membership/${id}`)}>
                {customerName} · {number}
                {phone === null ? '' : ` · ${phone}`}
                {state === 'active' ? null : (
                  <Badge ml={6} size="sm" color="gray">
                    {choice('membership', 'state', state)}
                  </Badge>
                )}
                {oldCard ? (
                  <Badge ml={6} size="sm" color="orange">
                    {t('membership.find.oldCard')}
                  </Badge>
                ) : null}
              </Button>
            ))}
          </Group>
        </div>
      ) : null}
    </form>
  );
}
