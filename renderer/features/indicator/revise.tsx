import { Button, Group, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { indicatorFields } from '#shared/features/indicator/indicator.fields.ts';
import { fieldNames, type Field, type InputOf } from '#shared/kernel/field.ts';
import { DayField } from '#renderer/components/fields/day-field.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useRevise } from './indicator.queries.ts';

type Values = InputOf<typeof indicatorFields>;

/** What the form sent, as it is kept. */
function valuesOf(record: Row): Values {
  const values: Record<string, unknown> = {};
  for (const name of fieldNames(indicatorFields)) {
    const field: Field = indicatorFields[name];
    if (!field.computed) values[name] = record[name] ?? null;
  }
  return values as Values; // a record of the same field table
}

/** 新版本: another formula and source from a day on; figures before it keep the old definition. */
export function Revise({ record }: { readonly record: Row }): ReactNode {
  const { t, field, issue } = useTexts();
  const { today } = useSession();
  const go = useGo();
  const [opened, setOpened] = useState(false);
  const kept = valuesOf(record);
  const [values, setValues] = useState<Values>({ ...kept, validTo: null });
  const [validFrom, setValidFrom] = useState<string | null>(today);
  const [tried, setTried] = useState(false);
  const revising = useRevise();
  const submit = (): void => {
    setTried(true);
    if (validFrom === null) return;
    revising.mutate(
      { id: record.id, values: { ...values, validFrom } },
      {
        onSuccess: ({ id }) => {
          setOpened(false);
          notifications.show({ message: t('indicator.revised'), color: 'green' });
          go(`/indicator/${id}`);
        },
      },
    );
  };
  return (
    <>
      <Group>
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('indicator.revise')}
        </Button>
        <Text size="xs" c="dimmed">
          {t('indicator.reviseHint')}
        </Text>
      </Group>
      {opened ? (
        <FormDialog
          title={`${t('indicator.revise')} · ${kept.name}`}
          confirm={t('indicator.revise')}
          busy={revising.isPending}
          error={revising.error}
          onClose={() => setOpened(false)}
          onSubmit={submit}
        >
          {kept.way === 'formula' ? (
            <TextInput
              data-autofocus
              label={field('indicator', 'formula')}
              value={values.formula ?? ''}
              maxLength={400}
              onChange={(event) => setValues({ ...values, formula: event.currentTarget.value })}
            />
          ) : null}
          {(['green', 'amber'] as const).map((name) => (
            <TextInput
              key={name}
              label={field('indicator', name)}
              value={values[name] ?? ''}
              maxLength={30}
              onChange={(event) => {
                const text = event.currentTarget.value;
                setValues({ ...values, [name]: text === '' ? null : text });
              }}
            />
          ))}
          <DayField
            label={field('indicator', 'validFrom')}
            required
            value={validFrom}
            error={tried && validFrom === null ? issue({ field: 'validFrom', issue: 'required' }) : undefined}
            onChange={setValidFrom}
          />
          <TextInput
            label={field('indicator', 'source')}
            value={values.source}
            maxLength={200}
            onChange={(event) => setValues({ ...values, source: event.currentTarget.value })}
          />
        </FormDialog>
      ) : null}
    </>
  );
}
