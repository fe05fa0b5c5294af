import { Button, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconArrowRight,
  IconCheck,
  IconCloudOff,
  IconCloudUp,
  IconSignature,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { QueuedAnswer } from './answer-queue.ts';
import type { Step } from './check-state.ts';
import classes from './check.module.css';

/** Bottom bar: whether everything is safe, what is missing, the way on, and the signature. */
export function CheckBar(props: {
  readonly steps: readonly Step[];
  readonly present: string;
  readonly entries: ReadonlyMap<string, QueuedAnswer>;
  /** Photos on their way. */
  readonly photosWaiting: number;
  readonly onStep: (key: string) => void;
  readonly onMissing: () => void;
  readonly onSign: () => void;
}): ReactNode {
  const { steps, present, entries, photosWaiting, onStep, onMissing, onSign } = props;
  const { t } = useTexts();
  const lacking = steps.reduce((sum, step) => sum + step.lacking, 0);
  const ng = steps.reduce((sum, step) => sum + step.ng, 0);
  const at = steps.findIndex(({ key }) => key === present);
  const before = steps[at - 1];
  const after = steps[at + 1];
  return (
    <div className={classes.bar}>
      <SaveState entries={entries} photosWaiting={photosWaiting} />
      <Button
        size="lg"
        variant={lacking > 0 ? 'light' : 'subtle'}
        color={lacking > 0 ? 'orange' : 'green'}
        leftSection={
          lacking > 0 ? <IconAlertTriangle size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />
        }
        disabled={lacking === 0}
        onClick={onMissing}
      >
        {lacking > 0 ? t('inspection.check.missing', { count: lacking }) : t('inspection.check.complete')}
      </Button>
      {ng > 0 ? (
        <Text span fw={600} c="var(--mantine-color-error)" className={classes.count}>
          <IconX size={16} aria-hidden /> {t('inspection.check.ng', { count: ng })}
        </Text>
      ) : null}
      <div className={classes.way}>
        <Button
          size="lg"
          variant="default"
          disabled={!before}
          aria-label={t('inspection.check.previous')}
          onClick={() => before && onStep(before.key)}
        >
          <IconArrowLeft size={20} aria-hidden />
        </Button>
        <Button
          size="lg"
          variant="default"
          disabled={!after}
          rightSection={<IconArrowRight size={20} aria-hidden />}
          onClick={() => after && onStep(after.key)}
        >
          {t('inspection.check.next')}
        </Button>
        <Button
          size="lg"
          variant={lacking === 0 ? 'filled' : 'outline'}
          leftSection={<IconSignature size={20} aria-hidden />}
          aria-keyshortcuts="Control+S"
          onClick={onSign}
        >
          {t('inspection.check.signNow')}
        </Button>
      </div>
    </div>
  );
}

function SaveState(props: {
  readonly entries: ReadonlyMap<string, QueuedAnswer>;
  readonly photosWaiting: number;
}): ReactNode {
  const { t } = useTexts();
  const all = [...props.entries.values()];
  const count = all.length + props.photosWaiting;
  const trouble = all.filter(({ state }) => state === 'conflict' || state === 'refused').length;
  const away = all.some(({ error }) => error?.code === 'unavailable' || error?.code === 'signed-out');
  const [Shown, sentence, colour] =
    trouble > 0
      ? ([IconAlertTriangle, t('inspection.check.trouble', { count: trouble }), 'error'] as const)
      : away
        ? ([IconCloudOff, t('inspection.check.offline', { count }), 'error'] as const)
        : count > 0
          ? ([IconCloudUp, t('inspection.check.saving'), 'dimmed'] as const)
          : ([IconCheck, t('inspection.check.saved'), 'dimmed'] as const);
  return (
    <Text span size="sm" c={`var(--mantine-color-${colour})`} className={classes.saveState} role="status">
      <Shown size={16} aria-hidden /> {sentence}
    </Text>
  );
}
