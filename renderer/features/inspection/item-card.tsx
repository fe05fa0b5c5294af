import { Alert, Badge, Button, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCloudUp,
  IconHistory,
  IconMessage2,
  IconMinus,
  IconX,
} from '@tabler/icons-react';
import { useState, type DragEvent, type ReactNode } from 'react';
import { textIn } from '#shared/features/checklist/checklist.content.ts';
import type { EarlierFinding } from '#shared/features/inspection/inspection.contract.ts';
import { numberShown } from '#renderer/components/fields/typing.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { AnswerQueue, GivenAnswer } from './answer-queue.ts';
import type { ItemState } from './check-state.ts';
import { DelayedText } from './delayed-text.tsx';
import { ItemAnswer } from './item-answer.tsx';
import { PhotoStrip, usePhotoSender } from './photo-strip.tsx';
import classes from './check.module.css';

const verdictIcons = { ok: IconCheck, ng: IconX, notApplicable: IconMinus, open: null } as const;

/** One item: what is asked, what was found before, the answer, note and photos, and whether it is safe. */
export function ItemCard(props: {
  readonly id: number;
  readonly at: number;
  readonly state: ItemState;
  readonly queue: AnswerQueue;
  readonly readOnly: boolean;
  /** Signing was tried: what is missing is said. */
  readonly tried: boolean;
}): ReactNode {
  const { id, at, state, queue, readOnly, tried } = props;
  const { item, answer, line, verdict, lack, earlier, photos } = state;
  const { t, language } = useTexts();
  const sender = usePhotoSender({ id, item: item.code, markId: null });
  const [noteOpen, setNoteOpen] = useState(false);
  const [over, setOver] = useState(false);
  const title = textIn(item.title, language);
  const version = line?.version ?? 0;
  const give = (next: GivenAnswer): void => queue.give(item.code, version, next);
  const { photos: _photos, ...given } = answer;
  const asksNote = verdict === 'ng' && item.ngNote;
  const asksPhoto = (verdict === 'ng' && item.ngPhoto) || item.type === 'photo';
  const showsNote = noteOpen || asksNote || verdict === 'ng' || (answer.note ?? '') !== '';
  const showsPhotos = asksPhoto || verdict === 'ng' || photos.length > 0 || noteOpen;
  const Verdict = verdictIcons[verdict];
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    sender.send([...event.dataTransfer.files]);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- photos may be dropped on it
    <li
      id={`item-${item.code}`}
      data-item={item.code}
      data-verdict={verdict}
      data-over={over || undefined}
      className={classes.card}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keys 1, 2, 3 and the arrows act on the item
      tabIndex={0}
      aria-label={title}
      onDragOver={(event) => {
        if (readOnly) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={readOnly ? undefined : drop}
    >
      <div className={classes.ask1}>
        <span className={classes.at} aria-hidden>
          {Verdict ? <Verdict size={16} stroke={2.5} /> : at}
        </span>
        <div className={classes.words}>
          <Text fw={600} size="lg">
            {title}
            {item.required ? null : (
              <Text span c="dimmed" size="sm" fw={400}>
                {' '}
                · {t('common.optional')}
              </Text>
            )}
          </Text>
          {item.standard ? (
            <Text c="dimmed">
              {t('common.named', {
                name: t('inspection.check.standard'),
                value: textIn(item.standard, language),
              })}
            </Text>
          ) : null}
          {earlier.map((one) => (
            <Earlier key={one.inspectionId} finding={one} />
          ))}
        </div>
        <SavedMark state={state} />
      </div>
      <div className={classes.answer}>
        <ItemAnswer item={item} answer={given} readOnly={readOnly} onAnswer={give} />
        {readOnly || showsNote ? null : (
          <Button
            size="lg"
            variant="subtle"
            color="gray"
            leftSection={<IconMessage2 size={20} aria-hidden />}
            aria-label={t('inspection.check.itemNote', { title })}
            onClick={() => setNoteOpen(true)}
          >
            {t('inspection.check.addNote')}
          </Button>
        )}
      </div>
      {showsNote && !(readOnly && !answer.note) ? (
        <DelayedText
          label={t('inspection.check.itemNote', { title })}
          placeholder={t(asksNote ? 'inspection.check.needsNote' : 'inspection.check.addNote')}
          value={answer.note ?? ''}
          readOnly={readOnly}
          maxLength={1000}
          error={tried && lack === 'note' ? t('problem.issues.note-missing') : undefined}
          onText={(text) => give({ ...given, note: text === '' ? null : text })}
        />
      ) : null}
      {showsPhotos || sender.waiting > 0 || sender.error ? (
        <PhotoStrip
          id={id}
          title={title}
          photos={photos}
          sender={sender}
          readOnly={readOnly}
          isWanted={lack === 'photo' || (item.type === 'photo' && lack === 'answer')}
        />
      ) : null}
      {tried && lack !== null && lack !== 'note' ? (
        <Text c="var(--mantine-color-error)" size="sm" role="alert">
          {t(lack === 'photo' ? 'problem.issues.photo-missing' : 'problem.issues.answer-missing')}
        </Text>
      ) : null}
      <Trouble state={state} queue={queue} />
    </li>
  );
}

function Earlier(props: { readonly finding: EarlierFinding }): ReactNode {
  const { purpose, number, finishedOn, note, actionId, actionNumber, closed, inspectionId } = props.finding;
  const { t, choice, day } = useTexts();
  const link = useLink();
  return (
    <Text size="sm" className={classes.earlier}>
      <IconHistory size={15} aria-hidden />{' '}
      <a {...link(`/inspection/${inspectionId}`)}>
        {t('inspection.check.earlier', {
          purpose: choice('inspection', 'purpose', purpose),
          number,
          day: day(finishedOn),
        })}
      </a>
      {note ? ` · ${note}` : ''}
      {actionId === null ? null : (
        <>
          {' · '}
          <a {...link(`/action/${actionId}`)}>
            {t('inspection.check.earlierTask', { number: actionNumber ?? '' })}
          </a>{' '}
          <Badge color={closed ? 'green' : 'orange'}>
            {t(closed ? 'inspection.check.taskClosed' : 'inspection.check.taskOpen')}
          </Badge>
        </>
      )}
    </Text>
  );
}

/** Who answered, and whether it has arrived. */
function SavedMark(props: { readonly state: ItemState }): ReactNode {
  const { queued, line } = props.state;
  const { t, instant } = useTexts();
  if (queued)
    return (
      <Text size="xs" c="dimmed" className={classes.saved}>
        {queued.state === 'conflict' || queued.state === 'refused' ? (
          <IconAlertTriangle size={15} aria-hidden />
        ) : (
          <IconCloudUp size={15} aria-hidden />
        )}
        <span className="only-read-aloud">{t('inspection.check.saving')}</span>
      </Text>
    );
  if (!line) return null;
  return (
    <Text size="xs" c="dimmed" className={classes.saved}>
      {line.at === ''
        ? t('inspection.check.saved')
        : t('inspection.check.answeredBy', { name: line.personName, time: instant(line.at).slice(-5) })}
    </Text>
  );
}

/** A conflict or refusal beside its item, until the person decides. */
function Trouble(props: { readonly state: ItemState; readonly queue: AnswerQueue }): ReactNode {
  const { state, queue } = props;
  const { queued, line, item } = state;
  const { t, error } = useTexts();
  const inWords = useAnswerWords();
  if (!queued || (queued.state !== 'conflict' && queued.state !== 'refused')) return null;
  const data = queued.error;
  return (
    <Alert color="orange" icon={<IconAlertTriangle size={18} />} role="alert" p="sm">
      <Text>
        {queued.state === 'conflict'
          ? t('inspection.check.conflict', {
              by: (data?.code === 'conflict' ? data.by : undefined) ?? line?.personName ?? '',
              theirs: line ? inWords(state, line) : t('inspection.check.nothing'),
              mine: inWords(state, queued.answer),
            })
          : t('inspection.check.refused', { sentence: data ? error(data) : '' })}
      </Text>
      <Button.Group mt="xs">
        {queued.state === 'conflict' ? (
          <Button size="md" onClick={() => queue.again(item.code, line?.version ?? 0)}>
            {t('inspection.check.takeMine')}
          </Button>
        ) : null}
        <Button size="md" variant="default" onClick={() => queue.drop(item.code)}>
          {t(queued.state === 'conflict' ? 'inspection.check.takeTheirs' : 'inspection.check.dropMine')}
        </Button>
      </Button.Group>
    </Alert>
  );
}

/** An answer in a few words. */
function useAnswerWords(): (state: ItemState, answer: GivenAnswer) => string {
  const { t, language } = useTexts();
  return ({ item }, { result, number, choice, text, note }) => {
    const results = {
      ok: t('inspection.check.ok'),
      ng: t('inspection.check.bad'),
      notApplicable: t('inspection.check.notApplicable'),
    };
    const chosen = item.type === 'choice' ? item.choices.find(({ value }) => value === choice) : undefined;
    const words = [
      result === null ? null : results[result],
      number === null ? null : `${numberShown(number, 3)} ${item.type === 'number' ? item.unit : ''}`.trim(),
      chosen ? textIn(chosen.title, language) : null,
      text,
      note,
    ].filter((word) => word !== null && word !== '');
    return words.length === 0 ? t('inspection.check.nothing') : words.join(' · ');
  };
}
