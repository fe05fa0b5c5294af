import { ActionIcon, Button, Checkbox, Group, Text, Textarea, TextInput } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { z } from 'zod';
import type { GapView } from '#shared/features/gap/gap.contract.ts';
import { branchEnd, deepestWhy, mostWhys, type Why } from '#shared/features/gap/gap-why.rules.ts';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useSaveGap } from './gap.queries.ts';
import classes from './gap.module.css';

/** What is typed of a gap record; kept as a draft until it is saved. */
const typedSchema = z.strictObject({
  whys: z.array(z.strictObject({ depth: z.number(), text: z.string(), isRoot: z.boolean() })),
  cause: z.string(),
  ownerId: z.number().nullable(),
});
type Typed = z.infer<typeof typedSchema>;

const none: Why = { depth: 0, text: '', isRoot: false };
const perStep = 22;

/** 5 个为什么 and the root cause. Enter adds a row, Alt+→ moves it one step deeper, Alt+← one up. */
export function GapWhys(props: { readonly view: GapView; readonly frozen: boolean }): ReactNode {
  const { view, frozen } = props;
  const { t } = useTexts();
  const kept: Typed = { whys: [...view.whys], cause: view.cause ?? '', ownerId: view.ownerId };
  const [typed, setTyped] = useDraft({ feature: 'gap', id: view.id }, typedSchema, kept);
  const saving = useSaveGap();
  const [focus, setFocus] = useState<number>();
  const isChanged = JSON.stringify(typed) !== JSON.stringify(kept);
  const setWhys = (whys: Typed['whys'], row?: number): void => {
    setTyped({ ...typed, whys });
    if (row !== undefined) setFocus(row);
  };
  const save = (): void =>
    saving.mutate({
      id: view.id,
      version: view.version,
      ownerId: typed.ownerId ?? view.ownerId,
      cause: typed.cause,
      whys: typed.whys,
    });
  const move = (at: number, by: 1 | -1): void => {
    const [row, above] = [typed.whys[at], typed.whys[at - 1]];
    if (!row) return;
    const deepest = Math.max(
      ...typed.whys.slice(at, branchEnd(typed.whys, at) + 1).map(({ depth }) => depth),
    );
    const fits = by < 0 ? row.depth > 0 : deepest < deepestWhy && row.depth <= (above?.depth ?? -1);
    if (!fits) return;
    const end = branchEnd(typed.whys, at);
    setWhys(
      typed.whys.map((one, index) => (index >= at && index <= end ? { ...one, depth: one.depth + by } : one)),
      at,
    );
  };
  const add = (after: number, depth: number): void =>
    setWhys(
      [...typed.whys.slice(0, after + 1), { ...none, depth }, ...typed.whys.slice(after + 1)],
      after + 1,
    );
  const onKeyDown = (event: KeyboardEvent, at: number): void => {
    if (event.nativeEvent.isComposing) return;
    const depth = typed.whys[at]?.depth ?? 0;
    if (event.key === 'Enter' && event.ctrlKey) save();
    else if (event.key === 'Enter') add(branchEnd(typed.whys, at), depth);
    else if (event.key === 'ArrowRight' && event.altKey) move(at, 1);
    else if (event.key === 'ArrowLeft' && event.altKey) move(at, -1);
    else return;
    event.preventDefault();
  };
  return (
    <section className={`sheet ${classes.part}`} aria-label={t('gap.whys')}>
      <Text component="h2" fw={600}>
        {t('gap.whys')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {t('gap.whysHint')}
      </Text>
      <ul className={classes.whys}>
        {typed.whys.map((row, at) => (
          // eslint-disable-next-line react/no-array-index-key -- rows have no name of their own and are told by their place
          <li key={at} className={classes.why} style={{ paddingLeft: row.depth * perStep }}>
            <TextInput
              aria-label={t('gap.why', { depth: row.depth + 1 })}
              placeholder={t('gap.why', { depth: row.depth + 1 })}
              value={row.text}
              readOnly={frozen}
              maxLength={300}
              ref={(input) => {
                if (input && focus === at) {
                  input.focus();
                  setFocus(undefined);
                }
              }}
              onChange={(event) => {
                const text = event.currentTarget.value;
                setWhys(typed.whys.map((one, index) => (index === at ? { ...one, text } : one)));
              }}
              onKeyDown={(event) => onKeyDown(event, at)}
            />
            <Checkbox
              label={t('gap.root')}
              checked={row.isRoot}
              disabled={frozen}
              onChange={(event) => {
                const isRoot = event.currentTarget.checked;
                setWhys(typed.whys.map((one, index) => (index === at ? { ...one, isRoot } : one)));
              }}
            />
            {frozen ? null : (
              <Group gap={2} wrap="nowrap">
                <ActionIcon
                  color="gray"
                  variant="subtle"
                  aria-label={t('gap.higher')}
                  title={t('gap.higher')}
                  onClick={() => move(at, -1)}
                >
                  <IconArrowLeft size={14} />
                </ActionIcon>
                <ActionIcon
                  color="gray"
                  variant="subtle"
                  aria-label={t('gap.deeper')}
                  title={t('gap.deeper')}
                  onClick={() => move(at, 1)}
                >
                  <IconArrowRight size={14} />
                </ActionIcon>
                <ActionIcon
                  color="gray"
                  variant="subtle"
                  aria-label={t('gap.dropWhy')}
                  title={t('gap.dropWhy')}
                  onClick={() => {
                    const end = branchEnd(typed.whys, at);
                    setWhys(typed.whys.filter((_, index) => index < at || index > end));
                  }}
                >
                  <IconTrash size={14} />
                </ActionIcon>
              </Group>
            )}
          </li>
        ))}
      </ul>
      {frozen || typed.whys.length >= mostWhys ? null : (
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            onClick={() => add(typed.whys.length - 1, 0)}
          >
            {t('gap.addWhy')}
          </Button>
          {typed.whys.length === 0 ? null : (
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconArrowRight size={14} />}
              onClick={() => {
                const last = typed.whys.at(-1)?.depth ?? -1;
                add(typed.whys.length - 1, Math.min(last + 1, deepestWhy));
              }}
            >
              {t('gap.deeper')}
            </Button>
          )}
        </Group>
      )}
      <Textarea
        mt="xs"
        label={t('gap.cause')}
        description={frozen ? undefined : t('gap.causeHint')}
        value={typed.cause}
        readOnly={frozen}
        autosize
        minRows={1}
        maxLength={1000}
        onChange={(event) => setTyped({ ...typed, cause: event.currentTarget.value })}
      />
      <Group mt="xs" align="flex-end" gap="xs">
        <ReferenceField
          feature="person"
          label={t('gap.owner')}
          name={view.ownerName}
          value={typed.ownerId}
          required
          readOnly={frozen}
          onChange={(ownerId) => setTyped({ ...typed, ownerId })}
        />
        {frozen ? null : (
          <Button disabled={!isChanged} loading={saving.isPending} onClick={save}>
            {t('gap.save')}
          </Button>
        )}
        {isChanged && !frozen ? (
          <Text size="xs" c="dimmed">
            {t('gap.unsaved')}
          </Text>
        ) : null}
      </Group>
      <ErrorNote error={saving.error} />
    </section>
  );
}
