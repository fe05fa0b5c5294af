import { Alert, Button, Loader, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';
import {
  portraitTermsIssues,
  portraitTermsSchema,
  riskReasons,
  segments,
  type PortraitTerms,
} from '#shared/features/portrait/portrait.content.ts';
import type { PortraitEdition } from '#shared/features/portrait/portrait-views.ts';
import { fieldIssuesOf } from '#shared/rpc/field-issues.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { MoneyField, NumberField } from '#renderer/components/fields/typed-field.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useFieldIssue } from '#renderer/hooks/use-field-issue.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useShortcut } from '#renderer/hooks/use-shortcut.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { RuleEditions } from './portrait-rule-editions.tsx';
import { customersOf, PreviewTable } from './portrait-rule-preview.tsx';
import { usePortraitRules, useRulePreview, useSaveRule } from './portrait.queries.ts';
import classes from './portrait.module.css';

type NumberName = Exclude<keyof PortraitTerms, 'weights'>;
/** Terms while they are typed: every number may still be empty. */
type Typed = { readonly [Name in NumberName]: number | null } & {
  readonly weights: { readonly [Reason in keyof PortraitTerms['weights']]: number | null };
};

const moneyNames: readonly NumberName[] = ['highFen', 'middleFen', 'lowFen'];
const groups: readonly (readonly [
  'recency' | 'frequency' | 'money' | 'from' | 'windows',
  readonly NumberName[],
])[] = [
  ['recency', ['recentDays', 'warmDays', 'coolDays']],
  ['frequency', ['manyVisits', 'someVisits', 'fewVisits']],
  ['money', moneyNames],
  ['from', ['fromA', 'fromB', 'fromC', 'middleFrom', 'highFrom']],
  [
    'windows',
    [
      'firstMonths',
      'regularMonths',
      'lostMonths',
      'rhythmVisits',
      'rhythmPercent',
      'rhythmDays',
      'lowScoreHundredths',
      'lowRecommend',
      'lookBackMonths',
      'oldMonths',
    ],
  ],
];

/** 分层规则 in editions with dates; owner and managers write, whoever sees segments reads. */
export function PortraitRuleScreen(): ReactNode {
  const { t } = useTexts();
  const { data, error } = usePortraitRules();
  if (data) return <Editor key={data.present.edition} present={data.present} editions={data.editions} />;
  return (
    <PageFrame title={t('portrait.rule.title')}>
      <ErrorNote error={error} />
      {error ? null : <Loader size="sm" aria-label={t('common.loading')} />}
    </PageFrame>
  );
}

function Editor(props: {
  readonly present: PortraitEdition;
  readonly editions: readonly PortraitEdition[];
}): ReactNode {
  const { present, editions } = props;
  const { t, day, issue } = useTexts();
  const { may, today } = useSession();
  const readOnly = !may('rule.write');
  const [typed, setTyped] = useState<Typed>(present.content);
  const [fromDay, setFromDay] = useState<string | null>(today);
  const [source, setSource] = useState('');
  const parsed = useMemo(() => portraitTermsSchema.safeParse(typed), [typed]);
  const steps = parsed.success ? portraitTermsIssues(parsed.data) : [];
  const content = parsed.success && steps.length === 0 ? parsed.data : null;
  const preview = useRulePreview(readOnly ? null : content);
  const saving = useSaveRule();
  const served = useFieldIssue(saving.error);
  const problem = (path: string): string | undefined => {
    const step = steps.find(({ field }) => field === path);
    if (step) return issue(step);
    const found = parsed.error && fieldIssuesOf(parsed.error).find((one) => one.field === path);
    return found && issue(found.issue === 'invalid-type' ? { ...found, issue: 'required' } : found);
  };
  const isReady =
    content !== null && fromDay !== null && source.trim() !== '' && preview.data && !preview.isFetching;
  const save = (): void => {
    if (!isReady || !content || !preview.data || saving.isPending || readOnly) return;
    const { after } = preview.data;
    const seen = segments.map((segment) => customersOf(after, { segment }));
    saving.mutate(
      { fromDay, content, source: source.trim(), seen },
      {
        onSuccess: ({ edition }) => {
          setSource('');
          notifications.show({ message: t('portrait.rule.saved', { edition }), color: 'green' });
        },
      },
    );
  };
  useShortcut('mod+s', save);
  return (
    <PageFrame
      title={t('portrait.rule.title')}
      maxWidth={1000}
      subtitle={t('portrait.rule.present', { edition: present.edition, day: day(present.fromDay) })}
      actions={
        readOnly ? (
          <Text size="sm" c="dimmed">
            {t('portrait.rule.readOnly')}
          </Text>
        ) : (
          <Button
            leftSection={<IconDeviceFloppy size={15} aria-hidden />}
            disabled={!isReady}
            loading={saving.isPending}
            onClick={save}
          >
            {t('portrait.rule.save')}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {t('portrait.rule.sentence')}
      </Text>
      {present.confirmed ? null : (
        <Alert color="orange" role="status" p="xs">
          {t('portrait.rule.check')}
        </Alert>
      )}
      <ErrorNote error={saving.error} />
      {readOnly ? null : (
        <section className={`sheet ${classes.part}`} aria-label={t('portrait.rule.preview')}>
          <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm" mb="sm">
            <DayInput
              label={t('portrait.rule.fromDay')}
              value={fromDay}
              error={served('fromDay')}
              onChange={setFromDay}
            />
            <TextInput
              label={t('portrait.rule.source')}
              placeholder={t('portrait.rule.sourceHint')}
              value={source}
              maxLength={200}
              error={served('source')}
              onChange={(event) => setSource(event.currentTarget.value)}
            />
          </SimpleGrid>
          <Title order={2} size="h5" mb={4}>
            {t('portrait.rule.preview')}
          </Title>
          <ErrorNote error={preview.error} onRetry={() => void preview.refetch()} />
          {preview.data && content ? (
            <PreviewTable preview={preview.data} />
          ) : (
            <Text size="sm" c="dimmed">
              {t('portrait.rule.previewHint')}
            </Text>
          )}
        </section>
      )}
      {groups.map(([group, names]) => (
        <section key={group} className={`sheet ${classes.part}`} aria-label={t(`portrait.rule.${group}`)}>
          <Title order={2} size="h5" mb={4}>
            {t(`portrait.rule.${group}`)}
          </Title>
          <SimpleGrid
            className={classes.fields}
            cols={{ base: 2, sm: 3, md: 5 }}
            spacing="sm"
            verticalSpacing="xs"
          >
            {names.map((name) => {
              const Field = moneyNames.includes(name) ? MoneyField : NumberField;
              return (
                <Field
                  key={name}
                  {...(name === 'lowScoreHundredths' ? { scale: 2 } : {})}
                  label={t(`portrait.rule.fields.${name}`)}
                  value={typed[name]}
                  readOnly={readOnly}
                  error={problem(name)}
                  onChange={(value) => setTyped({ ...typed, [name]: value })}
                />
              );
            })}
          </SimpleGrid>
        </section>
      ))}
      <section className={`sheet ${classes.part}`} aria-label={t('portrait.rule.weights')}>
        <Title order={2} size="h5" mb={4}>
          {t('portrait.rule.weights')}
        </Title>
        <SimpleGrid
          className={classes.fields}
          cols={{ base: 2, sm: 3, md: 5 }}
          spacing="sm"
          verticalSpacing="xs"
        >
          {riskReasons.map((reason) => (
            <NumberField
              key={reason}
              label={t(`portrait.reason.${reason}.name`)}
              value={typed.weights[reason]}
              readOnly={readOnly}
              error={problem(`weights.${reason}`)}
              onChange={(value) => setTyped({ ...typed, weights: { ...typed.weights, [reason]: value } })}
            />
          ))}
        </SimpleGrid>
      </section>
      <RuleEditions editions={editions} />
    </PageFrame>
  );
}
