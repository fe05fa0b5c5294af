import { Badge, Progress, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconClock, IconScale, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ComplaintClock } from '#shared/features/complaint/complaint-clock.rules.ts';
import type { ComplaintView } from '#shared/features/complaint/complaint.contract.ts';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { MissingYears } from '#renderer/features/calendar/missing-years.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { EscalationBadge } from './complaint-badges.tsx';
import { timeLeft } from './time-left.ts';
import classes from './complaint.module.css';

/** 时限: the clock that counts now in large, the other terms below. */
export function ComplaintClocks({ view }: { readonly view: ComplaintView }): ReactNode {
  const { t } = useTexts();
  const { clocks, escalation } = view;
  const present = clocks.find(({ stoppedOn }) => stoppedOn === null);
  const others = clocks.filter((clock) => clock !== present);
  const years = [...new Set(clocks.flatMap(({ missingYears }) => missingYears))];
  return (
    <section className={classes.sheet} aria-label={t('complaint.clock.title')}>
      <Present clock={present} isClosed={view.closedOn !== null} />
      <EscalationBadge escalation={escalation} />
      {others.length > 0 ? (
        <>
          <Text size="xs" c="dimmed" mt="xs">
            {t(present ? 'complaint.clock.others' : 'complaint.clock.allOf')}
          </Text>
          <ul className={classes.terms}>
            {others.map((clock) => (
              <Other key={`${clock.ruleId} ${clock.stage}`} clock={clock} />
            ))}
          </ul>
        </>
      ) : null}
      <MissingYears years={years} />
    </section>
  );
}

function Present(props: {
  readonly clock: ComplaintClock | undefined;
  readonly isClosed: boolean;
}): ReactNode {
  const { clock, isClosed } = props;
  const texts = useTexts();
  const { t, day } = texts;
  const { tone, icon: Shown, words } = timeLeft(clock, texts);
  const percent = Math.round((clock?.shareBasisPoints ?? 0) / 100);
  return (
    <div className={classes.clock} data-tone={isClosed ? 'none' : tone}>
      <div className={classes.left} role="status">
        <Shown size={30} stroke={1.8} aria-hidden />
        <Title order={2} className={classes.leftWords}>
          {isClosed ? t('complaint.clock.done') : words}
        </Title>
      </div>
      {clock ? (
        <>
          <Progress
            value={Math.min(100, percent)}
            size="lg"
            color={
              tone === 'late' ? 'red' : tone === 'standing' ? 'gray' : tone === 'calm' ? 'desk' : 'orange'
            }
            aria-label={t('complaint.clock.progress', { percent })}
          />
          <Text size="sm" className="figures">
            <strong>
              {t('complaint.clock.due', {
                stage: t(`complaint.stages.${clock.stage}`),
                day: day(clock.dueOn),
              })}
            </strong>{' '}
            · <Basis clock={clock} />
          </Text>
          <Text size="xs" c="dimmed" className="figures">
            {t('complaint.clock.used', { used: clock.usedDays, term: clock.termDays })} (
            {t(`complaint.clock.dayKinds.${clock.dayKind}`)})
            {clock.extendedDays > 0
              ? ` · ${t('complaint.clock.extended', { count: clock.extendedDays })}`
              : ''}
          </Text>
          {clock.confirmed ? null : <CheckedMark checked={false} />}
        </>
      ) : null}
    </div>
  );
}

/** By which rule, and whether it is the law's or the store's own. */
function Basis({ clock }: { readonly clock: ComplaintClock }): ReactNode {
  const { t } = useTexts();
  return (
    <span>
      {clock.name}{' '}
      <Badge
        color={clock.basis === 'law' ? 'blue' : 'gray'}
        leftSection={clock.basis === 'law' ? <IconScale size={12} aria-hidden /> : undefined}
      >
        {t(`complaint.clock.basis.${clock.basis}`)}
      </Badge>
    </span>
  );
}

function Other({ clock }: { readonly clock: ComplaintClock }): ReactNode {
  const texts = useTexts();
  const { t, day } = texts;
  const { stoppedOn, isLate } = clock;
  const Shown = stoppedOn === null ? IconClock : isLate ? IconX : IconCircleCheck;
  return (
    <li>
      <span>
        {t('complaint.clock.due', { stage: t(`complaint.stages.${clock.stage}`), day: day(clock.dueOn) })}{' '}
        <Text span inherit c="dimmed">
          {clock.name}
        </Text>
      </span>
      <span className={isLate ? classes.lateWords : undefined}>
        <Shown size={13} aria-hidden />{' '}
        {stoppedOn === null
          ? timeLeft(clock, texts).words
          : t(isLate ? 'complaint.clock.missed' : 'complaint.clock.kept', { day: day(stoppedOn) })}
      </span>
    </li>
  );
}
