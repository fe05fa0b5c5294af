import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { isTyping } from '#renderer/hooks/use-shortcut.ts';

/**
 * A list in which one is chosen: the arrow keys choose, Enter or a click begins with it. The keyboard comes to it when it
 * opens, unless somebody is choosing in a field.
 */
export function PickList<Item>(props: {
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  readonly onBegin: () => void;
  readonly label: string;
  readonly className: string | undefined;
  readonly lineClassName: string | undefined;
  readonly children: (item: Item) => ReactNode;
}): ReactNode {
  const { items, keyOf, chosen, onChoose, onBegin, label, className, lineClassName, children } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!isTyping(document.activeElement))
      list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus({ preventScroll: true });
  }, []);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = items.findIndex((item) => keyOf(item) === chosen);
    const next = items[Math.min(items.length - 1, Math.max(0, at + step))];
    if (next === undefined) return;
    onChoose(keyOf(next));
    list.current?.querySelectorAll('button')[items.indexOf(next)]?.focus();
  };
  return (
    <ul className={className} ref={list} aria-label={label}>
      {items.map((item) => {
        const key = keyOf(item);
        return (
          <li key={key}>
            <button
              type="button"
              className={lineClassName}
              aria-current={key === chosen ? 'true' : undefined}
              tabIndex={key === chosen ? 0 : -1}
              onKeyDown={move}
              onClick={() => {
                onChoose(key);
                onBegin();
              }}
            >
              {children(item)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
