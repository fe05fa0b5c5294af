import { Button, Text } from '@mantine/core';
import { useEffect, useMemo, useRef, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react';
import { FieldInput } from '#renderer/components/fields/field-input.tsx';
import type { Row } from '#renderer/components/record-list/record.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { focusFirst, focusNext, isFieldOf } from './form-keys.ts';
import { RevealButton } from './reveal-button.tsx';
import type { SubRecordsProps } from './sub-record-props.ts';
import { useLatest } from './use-latest.ts';
import { useRecordForm } from './use-record-form.ts';
import classes from './record-form.module.css';

/* eslint-disable jsx-a11y/control-has-associated-label -- cells of a table are no controls */

/** One line in writing: Enter goes from cell to cell and saves after the last, Esc leaves it as it was, leaving it saves it. */
export function EditLine(
  props: SubRecordsProps & {
    readonly row: Row | undefined;
    readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
    readonly onDone: (again: boolean) => Promise<void>;
  },
): ReactNode {
  const { feature, fields, parent, columns, given = {}, derive, row, labels, onDone } = props;
  const { t, field: fieldName, issue, error: sentence } = useTexts();
  const { may } = useSession();
  const line = useRef<HTMLTableRowElement>(null);
  const record = useMemo(() => (row ? { record: row, labels } : undefined), [row, labels]);
  const form = useRecordForm(
    { feature, fields, derive },
    row?.id ?? 'new',
    record,
    { ...given, [parent.field]: parent.id },
    `${parent.field}-${parent.id}`,
  );

  useEffect(() => {
    if (line.current) focusFirst(line.current);
  }, []);

  const save = async (again: boolean): Promise<void> => {
    if (!form.dirty && row) return onDone(false);
    if ((await form.save()) !== undefined) await onDone(again);
    return undefined;
  };
  const cancel = (): void => {
    form.reset();
    void onDone(false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>): void => {
    const { target, nativeEvent } = event;
    if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return;
    if (!(target instanceof Node) || !event.currentTarget.contains(target)) return;
    if (event.key === 'Escape' || (event.ctrlKey && event.key.toLowerCase() === 's')) {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Escape') cancel();
      else void save(false);
      return;
    }
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey) return;
    if (!isFieldOf(event.currentTarget, target)) return;
    if (target.getAttribute('aria-expanded') === 'true') return;
    event.preventDefault();
    event.stopPropagation();
    if (!focusNext(event.currentTarget, target, event.shiftKey ? -1 : 1) && !event.shiftKey) {
      target.blur();
      setTimeout(() => saving.current(row === undefined), 0);
    }
  };
  const saving = useLatest((again: boolean): void => void save(again));

  // Going elsewhere with the mouse saves what was changed; a list of choices lies outside of the row but belongs to it.
  const onBlur = (event: FocusEvent<HTMLTableRowElement>): void => {
    const to = event.relatedTarget;
    if (!(to instanceof HTMLElement) || line.current?.contains(to) || to.closest('#portals')) return;
    if (form.dirty) setTimeout(() => saving.current(false), 0);
    else void onDone(false);
  };

  const loose = form.issues[''] ?? form.issues[parent.field];
  return (
    <>
      <tr ref={line} data-editing onKeyDownCapture={onKeyDown} onBlur={onBlur}>
        {columns.map((name) => {
          const field = fields[name];
          if (!field) return <td key={name} />;
          const problem = form.problems[name];
          const found = form.issues[name];
          return (
            <td key={name} data-field={name}>
              <FieldInput
                compact
                feature={feature}
                name={name}
                field={field}
                labels={form.labels}
                aria-label={fieldName(feature, name)}
                value={form.values[name] ?? null}
                error={problem ? t(`form.${problem}`) : found ? issue(found) : undefined}
                reveal={
                  row && may('customer.reveal') ? (
                    <RevealButton feature={feature} id={row.id} field={name} />
                  ) : undefined
                }
                onChange={(value) => form.set(name, value)}
                onProblem={(next) => form.setProblem(name, next)}
                onBlur={() => form.leave(name)}
              />
            </td>
          );
        })}
        <td className={classes.tail} />
      </tr>
      {loose || form.error || form.stale ? (
        <tr>
          <td colSpan={columns.length + 1}>
            <Text size="xs" c="red" role="alert">
              {loose
                ? issue(loose)
                : form.error
                  ? sentence(form.error)
                  : t('form.changedMeanwhile', { by: form.stale?.by ?? t('form.someone') })}
              {form.stale ? (
                <Button size="compact-xs" variant="subtle" onClick={cancel}>
                  {t('form.takeNew')}
                </Button>
              ) : null}
            </Text>
          </td>
        </tr>
      ) : null}
    </>
  );
}
