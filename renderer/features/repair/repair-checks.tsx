import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconProgress,
  IconTrash,
  type Icon,
} from '@tabler/icons-react';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { LevelLine, RepairChecks } from '#shared/features/repair/repair.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import formClasses from '#renderer/components/record-form/record-form.module.css';
import { useGo, useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { CertificatePart } from './certificate-part.tsx';
import { PartExceptions } from './part-exceptions.tsx';
import { ReworkPart } from './rework-part.tsx';
import { useDecideReturn, useRepairChecks, useStartCheck } from './repair.queries.ts';
import classes from './repair-checks.module.css';

const looks: Readonly<Record<LevelLine['state'], { readonly icon: Icon; readonly color: string }>> = {
  missing: { icon: IconCircleDashed, color: 'gray' },
  open: { icon: IconProgress, color: 'blue' },
  passed: { icon: IconCircleCheck, color: 'green' },
  failed: { icon: IconCircleX, color: 'red' },
  void: { icon: IconTrash, color: 'gray' },
};

/** State of a level, icon and word. */
function LevelBadge(props: { readonly state: LevelLine['state'] }): ReactNode {
  const { t } = useTexts();
  const { icon: Shown, color } = looks[props.state];
  return (
    <Badge color={color} leftSection={<Shown size={12} aria-hidden />}>
      {t(`repairQuality.states.${props.state}`)}
    </Badge>
  );
}

/** 质量检验 of a repair order: levels, rework, parts, certificate, warranty, return. */
export function RepairChecksPart(props: { readonly id: number }): ReactNode {
  const { id } = props;
  const { t } = useTexts();
  const { data, error, refetch } = useRepairChecks(id);
  return (
    <section className={clsx(formClasses.sheet, formClasses.section)} aria-labelledby="repair-checks">
      <div className={formClasses.sectionHead}>
        <Text component="h2" id="repair-checks" fw={600}>
          {t('repairQuality.heading')}
        </Text>
        {data ? (
          <Text size="xs" c="dimmed">
            {t('repairQuality.round', { round: data.round })}
          </Text>
        ) : null}
      </div>
      <ErrorNote error={error} onRetry={() => void refetch()} />
      {data ? <Checks id={id} checks={data} /> : null}
    </section>
  );
}

function Checks(props: { readonly id: number; readonly checks: RepairChecks }): ReactNode {
  const { id, checks } = props;
  const { t, error } = useTexts();
  return (
    <>
      <Levels id={id} checks={checks} />
      <Alert
        mt="xs"
        p="xs"
        color={checks.leaveRefusal === null ? 'green' : 'orange'}
        icon={checks.leaveRefusal === null ? <IconCircleCheck size={16} /> : <IconAlertTriangle size={16} />}
      >
        {checks.leaveRefusal === null
          ? t('repairQuality.mayLeave')
          : t('repairQuality.mayNotLeave', {
              reason: error({ code: 'rule-violated', reason: checks.leaveRefusal }),
            })}
      </Alert>
      <Warranty id={id} checks={checks} />
      <ReworkPart reworks={checks.reworks} />
      <PartExceptions exceptions={checks.exceptions} />
      <CertificatePart id={id} checks={checks} />
      <Rounds checks={checks} />
    </>
  );
}

/** 自检 → 互检 → 终检; the next one begins with a button, or says why this person cannot. */
function Levels(props: { readonly id: number; readonly checks: RepairChecks }): ReactNode {
  const { id, checks } = props;
  const { t, day, error } = useTexts();
  const { may } = useSession();
  const go = useGo();
  const link = useLink();
  const start = useStartCheck();
  const next = checks.levels.find(({ state }) => state !== 'passed')?.purpose;
  return (
    <>
      <ol className={classes.levels}>
        {checks.levels.map(({ purpose, state, inspectionId, signerName, finishedOn, refusal }) => {
          const level = t(`repairQuality.levels.${purpose}`);
          const begins = purpose === next && refusal === null && may('inspection.write');
          return (
            <li key={purpose} className={classes.level} data-next={purpose === next || undefined}>
              <Group justify="space-between" gap="xs">
                <Text fw={600}>{level}</Text>
                <LevelBadge state={state} />
              </Group>
              <Text size="xs" c="dimmed">
                {signerName === null
                  ? t(`repairQuality.levelPeople.${purpose}`)
                  : `${signerName}${finishedOn === null ? '' : ` · ${day(finishedOn)}`}`}
              </Text>
              {purpose === next && refusal !== null ? (
                <Text size="xs">{error({ code: 'rule-violated', reason: refusal })}</Text>
              ) : null}
              <Group gap="xs">
                {begins ? (
                  <Button
                    size="compact-sm"
                    loading={start.isPending}
                    onClick={() =>
                      start.mutate(
                        { purpose, repairId: id },
                        { onSuccess: ({ id: check }) => go(`/inspection/${check}`) },
                      )
                    }
                  >
                    {t(state === 'open' ? 'repairQuality.goOn' : 'repairQuality.start', { level })}
                  </Button>
                ) : null}
                {inspectionId === null || begins ? null : (
                  <Button
                    component="a"
                    size="compact-sm"
                    variant="default"
                    {...link(`/inspection/${inspectionId}`)}
                  >
                    {t('repairQuality.see')}
                  </Button>
                )}
              </Group>
            </li>
          );
        })}
      </ol>
      <ErrorNote error={start.error} />
    </>
  );
}

/** 质量保证期 of this order, and whether it came back within that of an earlier one. */
function Warranty(props: { readonly id: number; readonly checks: RepairChecks }): ReactNode {
  const { id, checks } = props;
  const { t, day } = useTexts();
  const { may } = useSession();
  const decide = useDecideReturn();
  const { warranty, returnCandidate: candidate, isReturn } = checks;
  return (
    <>
      {candidate ? (
        <Alert
          mt="xs"
          p="xs"
          color={isReturn === null ? 'orange' : 'gray'}
          icon={<IconAlertTriangle size={16} />}
        >
          <Group gap="sm">
            <Text size="sm">
              {isReturn === null
                ? t('repairQuality.returnFound', { number: candidate.number, until: day(candidate.untilOn) })
                : t(isReturn ? 'repairQuality.returnYes' : 'repairQuality.returnNo', {
                    number: candidate.number,
                  })}
            </Text>
            {may('repair.write') ? (
              <Group gap={6}>
                {[true, false]
                  .filter((answer) => answer !== isReturn)
                  .map((answer) => (
                    <Button
                      key={String(answer)}
                      size="compact-xs"
                      variant="default"
                      loading={decide.isPending}
                      onClick={() => decide.mutate({ id, isReturn: answer })}
                    >
                      {t(answer ? 'repairQuality.isReturn' : 'repairQuality.notReturn')}
                    </Button>
                  ))}
              </Group>
            ) : null}
          </Group>
          <ErrorNote error={decide.error} />
        </Alert>
      ) : null}
      {warranty ? (
        <Text size="xs" c="dimmed" mt="xs">
          {t('repairQuality.warranty', {
            days: warranty.days,
            kilometres: warranty.kilometres.toLocaleString('en'),
            until: day(warranty.untilOn),
          })}
          {warranty.untilKm === null
            ? ''
            : ` ${t('repairQuality.warrantyKm', { untilKm: warranty.untilKm.toLocaleString('en') })}`}
        </Text>
      ) : null}
    </>
  );
}

/** Every round is kept. */
function Rounds(props: { readonly checks: RepairChecks }): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  const { rounds } = props.checks;
  if (rounds.length === 0) return null;
  return (
    <details>
      <summary>{`${t('repairQuality.rounds')} (${rounds.length})`}</summary>
      <ul className={classes.lines}>
        {rounds.map((line) => (
          <li key={line.inspectionId} className={classes.line}>
            <span className={classes.what}>
              <a className="figures" {...link(`/inspection/${line.inspectionId}`)}>
                {line.number}
              </a>{' '}
              {t('repairQuality.round', { round: line.round })} · {t(`repairQuality.levels.${line.purpose}`)}
              {line.signerName === null ? '' : ` · ${line.signerName}`}
              {line.finishedOn === null ? '' : ` · ${day(line.finishedOn)}`}
            </span>
            <LevelBadge state={line.state} />
          </li>
        ))}
      </ul>
    </details>
  );
}
