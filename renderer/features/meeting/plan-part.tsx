import { Anchor, SimpleGrid, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { GoalLine } from '#shared/features/meeting/meeting.pack.ts';
import { ActionLines } from '#renderer/features/action/action-lines.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { FigureLink, useFigureText } from './figures.tsx';
import { FigureGroup } from './figure-group.tsx';
import type { Surface } from './surface.ts';
import classes from './figures.module.css';
import page from './meeting.module.css';

/** 下周工作计划: goals, items due, deliveries and events ahead. */
export function PlanPart(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { t, day } = useTexts();
  const { plan, days } = surface.view.content.pack;
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
      <div className={page.stack}>
        <GoalSheet surface={surface} />
        <FigureGroup
          surface={surface}
          topic="events"
          title={t('meeting.captions.events')}
          note={plan.events.value === null ? '' : undefined}
        >
          {plan.eventLines.length === 0 ? (
            <Nothing text={t('meetingPage.plan.noEvents')} />
          ) : (
            <ul className={classes.lines}>
              {plan.eventLines.map((line) => (
                <li key={line.id}>
                  <span className={classes.grow}>
                    <Opens feature="event" id={line.id}>
                      {line.name}
                    </Opens>
                    <span className={classes.under}>
                      {[line.place, line.personName].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <span className={classes.figure}>
                    {day(line.startsOn)}
                    {line.endsOn && line.endsOn !== line.startsOn ? ` – ${day(line.endsOn)}` : ''}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </FigureGroup>
      </div>
      <div className={page.stack}>
        <FigureGroup surface={surface} topic="actions" title={t('meeting.captions.actionsDue')}>
          {plan.actions.length === 0 ? (
            <Nothing text={t('meetingPage.plan.noActions')} />
          ) : (
            <ActionLines items={plan.actions} />
          )}
        </FigureGroup>
        <FigureGroup
          surface={surface}
          topic="deliveriesAhead"
          title={t('meeting.captions.deliveries')}
          note={`${day(days.next.first)} – ${day(days.next.last)}`}
        >
          <div className={classes.pair}>
            <span>
              {t('meeting.deliveries.planned')}{' '}
              <FigureLink
                figure={plan.deliveries}
                unit="count"
                name={t('meeting.deliveries.planned')}
                strong
                suffix={` ${t('meeting.labels.vehicles')}`}
              />
            </span>
            {(plan.lateDeliveries.value ?? 0) > 0 ? (
              <span className={classes.bad}>
                <IconAlertTriangle size={13} aria-hidden /> {t('meeting.deliveries.late')}{' '}
                <FigureLink
                  figure={plan.lateDeliveries}
                  unit="count"
                  name={t('meeting.deliveries.late')}
                  strong
                  suffix={` ${t('meeting.labels.vehicles')}`}
                />
              </span>
            ) : null}
          </div>
          {plan.deliveryLines.length === 0 ? (
            <Nothing text={t('meetingPage.plan.noDeliveries')} />
          ) : (
            <ul className={classes.lines}>
              {plan.deliveryLines.slice(0, 20).map((line) => (
                <li key={line.id}>
                  <span className={classes.grow}>
                    <Opens feature="order" id={line.id}>
                      {line.customerName}
                    </Opens>
                    <span className={classes.under}>
                      {[`${line.model} × ${line.quantity}`, line.consultantName].filter(Boolean).join(' · ')}
                    </span>
                  </span>
                  <span
                    className={`${classes.figure} ${line.plannedOn < days.next.first ? classes.bad : ''}`}
                  >
                    {line.plannedOn < days.next.first ? <IconAlertTriangle size={13} aria-hidden /> : null}{' '}
                    {day(line.plannedOn)}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </FigureGroup>
      </div>
    </SimpleGrid>
  );
}

const Nothing = (props: { readonly text: string }): ReactNode => (
  <Text size="xs" c="dimmed">
    {props.text}
  </Text>
);

/** A record's name that opens it, for those who may read it. */
function Opens(props: {
  readonly feature: 'order' | 'event';
  readonly id: number;
  readonly children: ReactNode;
}): ReactNode {
  const { feature, id, children } = props;
  const { may } = useSession();
  const link = useLink();
  if (!may(`${feature}.read`)) return children;
  return (
    <a className={classes.drill} {...link(recordAddress(feature, id))}>
      {children}
    </a>
  );
}

function GoalSheet(props: { readonly surface: Surface }): ReactNode {
  const { surface } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const link = useLink();
  const text = useFigureText();
  const { plan, days } = surface.view.content.pack;
  const owner = (line: GoalLine): string =>
    line.level === 'store'
      ? t('meeting.labels.store')
      : [line.departmentName, line.personName].filter(Boolean).join(' · ');
  return (
    <FigureGroup
      surface={surface}
      topic="goals"
      title={t('meeting.captions.goals')}
      note={t('meetingPage.progress.weekShort', { week: Number(days.next.week.slice(6)) })}
    >
      {plan.goals.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('meetingPage.plan.noGoals')}{' '}
          {may('goal.write') ? (
            <Anchor {...link('/goal/tree')}>{t('meetingPage.plan.setGoals')}</Anchor>
          ) : null}
        </Text>
      ) : (
        <Table className={classes.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('meeting.columns.level')}</Table.Th>
              <Table.Th>{t('meeting.columns.indicator')}</Table.Th>
              <Table.Th ta="right">{t('meeting.columns.goal')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.goals.map((line) => (
              <Table.Tr
                key={`${owner(line)} ${line.indicator}`}
                data-store={line.level === 'store' || undefined}
              >
                <Table.Td>{owner(line)}</Table.Td>
                <Table.Td>{t(`meeting.indicators.${line.indicator}`)}</Table.Td>
                <Table.Td ta="right" className={classes.figure}>
                  {text(line.value, line.unit)}
                  {line.unit === 'count' ? ` ${t(`meeting.units.${line.indicator}`)}` : ''}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </FigureGroup>
  );
}
