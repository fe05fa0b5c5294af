import { Anchor, Badge, Button, Text, Title } from '@mantine/core';
import { IconCalendarPlus, IconPlayerPause } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type {
  ComplaintView,
  ExtensionLine,
  PauseLine,
} from '#shared/features/complaint/complaint.contract.ts';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { StateBadge } from './complaint-badges.tsx';
import classes from './complaint.module.css';

/** 暂停与延期 of the clock; nothing while there was none. */
export function ComplaintStops(props: {
  readonly view: ComplaintView;
  readonly onDecide: () => void;
}): ReactNode {
  const { view, onDecide } = props;
  const { t } = useTexts();
  if (view.pauses.length + view.extensions.length === 0) return null;
  return (
    <section className={classes.sheet} aria-labelledby="complaint-stops">
      <Title order={2} id="complaint-stops" className={classes.heading}>
        {t('complaint.sections.pauses')}
      </Title>
      <ul className={classes.beside}>
        {view.pauses.map((pause) => (
          <Pause key={pause.id} pause={pause} />
        ))}
        {view.extensions.map((extension) => (
          <Extension
            key={extension.id}
            extension={extension}
            onDecide={view.refusals.decide === null ? onDecide : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

function Pause({ pause }: { readonly pause: PauseLine }): ReactNode {
  const { t, day } = useTexts();
  const reason = t(`complaint.pauseReasons.${pause.reason}`);
  return (
    <li>
      <IconPlayerPause size={14} aria-hidden />
      <div>
        {pause.untilOn === null
          ? t('complaint.pauseRunning', { reason, from: day(pause.fromOn) })
          : t('complaint.pauseLine', { reason, from: day(pause.fromOn), until: day(pause.untilOn) })}
        <Text size="xs" c="dimmed">
          {pause.personName} · {pause.text}
        </Text>
      </div>
    </li>
  );
}

const colors = { waiting: 'orange', approved: 'green', refused: 'gray', old: 'gray' } as const;

function Extension(props: {
  readonly extension: ExtensionLine;
  readonly onDecide: (() => void) | undefined;
}): ReactNode {
  const { extension, onDecide } = props;
  const { t } = useTexts();
  const { stage, days, reason, consent, decision, decidedBy, decisionText } = extension;
  const state = decision === null ? 'waiting' : extension.isPresent ? decision : 'old';
  return (
    <li>
      <IconCalendarPlus size={14} aria-hidden />
      <div>
        {t('complaint.extensionLine', { stage: t(`complaint.stages.${stage}`), count: days, reason })}{' '}
        <Badge color={colors[state]}>{t(`complaint.extensionStates.${state}`)}</Badge>
        <Text size="xs" c="dimmed">
          {t('complaint.askedBy', { name: extension.personName })}
        </Text>
        {consent ? <Text size="xs">{t('complaint.consent', { text: consent })}</Text> : null}
        {decision === null ? null : (
          <Text size="xs" c="dimmed">
            {t('complaint.decidedBy', { name: decidedBy ?? '', text: decisionText ?? '' })}
          </Text>
        )}
        {decision === null && onDecide ? (
          <Button size="compact-xs" mt={4} onClick={onDecide}>
            {t('complaint.steps.decide')}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

/** 90 天内同类投诉 of the same customer or vehicle; nothing when there is none. */
export function ComplaintRecurrences({ view }: { readonly view: ComplaintView }): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  if (view.recurrences.length === 0) return null;
  return (
    <section className={classes.sheet} aria-labelledby="complaint-recurrences">
      <Title order={2} id="complaint-recurrences" className={classes.heading}>
        {t('complaint.sections.recurrences')}
      </Title>
      <ul className={classes.beside}>
        {view.recurrences.map(({ id, number, subject, receivedOn, state }) => (
          <li key={id}>
            <div>
              <Anchor inherit {...link(recordAddress('complaint', id))}>
                {number}
              </Anchor>{' '}
              <StateBadge state={state} />
              <Text size="xs" c="dimmed">
                {day(receivedOn)} · {subject}
              </Text>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
