import { Button, Group, NativeSelect, SegmentedControl, Text, Textarea, Title } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { z } from 'zod';
import type { FollowUpLine } from '#shared/features/follow-up/follow-up.contract.ts';
import { followUpWays } from '#shared/features/follow-up/follow-up.fields.ts';
import { addDays } from '#shared/kernel/day.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useStandardsOf } from '#renderer/features/standard/standard.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { keyOf } from './due-line.ts';
import { useEnterFollowUp } from './follow-up.queries.ts';
import classes from './follow-up.module.css';

const results = ['reached', 'notReached', 'callAgain', 'refused'] as const;
const scores = ['1', '2', '3', '4', '5'] as const;
const typedSchema = z.strictObject({
  result: z.enum(results),
  way: z.enum(followUpWays),
  score: z.number().nullable(),
  standardId: z.number().nullable(),
  words: z.string(),
  nextOn: z.string().nullable(),
});

export type Entered = { readonly complaintNumber: string | undefined };

/** 登记结果 of one call. Ctrl+S saves; what is typed survives a kill. `turn` counts when the keys are to come here. */
export function CallForm(props: {
  readonly line: FollowUpLine;
  readonly turn: number;
  readonly onEntered: (entered: Entered) => void;
}): ReactNode {
  const { line, turn, onEntered } = props;
  const { t, choice, field } = useTexts();
  const { today } = useSession();
  const empty = useMemo(
    (): z.infer<typeof typedSchema> => ({
      result: 'reached',
      way: 'call',
      score: null,
      standardId: null,
      words: '',
      nextOn: addDays(today, 1),
    }),
    [today],
  );
  const where = { feature: 'followUp', id: line.orderId, part: keyOf(line) };
  const [typed, setTyped, drop] = useDraft(where, typedSchema, empty);
  const saving = useEnterFollowUp();
  const resultBox = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (turn > 0) resultBox.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, [turn]);
  const { result, way, score, standardId, words, nextOn } = typed;
  const needsWords = result === 'reached' || result === 'refused';
  const isReady =
    line.customerId !== null && (!needsWords || words.trim() !== '') && (result !== 'callAgain' || nextOn);
  const save = (): void => {
    if (!isReady || saving.isPending) return;
    const { orderId, ruleId, dueOn } = line;
    const told = {
      score: result === 'reached' ? score : null,
      standardId: result === 'reached' && score !== null ? standardId : null,
      nextOn: result === 'callAgain' ? nextOn : null,
    };
    saving.mutate(
      { orderId, ruleId, dueOn, way, result, words: words.trim(), ...told },
      {
        onSuccess: ({ complaint }) => {
          drop();
          setTyped(empty);
          onEntered({ complaintNumber: complaint?.number });
        },
      },
    );
  };
  useShortcut('mod+s', save);
  return (
    <section className={classes.sheet} aria-labelledby="call-entry">
      <Title order={2} id="call-entry" size="sm" mb={6}>
        {t('followUp.entry')}
      </Title>
      <Group gap="sm" mb="xs">
        <SegmentedControl
          ref={resultBox}
          aria-label={t('followUp.result')}
          value={result}
          onChange={(value) => setTyped({ ...typed, result: results.find((one) => one === value) ?? result })}
          data={results.map((value) => ({ value, label: t(`followUp.results.${value}`) }))}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('followUp.way')}
          value={way}
          onChange={(value) => setTyped({ ...typed, way: followUpWays.find((one) => one === value) ?? way })}
          data={followUpWays.map((value) => ({ value, label: choice('followUp', 'way', value) }))}
        />
      </Group>
      {result === 'reached' ? (
        <Group gap="sm" mb="xs">
          <Text size="sm">{t('followUp.score')}</Text>
          <SegmentedControl
            aria-label={t('followUp.score')}
            value={score === null ? '' : String(score)}
            onChange={(value) => setTyped({ ...typed, score: value === '' ? null : Number(value) })}
            data={[{ value: '', label: t('followUp.noScore') }, ...scores]}
          />
          <Text size="xs" c="dimmed">
            {t('followUp.lowHint')}
          </Text>
        </Group>
      ) : null}
      {result === 'reached' && score !== null ? (
        <AboutAction
          personId={line.consultantId}
          value={standardId}
          onChange={(value) => setTyped({ ...typed, standardId: value })}
        />
      ) : null}
      {result === 'callAgain' ? (
        <DayInput
          label={t('followUp.nextOn')}
          required
          w={200}
          mb="xs"
          value={nextOn}
          minDate={today}
          onChange={(day) => setTyped({ ...typed, nextOn: day })}
        />
      ) : null}
      <Textarea
        label={needsWords ? t('followUp.words') : t('followUp.wordsOptional')}
        required={needsWords}
        value={words}
        maxLength={1000}
        autosize
        minRows={3}
        maxRows={8}
        onChange={(event) => setTyped({ ...typed, words: event.currentTarget.value })}
      />
      <ErrorNote error={saving.error} />
      <Group justify="space-between" mt="xs">
        <Text size="xs" c="dimmed">
          {t('followUp.keys')}
        </Text>
        <Button
          leftSection={<IconDeviceFloppy size={15} />}
          disabled={!isReady}
          loading={saving.isPending}
          onClick={save}
          aria-label={`${t('followUp.save')} · ${field('followUp', 'customerId')} ${line.customerName}`}
        >
          {t('followUp.save')}
        </Button>
      </Group>
    </section>
  );
}

/** 规定动作 of the consultant's post that a score may be about: it then counts beside the spot checks of that action. */
function AboutAction(props: {
  readonly personId: number | null;
  readonly value: number | null;
  readonly onChange: (standardId: number | null) => void;
}): ReactNode {
  const { personId, value, onChange } = props;
  const { t } = useTexts();
  const { today } = useSession();
  const { data } = useStandardsOf(personId, today);
  if (!data || data.standards.length === 0) return null;
  return (
    <NativeSelect
      label={t('followUp.about')}
      mb="xs"
      value={value === null ? '' : String(value)}
      onChange={(event) => {
        const { value: chosen } = event.currentTarget;
        onChange(chosen === '' ? null : Number(chosen));
      }}
      data={[
        { value: '', label: t('followUp.wholeDelivery') },
        ...data.standards.map(({ id, code, text }) => ({ value: String(id), label: `${code} ${text}` })),
      ]}
    />
  );
}
