import { Badge, Group, Loader, Modal, Select, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { comparePlans, type PlanChange } from '#shared/features/plan/plan-compare.rules.ts';
import { planParts } from '#shared/features/plan/plan.content.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { usePlan } from './plan.queries.ts';
import { useEntryWords } from './use-part-words.ts';
import classes from './plan.module.css';

const colours = { added: 'green', removed: 'red', changed: 'orange', moved: 'gray' } as const;

/** 版本差异: what changed between two editions, by part, word by word. */
export function CompareDialog(props: { readonly view: PlanView; readonly onClose: () => void }): ReactNode {
  const { view, onClose } = props;
  const { t } = useTexts();
  const others = view.editions.filter(({ id }) => id !== view.id);
  const before = others.find(({ edition }) => edition < view.content.edition) ?? others[0];
  const [fromId, setFromId] = useState(before?.id);
  const from = usePlan(fromId ?? 0, fromId !== undefined);
  const words = useEntryWords({ ...from.data?.content.people, ...view.content.people });
  const changes = from.data ? comparePlans(from.data.content.parts, view.content.parts, words) : undefined;
  return (
    <Modal opened onClose={onClose} title={t('plan.compare.title')} size="xl">
      <Stack gap="sm">
        {before === undefined ? (
          <Text size="sm">{t('plan.compare.noOther')}</Text>
        ) : (
          <Group gap="xs" align="end">
            <Select
              data-autofocus
              label={t('plan.compare.from')}
              allowDeselect={false}
              value={String(fromId)}
              data={others.map(({ id, edition }) => ({
                value: String(id),
                label: t('plan.edition', { edition }),
              }))}
              onChange={(value) => setFromId(Number(value))}
            />
            <Text size="sm" pb={6}>
              {t('plan.compare.to')} {t('plan.edition', { edition: view.content.edition })}
              {changes ? ` · ${t('plan.compare.count', { count: changes.length })}` : ''}
            </Text>
          </Group>
        )}
        <ErrorNote error={from.error} />
        {fromId !== undefined && from.isPending ? (
          <Loader size="sm" aria-label={t('common.loading')} />
        ) : null}
        {changes?.length === 0 ? <Text size="sm">{t('plan.compare.none')}</Text> : null}
        {planParts.map((part) => {
          const own = changes?.filter((change) => change.part === part) ?? [];
          return own.length === 0 ? null : (
            <div key={part}>
              <Title order={3} size="h5" mb={4}>
                {t(`plan.parts.${part}`)}
              </Title>
              {own.map((change, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- changes are known by their place
                <Change key={index} change={change} />
              ))}
            </div>
          );
        })}
      </Stack>
    </Modal>
  );
}

function Change({ change }: { readonly change: PlanChange }): ReactNode {
  const { t } = useTexts();
  return (
    <div className={classes.block}>
      <Group gap={6}>
        <Badge size="sm" variant="light" color={colours[change.change]}>
          {t(`plan.compare.${change.change}`)}
        </Badge>
        <Text size="xs" fw={600}>
          {t(`plan.compare.kinds.${change.kind}`)} {change.name}
        </Text>
      </Group>
      <div className={classes.difference}>
        {change.words.map(({ kind, text }, index) => {
          // oxlint-disable react/no-array-index-key -- stretches are known by their place
          if (kind === 'added')
            return (
              <ins key={index} className={classes.added}>
                {text}
              </ins>
            );
          return kind === 'removed' ? (
            <del key={index} className={classes.removed}>
              {text}
            </del>
          ) : (
            <span key={index}>{text}</span>
          );
          // oxlint-enable react/no-array-index-key
        })}
      </div>
    </div>
  );
}
