import { Badge, Button, Group, Text, Textarea, Title } from '@mantine/core';
import { IconDeviceFloppy, IconPencil } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { ComplaintView } from '#shared/features/complaint/complaint.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Facts } from '#renderer/components/facts.tsx';
import { MoneyField } from '#renderer/components/fields/typed-field.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useComplaintStep } from './complaint.queries.ts';
import { useStepDraft } from './use-step-draft.ts';
import classes from './complaint.module.css';

/** 原因与处理, written on the page itself while the complaint is open. */
export function ComplaintFindings({ view }: { readonly view: ComplaintView }): ReactNode {
  const { t } = useTexts();
  const isOpen = view.refusals.investigate === null;
  return (
    <section className={classes.sheet} aria-labelledby="complaint-findings">
      {isOpen ? <FindingsForm view={view} /> : <Findings view={view} />}
      {isOpen || view.cause || view.remedy ? null : (
        <Text c="dimmed" size="sm">
          {t('complaint.noFindings')}
        </Text>
      )}
    </section>
  );
}

function Heading({ children }: { readonly children?: ReactNode }): ReactNode {
  const { t } = useTexts();
  return (
    <Group gap="xs" mb={6}>
      <Title order={2} id="complaint-findings" className={classes.heading}>
        {t('complaint.sections.findings')}
      </Title>
      {children}
    </Group>
  );
}

function Findings({ view }: { readonly view: ComplaintView }): ReactNode {
  const { field, money } = useTexts();
  const lines = [
    ['cause', view.cause],
    ['remedy', view.remedy],
    ['costFen', view.costFen === null ? null : money(view.costFen)],
  ] as const;
  return (
    <>
      <Heading />
      <Facts facts={lines.map(([name, value]) => ({ name: field('complaint', name), value, wide: true }))} />
    </>
  );
}

function FindingsForm({ view }: { readonly view: ComplaintView }): ReactNode {
  const { t, field } = useTexts();
  const stored = { cause: view.cause ?? '', remedy: view.remedy ?? '', costFen: view.costFen };
  const { values, set, isTyped, drop, version, follow } = useStepDraft(view, 'investigate', stored);
  const [problem, setProblem] = useState(false);
  const step = useComplaintStep();
  const save = (): void => {
    if (problem || step.isPending) return;
    step.mutate(
      { step: 'investigate', one: { id: view.id, version }, values },
      { onSuccess: drop, onError: follow },
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div
        role="presentation"
        onKeyDown={(event) => {
          if (!event.ctrlKey || event.nativeEvent.isComposing) return;
          if (event.key !== 'Enter' && event.key.toLowerCase() !== 's') return;
          event.preventDefault();
          save();
        }}
      >
        <Heading>
          {isTyped ? (
            <Badge color="orange" leftSection={<IconPencil size={12} aria-hidden />}>
              {t('complaint.unsavedFindings')}
            </Badge>
          ) : null}
        </Heading>
        <div className={classes.findings}>
          {(['cause', 'remedy'] as const).map((name) => (
            <Textarea
              key={name}
              label={field('complaint', name)}
              value={String(values[name] ?? '')}
              onChange={(event) => set(name, event.currentTarget.value)}
              autosize
              minRows={2}
              maxLength={2000}
            />
          ))}
        </div>
        <ErrorNote error={step.error} />
        <Group mt="xs" gap="sm" align="end">
          <MoneyField
            label={field('complaint', 'costFen')}
            value={typeof values['costFen'] === 'number' ? values['costFen'] : null}
            onChange={(fen) => set('costFen', fen)}
            onProblem={(found) => setProblem(found !== undefined)}
            error={problem ? t('form.notMoney') : undefined}
          />
          <Button
            type="submit"
            variant={isTyped ? 'filled' : 'default'}
            leftSection={<IconDeviceFloppy size={15} />}
            disabled={!isTyped || problem}
            loading={step.isPending}
          >
            {t('complaint.steps.investigate')}
          </Button>
        </Group>
      </div>
    </form>
  );
}
