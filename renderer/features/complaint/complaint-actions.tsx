import { Button, Menu, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import {
  IconArrowBackUp,
  IconCalendarPlus,
  IconCircleCheck,
  IconDots,
  IconForbid,
  IconHandGrab,
  IconHistory,
  IconMessage,
  IconNote,
  IconPencil,
  IconPhone,
  IconPlayerPause,
  IconPlayerPlay,
  IconUserShare,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ComplaintView } from '#shared/features/complaint/complaint.contract.ts';
import type { ComplaintState } from '#shared/features/complaint/complaint.fields.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { useComplaintStep, type AskedStep, type TakenStep } from './complaint.queries.ts';

/** The step that a complaint waits for. */
const nextOf: Readonly<Record<ComplaintState, Exclude<TakenStep, 'investigate'>>> = {
  open: 'take',
  inHand: 'answer',
  answered: 'callBack',
  calledBack: 'close',
  closed: 'reopen',
};

const icons: Readonly<Record<Exclude<TakenStep, 'investigate'>, Icon>> = {
  take: IconHandGrab,
  assign: IconUserShare,
  note: IconNote,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  extend: IconCalendarPlus,
  decide: IconCalendarPlus,
  answer: IconMessage,
  callBack: IconPhone,
  close: IconCircleCheck,
  force: IconForbid,
  reopen: IconArrowBackUp,
};

type ActionsProps = {
  readonly view: ComplaintView;
  readonly onAsk: (step: AskedStep) => void;
  readonly onHistory: () => void;
};

/** What may be done now: the next step first; one that is refused says why. */
export function ComplaintActions({ view, onAsk, onHistory }: ActionsProps): ReactNode {
  const { t, error: sentence } = useTexts();
  const go = useGo();
  const taking = useComplaintStep();
  const next = nextOf[view.state];
  const ask = (step: Exclude<TakenStep, 'investigate'>): void => {
    if (step !== 'take') return onAsk(step);
    taking.mutate(
      { step, one: { id: view.id, version: view.version }, values: {} },
      {
        onError: (error) => notifications.show({ message: sentence(errorData(error)), color: 'red' }),
      },
    );
    return undefined;
  };
  const clock = view.refusals.resume === null ? 'resume' : 'pause';
  const beside = (['note', clock, 'extend'] as const).filter((step) => view.refusals[step] === null);
  const more = (['assign', 'force'] as const).filter((step) => view.refusals[step] === null);
  return (
    <>
      {beside.map((step) => {
        const Shown = icons[step];
        return (
          <Button key={step} variant="default" leftSection={<Shown size={15} />} onClick={() => ask(step)}>
            {t(`complaint.steps.${step}`)}
          </Button>
        );
      })}
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={15} />}>
            {t('complaint.more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {view.refusals.edit === null ? (
            <Menu.Item
              leftSection={<IconPencil size={15} />}
              onClick={() => go(`/complaint/${view.id}/data`)}
            >
              {t('complaint.steps.edit')}
            </Menu.Item>
          ) : null}
          {more.map((step) => {
            const Shown = icons[step];
            return (
              <Menu.Item
                key={step}
                color={step === 'force' ? 'red' : undefined}
                leftSection={<Shown size={15} />}
                onClick={() => ask(step)}
              >
                {t(`complaint.steps.${step}`)}
              </Menu.Item>
            );
          })}
          <Menu.Item leftSection={<IconHistory size={15} />} onClick={onHistory}>
            {t('complaint.history')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NextStep view={view} step={next} busy={taking.isPending} onAsk={() => ask(next)} />
    </>
  );
}

function NextStep(props: {
  readonly view: ComplaintView;
  readonly step: Exclude<TakenStep, 'investigate'>;
  readonly busy: boolean;
  readonly onAsk: () => void;
}): ReactNode {
  const { view, step, busy, onAsk } = props;
  const { t } = useTexts();
  const refusal = view.refusals[step];
  const Shown = icons[step];
  if (view.isRemoved || refusal === 'complaint-not-your-right') return null;
  return (
    <Tooltip
      label={refusal ? t(`problem.reasons.${refusal}`) : ''}
      disabled={refusal === null}
      openDelay={100}
    >
      <Button
        leftSection={<Shown size={15} />}
        loading={busy}
        data-disabled={refusal !== null || undefined}
        aria-disabled={refusal !== null}
        onClick={() => (refusal === null ? onAsk() : undefined)}
      >
        {t(`complaint.steps.${step}`)}
      </Button>
    </Tooltip>
  );
}
