import { Alert, Button, Group, Paper, SegmentedControl, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconDeviceFloppy } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import { z } from 'zod';
import type { AskedStandard } from '#shared/features/standard/standard.contract.ts';
import { spotMarks, type SpotMark } from '#shared/features/standard/standard.rules.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { useDraft } from '#renderer/components/draft/use-draft.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { percentOf } from './figures.ts';
import { useCreateSpotCheck, useStandardsOf } from './standard.queries.ts';
import classes from './standard.module.css';

const typedSchema = z.strictObject({
  personId: z.number().nullable(),
  day: z.string(),
  note: z.string(),
  marks: z.record(z.string(), z.enum(spotMarks)),
  notes: z.record(z.string(), z.string()),
});
type Typed = z.infer<typeof typedSchema>;

/** 新建抽查: whom, when, and each action of the post marked once. Ctrl+S saves; what is typed survives a kill. */
export function SpotCheckForm(): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const go = useGo();
  const empty = useMemo(
    (): Typed => ({ personId: null, day: today, note: '', marks: {}, notes: {} }),
    [today],
  );
  const [typed, setTyped, drop] = useDraft({ feature: 'spotCheck', id: 'new' }, typedSchema, empty);
  const { data } = useStandardsOf(typed.personId, typed.day);
  const saving = useCreateSpotCheck();
  const asked = data?.standards ?? [];
  const marked = asked.flatMap(({ id }) => {
    const mark = typed.marks[id];
    return mark ? [{ standardId: id, mark, note: typed.notes[id]?.trim() || null }] : [];
  });
  const isReady =
    typed.personId !== null && typed.day !== '' && asked.length > 0 && marked.length === asked.length;
  const save = (): void => {
    if (!isReady || saving.isPending || typed.personId === null) return;
    saving.mutate(
      { personId: typed.personId, checkedOn: typed.day, note: typed.note.trim() || null, marks: marked },
      {
        onSuccess: ({ id, scoreBasisPoints }) => {
          drop();
          setTyped(empty);
          notifications.show({
            message: t('standard.saved', { score: percentOf(scoreBasisPoints) }),
            color: 'green',
          });
          go(recordAddress('spotCheck', id), { replace: true });
        },
      },
    );
  };
  useShortcut('mod+s', save);
  return (
    <PageFrame
      title={t('standard.newCheck')}
      maxWidth={860}
      actions={
        <Button
          leftSection={<IconDeviceFloppy size={15} />}
          disabled={!isReady}
          loading={saving.isPending}
          onClick={save}
        >
          {t('standard.save')}
        </Button>
      }
    >
      <Paper className="sheet">
        <Group gap="md" align="end">
          <ReferenceField
            feature="person"
            label={t('standard.whom')}
            required
            value={typed.personId}
            onChange={(personId) => setTyped({ ...typed, personId, marks: {}, notes: {} })}
          />
          <DayInput
            label={t('standard.day')}
            value={typed.day || null}
            maxDate={today}
            onChange={(day) => setTyped({ ...typed, day: day ?? '' })}
          />
        </Group>
        {data && asked.length === 0 ? (
          <Alert color="orange" mt="sm" icon={<IconAlertTriangle size={18} aria-hidden />}>
            {data.post === '' ? t('standard.noPost') : t('standard.noStandards', { post: data.post })}
          </Alert>
        ) : null}
        <ul className={classes.marks}>
          {asked.map((one) => (
            <Asked
              key={one.id}
              standard={one}
              mark={typed.marks[one.id]}
              note={typed.notes[one.id] ?? ''}
              onMark={(mark) => setTyped({ ...typed, marks: { ...typed.marks, [one.id]: mark } })}
              onNote={(note) => setTyped({ ...typed, notes: { ...typed.notes, [one.id]: note } })}
            />
          ))}
        </ul>
        <Textarea
          label={t('standard.note')}
          value={typed.note}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => setTyped({ ...typed, note: event.currentTarget.value })}
        />
        <ErrorNote error={saving.error} />
      </Paper>
    </PageFrame>
  );
}

function Asked(props: {
  readonly standard: AskedStandard;
  readonly mark: SpotMark | undefined;
  readonly note: string;
  readonly onMark: (mark: SpotMark) => void;
  readonly onNote: (note: string) => void;
}): ReactNode {
  const { standard, mark, note, onMark, onNote } = props;
  const { t } = useTexts();
  return (
    <li>
      <span>
        <Text span inherit c="dimmed">
          {standard.code}
        </Text>{' '}
        {standard.text} <small className="figures">{t('standard.weight', { weight: standard.weight })}</small>
        {mark === 'missed' ? (
          <TextInput
            aria-label={`${t('standard.markNote')} ${standard.code}`}
            placeholder={t('standard.markNote')}
            value={note}
            maxLength={500}
            onChange={(event) => onNote(event.currentTarget.value)}
          />
        ) : null}
      </span>
      <SegmentedControl
        aria-label={standard.text}
        value={mark ?? ''}
        onChange={(value) => {
          const chosen = spotMarks.find((one) => one === value);
          if (chosen) onMark(chosen);
        }}
        data={spotMarks.map((value) => ({ value, label: t(`standard.marks.${value}`) }))}
      />
    </li>
  );
}
