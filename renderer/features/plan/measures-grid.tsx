import {
  ActionIcon,
  Anchor,
  Button,
  MultiSelect,
  Table,
  Text,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Measure } from '#shared/features/plan/plan.content.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { goalIndicatorName, goalIndicators } from '#shared/features/goal/goal-indicator.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { Section } from './section.tsx';
import { newKey } from './use-plan-part.ts';
import classes from './plan.module.css';

const newMeasure = (): Measure => ({
  key: newKey(),
  text: '',
  ownerId: null,
  dueOn: null,
  check: '',
  goals: [],
});

/** 措施: what, who, until when, how it is checked, which goals it serves; approved, each has its action item. */
export function MeasuresGrid(props: {
  readonly view: PlanView;
  readonly measures: readonly Measure[];
  readonly editable: boolean;
  readonly onChange: (measures: Measure[]) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { view, measures, editable, onChange, onLeave } = props;
  const { t, language, day } = useTexts();
  const link = useLink();
  const { people, goals, year } = view.content;
  // Goals of the year first; a measure may serve one that is still to be set.
  const keys = [...new Set([...goals.map(({ key }) => key), ...goalIndicators])];
  const goalName = (key: string): string => goalIndicatorName(key, language);
  const put = (measure: Measure, patch: Partial<Measure>): void =>
    onChange(measures.map((one) => (one === measure ? { ...one, ...patch } : one)));
  const actionOf = (key: string) => view.actions.find(({ measure }) => measure === key);
  return (
    <Section title={t('plan.sections.measures')}>
      {measures.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('plan.ui.noMeasures')}
        </Text>
      ) : (
        <div className={classes.gridFrame}>
          <Table className={classes.grid} aria-label={t('plan.sections.measures')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th miw={130}>{t('plan.fields.text')}</Table.Th>
                <Table.Th miw={112}>{t('plan.fields.ownerId')}</Table.Th>
                <Table.Th miw={136}>{t('plan.fields.dueOn')}</Table.Th>
                <Table.Th miw={104}>{t('plan.fields.check')}</Table.Th>
                <Table.Th miw={150}>{t('plan.fields.goals')}</Table.Th>
                <Table.Th miw={64}>{t('plan.fields.action')}</Table.Th>
                {editable ? <Table.Td w={30} /> : null}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {measures.map((one, at) => {
                const name = one.text || String(at + 1);
                const raised = actionOf(one.key);
                return (
                  <Table.Tr key={one.key}>
                    {editable ? (
                      <>
                        <Table.Td>
                          <Textarea
                            aria-label={`${t('plan.fields.text')} ${at + 1}`}
                            value={one.text}
                            maxLength={500}
                            autosize
                            minRows={1}
                            onChange={(event) => put(one, { text: event.currentTarget.value })}
                            onBlur={onLeave}
                            classNames={{ input: classes.wordsInput }}
                          />
                        </Table.Td>
                        <Table.Td>
                          <ReferenceField
                            feature="person"
                            aria-label={`${t('plan.fields.ownerId')} ${at + 1}`}
                            value={one.ownerId}
                            {...(one.ownerId !== null && people[one.ownerId]
                              ? { name: people[one.ownerId] ?? '' }
                              : {})}
                            onChange={(ownerId) => put(one, { ownerId })}
                          />
                        </Table.Td>
                        <Table.Td>
                          <DayInput
                            aria-label={`${t('plan.fields.dueOn')} ${at + 1}`}
                            value={one.dueOn}
                            defaultDate={`${year}-01-01`}
                            onChange={(dueOn) => put(one, { dueOn })}
                            onBlur={onLeave}
                          />
                        </Table.Td>
                        <Table.Td>
                          <TextInput
                            aria-label={`${t('plan.fields.check')} ${at + 1}`}
                            value={one.check}
                            maxLength={300}
                            onChange={(event) => put(one, { check: event.currentTarget.value })}
                            onBlur={onLeave}
                            classNames={{ input: classes.wordsInput }}
                          />
                        </Table.Td>
                        <Table.Td>
                          <MultiSelect
                            aria-label={`${t('plan.fields.goals')} ${at + 1}`}
                            value={one.goals}
                            data={keys.map((key) => ({ value: key, label: goalName(key) }))}
                            onChange={(chosen) => put(one, { goals: chosen })}
                            classNames={{ inputField: classes.pillInput }}
                            searchable
                          />
                        </Table.Td>
                      </>
                    ) : (
                      <>
                        <Table.Td className={classes.words}>{one.text}</Table.Td>
                        <Table.Td>{one.ownerId === null ? '' : people[one.ownerId]}</Table.Td>
                        <Table.Td>{one.dueOn === null ? '' : day(one.dueOn)}</Table.Td>
                        <Table.Td className={classes.words}>{one.check}</Table.Td>
                        <Table.Td>{one.goals.map(goalName).join(t('common.between'))}</Table.Td>
                      </>
                    )}
                    <Table.Td>
                      {raised ? (
                        <Anchor size="sm" {...link(recordAddress('action', raised.actionId))}>
                          {raised.number}
                        </Anchor>
                      ) : (
                        <Text size="xs" c="dimmed">
                          {t('plan.ui.raised')}
                        </Text>
                      )}
                    </Table.Td>
                    {editable ? (
                      <Table.Td>
                        <Tooltip label={t('plan.ui.remove', { name })}>
                          <ActionIcon
                            color="gray"
                            aria-label={t('plan.ui.remove', { name })}
                            onClick={() => onChange(measures.filter((measure) => measure !== one))}
                          >
                            <IconTrash size={15} />
                          </ActionIcon>
                        </Tooltip>
                      </Table.Td>
                    ) : null}
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {editable ? (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...measures, newMeasure()])}
        >
          {t('plan.add.measure')}
        </Button>
      ) : null}
    </Section>
  );
}
