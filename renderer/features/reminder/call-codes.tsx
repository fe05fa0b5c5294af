import { Text } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { groupOf } from '#shared/features/reminder/reminder-call.rules.ts';
import { callCodes, callGroups, type CallCode } from '#shared/features/reminder/reminder.fields.ts';
import { useChoiceKeys } from '#renderer/hooks/use-choice-keys.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './reminder.module.css';

/** The key of each result, in their order. */
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', 'q', 'w', 'e', 'r'] as const;

const codeOfKey = (pressed: string): CallCode | undefined =>
  callCodes[keys.findIndex((key) => key === pressed)];

/** The results in their three groups; one key each from anywhere on the page, arrows move, Enter saves. */
export function CallCodes(props: {
  readonly code: CallCode;
  readonly turn: number;
  readonly onChange: (code: CallCode) => void;
  readonly onSave: () => void;
}): ReactNode {
  const { code, turn, onChange, onSave } = props;
  const { t, choice } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const focus = (value: CallCode): void =>
    box.current?.querySelector<HTMLElement>(`[data-code="${value}"]`)?.focus();
  useEffect(() => {
    if (turn > 0) box.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus();
  }, [turn]);
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = callCodes.indexOf(code);
    const next =
      step === undefined
        ? codeOfKey(event.key.toLowerCase())
        : callCodes[(at + step + callCodes.length) % callCodes.length];
    if (event.key === 'Enter') {
      event.preventDefault();
      onSave();
    } else if (next) {
      event.preventDefault();
      onChange(next);
      focus(next);
    }
  };
  useChoiceKeys((key) => {
    const chosen = codeOfKey(key);
    if (chosen === undefined) return false;
    onChange(chosen);
    focus(chosen);
    return true;
  });
  return (
    <div ref={box} role="radiogroup" aria-label={t('reminder.call.result')} className={classes['codes']}>
      {callGroups.map((group) => (
        <div key={group} className={classes['codeGroup']}>
          <Text span size="xs" c="dimmed" className={classes['groupName']}>
            {t(`reminder.call.groups.${group}`)}
          </Text>
          <div className={classes['codesOfGroup']}>
            {callCodes.map((value, index) =>
              groupOf(value) === group ? (
                <button
                  key={value}
                  type="button"
                  role="radio"
                  aria-checked={value === code}
                  tabIndex={value === code ? 0 : -1}
                  data-code={value}
                  className={classes['code']}
                  onKeyDown={press}
                  onClick={() => onChange(value)}
                >
                  <kbd aria-hidden>{keys[index]?.toUpperCase()}</kbd> {choice('reminderCall', 'code', value)}
                </button>
              ) : null,
            )}
          </div>
        </div>
      ))}
    </div>
  );
}
