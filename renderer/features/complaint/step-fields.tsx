import { Group, Radio, SegmentedControl, Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ComplaintView } from '#shared/features/complaint/complaint.contract.ts';
import { callBackResults } from '#shared/features/complaint/complaint.fields.ts';
import { Facts } from '#renderer/components/facts.tsx';
import { ReferenceField } from '#renderer/components/fields/reference-field.tsx';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import type { FormValue, FormValues } from '#renderer/components/record-form/draft-store.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { AskedStep } from './complaint.queries.ts';

type FieldsProps = {
  readonly step: AskedStep;
  readonly view: ComplaintView;
  readonly values: FormValues;
  readonly onChange: (name: string, value: FormValue) => void;
};

/** What each step asks for. */
export function StepFields(props: FieldsProps): ReactNode {
  const { step, view, values, onChange } = props;
  const { t, field } = useTexts();
  const words = (
    name: string,
    label: string,
    more: { hint?: string; first?: boolean; rows?: number } = {},
  ): ReactNode => (
    <Textarea
      key={name}
      label={label}
      description={more.hint}
      data-autofocus={more.first === false ? undefined : true}
      value={String(values[name] ?? '')}
      onChange={(event) => onChange(name, event.currentTarget.value)}
      autosize
      minRows={more.rows ?? 3}
      maxLength={2000}
    />
  );
  switch (step) {
    case 'note':
      return words('text', t('complaint.dialog.text'));
    case 'resume':
      return words('text', t('complaint.dialog.resumeText'));
    case 'force':
      return words('reason', t('complaint.dialog.force'));
    case 'reopen':
      return words('reason', t('complaint.dialog.reopen'));
    case 'close':
      return words('customerWords', t('complaint.dialog.closeWords'), {
        hint: t('complaint.dialog.wordsHint'),
      });
    case 'answer':
      return (
        <>
          <Facts
            facts={(['cause', 'remedy'] as const).map((name) => ({
              name: field('complaint', name),
              value: view[name],
              wide: true,
            }))}
          />
          {words('answer', t('complaint.dialog.answer'), { hint: t('complaint.dialog.answerLead'), rows: 5 })}
        </>
      );
    case 'assign':
      return (
        <>
          <ReferenceField
            feature="person"
            label={t('complaint.dialog.assignTo')}
            required
            value={typeof values['handlerId'] === 'number' ? values['handlerId'] : null}
            onChange={(id) => onChange('handlerId', id)}
          />
          {words('text', t('complaint.dialog.assignText'), { first: false, rows: 2 })}
        </>
      );
    case 'pause':
      return (
        <>
          <Choice
            label={t('complaint.dialog.pauseReason')}
            value={String(values['reason'])}
            onChange={(value) => onChange('reason', value)}
            data={(['customer', 'parts'] as const).map((value) => ({
              value,
              label: t(`complaint.pauseReasons.${value}`),
            }))}
          />
          {words('text', t('complaint.dialog.pauseText'))}
        </>
      );
    case 'extend':
      return (
        <>
          <Group gap="md" align="end">
            <Choice
              label={t('complaint.dialog.stage')}
              value={String(values['stage'])}
              onChange={(value) => onChange('stage', value)}
              data={(['answer', 'finish'] as const).map((value) => ({
                value,
                label: t(`complaint.stages.${value}`),
              }))}
            />
            <NumberField
              label={t('complaint.dialog.days')}
              value={typeof values['days'] === 'number' ? values['days'] : null}
              onChange={(days) => onChange('days', days)}
            />
          </Group>
          {words('reason', t('complaint.dialog.reason'))}
          {words('consent', t('complaint.dialog.consent'), {
            hint: t('complaint.dialog.consentHint'),
            first: false,
            rows: 2,
          })}
        </>
      );
    case 'decide':
      return <Decision {...props} words={words} />;
    case 'callBack':
      return (
        <>
          <Radio.Group
            label={t('complaint.dialog.result')}
            value={String(values['result'])}
            onChange={(value) => onChange('result', value)}
          >
            <Group gap="md" mt={4}>
              {[...callBackResults, 'notReached' as const].map((value) => (
                <ResultRadio key={value} value={value} />
              ))}
            </Group>
          </Radio.Group>
          {values['result'] === 'notReached'
            ? words('customerWords', t('complaint.dialog.notReachedText'))
            : words('customerWords', t('complaint.dialog.words'), { hint: t('complaint.dialog.wordsHint') })}
        </>
      );
  }
}

function ResultRadio({
  value,
}: {
  readonly value: (typeof callBackResults)[number] | 'notReached';
}): ReactNode {
  const { t, choice } = useTexts();
  return (
    <Radio
      value={value}
      label={
        value === 'notReached'
          ? t('complaint.dialog.notReached')
          : choice('complaint', 'callBackResult', value)
      }
    />
  );
}

/** 批复: what is asked for, yes or no, and why. */
function Decision(
  props: FieldsProps & { readonly words: (name: string, label: string) => ReactNode },
): ReactNode {
  const { view, values, onChange, words } = props;
  const { t } = useTexts();
  const asked = view.extensions.find(({ decision }) => decision === null);
  return (
    <>
      {asked ? (
        <>
          <Text size="sm">
            {t('complaint.dialog.decideLead', {
              name: asked.personName,
              stage: t(`complaint.stages.${asked.stage}`),
              count: asked.days,
              reason: asked.reason,
            })}
          </Text>
          {asked.consent ? <Text size="sm">{t('complaint.consent', { text: asked.consent })}</Text> : null}
        </>
      ) : null}
      <Choice
        label={t('complaint.steps.decide')}
        value={values['approved'] === false ? 'refuse' : 'approve'}
        onChange={(value) => onChange('approved', value === 'approve')}
        data={(['approve', 'refuse'] as const).map((value) => ({
          value,
          label: t(`complaint.dialog.${value}`),
        }))}
      />
      {words('text', t('complaint.dialog.decideText'))}
    </>
  );
}

/** A few choices side by side under their label. */
function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  const { label, value, data, onChange } = props;
  return (
    <div>
      <Text size="xs" c="dimmed" aria-hidden>
        {label}
      </Text>
      <SegmentedControl aria-label={label} value={value} onChange={onChange} data={[...data]} />
    </div>
  );
}
