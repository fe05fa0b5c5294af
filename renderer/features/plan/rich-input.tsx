import { Input } from '@mantine/core';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ReactNode } from 'react';
import { markedOf, runsOf, splicedRuns, type TextRun } from '#shared/features/plan/plan-text.rules.ts';
import { chosenIn, drawRuns, putCaret, readRuns } from './rich-dom.ts';
import classes from './plan.module.css';

const lengthOf = (runs: readonly TextRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/** Changes of look that the text does not know, and the browser's own undo, which knows nothing of other blocks. */
const refused = /^format(?!Bold)|^history/u;

/**
 * Running text with bold words, shown as they will be printed: Ctrl+B makes the chosen words bold, Enter ends a line, what is
 * pasted comes as plain words. The browser types and deletes; what stands in the field afterwards is read as text with marks.
 * While an input method is composing nothing touches the field.
 */
export function RichInput(props: {
  readonly label: string;
  readonly placeholder: string;
  /** Text with `**` around bold words. */
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}): ReactNode {
  const { label, placeholder, value, maxLength, onChange, onLeave } = props;
  const field = useRef<HTMLDivElement>(null);
  /** The text that the field shows. */
  const shown = useRef<string>(undefined);
  /** What stood there when the input method began. */
  const composing = useRef<{ readonly value: string; readonly at: number }>(undefined);

  /** Draws a text, the caret behind so many letters where the field has it. */
  const draw = (text: string, caret?: number): void => {
    const element = field.current;
    if (!element) return;
    const at = caret ?? chosenIn(element)?.[0];
    const runs = runsOf(text);
    drawRuns(element, runs);
    shown.current = text;
    if (at !== undefined) putCaret(element, Math.min(at, lengthOf(runs)));
  };

  useLayoutEffect(() => {
    if (!composing.current && shown.current !== value) draw(value);
  });

  /** Takes over what stands in the field now. */
  const take = (runs: readonly TextRun[], caret?: number): void => {
    const text = markedOf(runs);
    if (text.length > maxLength && text.length > value.length) return draw(value);
    const marked = lengthOf(runs) - lengthOf(runsOf(text));
    if (caret !== undefined) draw(text, caret);
    else if (marked > 0) {
      // Marks that somebody typed are looks now; what is typed behind them is not bold.
      draw(text, ((field.current && chosenIn(field.current)?.[0]) ?? 0) - marked);
      if (document.queryCommandState('bold')) document.execCommand('bold');
    }
    shown.current = text;
    if (text !== value) onChange(text);
  };
  const takeField = (): void => {
    if (field.current) take(readRuns(field.current));
  };
  const insert = (words: string, over = field.current ? chosenIn(field.current) : undefined): void => {
    if (!field.current || !over) return;
    const [from, to] = over;
    take(splicedRuns(readRuns(field.current), from, to, words), from + words.length);
  };

  // React has no beforeinput of its own.
  const beforeInput = useEffectEvent((event: InputEvent) => {
    if (event.isComposing) return;
    const { inputType } = event;
    if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') {
      event.preventDefault();
      insert('\n');
    } else if (refused.test(inputType)) event.preventDefault();
  });
  useEffect(() => {
    const element = field.current;
    const listen = (event: InputEvent): void => beforeInput(event);
    element?.addEventListener('beforeinput', listen);
    return () => element?.removeEventListener('beforeinput', listen);
  }, []);

  const endComposition = (words: string): void => {
    const begun = composing.current;
    composing.current = undefined;
    if (begun === undefined || begun.value === value) return takeField();
    // Somebody else's words came meanwhile: the composed ones are put into those.
    draw(value);
    const at = Math.min(begun.at, lengthOf(runsOf(value)));
    insert(words, [at, at]);
  };

  return (
    <Input
      component="div"
      ref={field}
      multiline
      contentEditable
      role="textbox"
      aria-multiline
      aria-label={label}
      tabIndex={0}
      data-empty={value === '' || undefined}
      data-placeholder={placeholder}
      classNames={{ input: classes.rich }}
      onInput={() => {
        if (!composing.current) takeField();
      }}
      onCompositionStart={() => {
        composing.current = { value, at: (field.current && chosenIn(field.current)?.[0]) ?? 0 };
      }}
      onCompositionEnd={(event) => endComposition(event.data)}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'b') return;
        event.preventDefault();
        // Still the one way to make the next typed letters bold, too; the browser marks them with <b>.
        if (!event.nativeEvent.isComposing) document.execCommand('bold');
      }}
      onPaste={(event) => {
        event.preventDefault();
        insert(event.clipboardData.getData('text/plain').replaceAll(/\r\n?/gu, '\n'));
      }}
      onDrop={(event) => event.preventDefault()}
      onBlur={onLeave}
    />
  );
}
