import { Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import type { FigureRow, Who } from '#shared/features/indicator/indicator.contract.ts';
import { figureToType, figureTyped } from '#shared/features/indicator/indicator-typing.rules.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useEnter } from './indicator.queries.ts';
import { useIndicatorTexts } from './use-indicator-texts.ts';

/** 填报 one figure of a period: money in yuan, rates in percent. */
export function EntryDialog(props: {
  readonly row: FigureRow;
  readonly period: string;
  readonly who: Who;
  readonly onClose: () => void;
}): ReactNode {
  const { row, period, who, onClose } = props;
  const { t, language, issue } = useTexts();
  const texts = useIndicatorTexts();
  const definition = texts.definitions.get(row.key);
  const unit = definition?.unit ?? 'count';
  const { entry, actual } = row;
  const [typed, setTyped] = useState(entry && actual.value !== null ? figureToType(actual.value, unit) : '');
  const [note, setNote] = useState(entry?.note ?? '');
  const [tried, setTried] = useState(false);
  const entering = useEnter();
  const value = figureTyped(typed, unit);
  const problem = typed.trim() === '' ? 'required' : unit === 'fen' ? 'not-whole-fen' : 'not-a-number';
  const submit = (): void => {
    setTried(true);
    if (value === undefined) return;
    entering.mutate(
      { key: row.key, period, who, value, note, version: entry?.version ?? null },
      {
        onSuccess: ({ late }) => {
          notifications.show({
            message: t(late ? 'indicator.savedLate' : 'indicator.saved'),
            color: 'green',
          });
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={t('indicator.enterTitle', { name: texts.name(row.key), period: texts.period(period) })}
      confirm={t('indicator.enter')}
      busy={entering.isPending}
      error={entering.error}
      onClose={onClose}
      onSubmit={submit}
    >
      {definition ? <Text size="sm">{definition.formula[language]}</Text> : null}
      <TextInput
        data-autofocus
        label={t('indicator.value', {
          unit: definition?.unitName[language] || t(`indicator.units.${unit}`),
        })}
        value={typed}
        inputMode="decimal"
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={tried && value === undefined ? issue({ field: 'value', issue: problem }) : undefined}
      />
      <TextInput
        label={t('indicator.remark')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
