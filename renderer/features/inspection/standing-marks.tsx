import { Badge, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconPlayerPlay,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PdiStanding } from '#shared/features/inspection/inspection.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const looks: Readonly<Record<PdiStanding['state'], readonly [colour: string, icon: Icon]>> = {
  missing: ['gray', IconCircleDashed],
  open: ['blue', IconPlayerPlay],
  failed: ['red', IconAlertTriangle],
  passed: ['green', IconCheck],
  expired: ['orange', IconClockExclamation],
};

/** One standing as icon and word. */
export function StandingBadge(props: { readonly state: PdiStanding['state'] }): ReactNode {
  const { state } = props;
  const { t } = useTexts();
  const [colour, Shown] = looks[state];
  return (
    <Badge color={colour} size="lg" leftSection={<Shown size={14} aria-hidden />}>
      {t(`inspection.standing.states.${state}`)}
    </Badge>
  );
}

/** The three PDI in one line of a list: short name, icon, and the word for readers. */
export function StandingMarks(props: { readonly standings: readonly PdiStanding[] }): ReactNode {
  const { standings } = props;
  const { t, choice } = useTexts();
  return (
    <Group gap={8} wrap="nowrap">
      {standings.map(({ purpose, state }) => {
        const [colour, Shown] = looks[state];
        const sentence = t('common.named', {
          name: choice('inspection', 'purpose', purpose),
          value: t(`inspection.standing.states.${state}`),
        });
        return (
          <Text
            key={purpose}
            span
            inherit
            title={sentence}
            c={state === 'passed' || state === 'missing' ? 'dimmed' : `var(--mantine-color-${colour}-text)`}
          >
            <Shown size={14} aria-hidden style={{ verticalAlign: '-2px' }} />
            {t(`inspection.standing.short.${purpose}`)}
            <span className="only-read-aloud">{t(`inspection.standing.states.${state}`)}</span>
          </Text>
        );
      })}
    </Group>
  );
}
