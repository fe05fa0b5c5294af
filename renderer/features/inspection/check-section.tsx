import { Button, Group } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { emptyAnswer, type AnswerQueue, type GivenAnswer } from './answer-queue.ts';
import type { ItemState, Step } from './check-state.ts';
import { useAnswerRest } from './inspection.queries.ts';
import { ItemCard } from './item-card.tsx';
import classes from './check.module.css';

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);

/** The items of a step, one beside the other, with keys: arrows go from item to item, 1 2 3 or O N A answer. */
export function CheckSection(props: {
  readonly id: number;
  readonly step: Step;
  readonly queue: AnswerQueue;
  readonly readOnly: boolean;
  readonly tried: boolean;
}): ReactNode {
  const { id, step, queue, readOnly, tried } = props;
  const { t } = useTexts();
  const rest = useAnswerRest();
  const [showCarried, setShowCarried] = useState(false);
  const carried = step.items.filter(({ isCarried, verdict }) => isCarried && verdict !== 'ng');
  const asked = step.items.filter((state) => !carried.includes(state));
  const open = asked.filter(({ item, verdict }) => item.type === 'okNg' && verdict === 'open').length;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => actOnKey(event, step.items, queue, readOnly);
  const cards = (states: readonly ItemState[]): ReactNode =>
    states.map((state) => (
      <ItemCard
        key={state.item.code}
        id={id}
        at={step.items.indexOf(state) + 1}
        state={state}
        queue={queue}
        readOnly={readOnly}
        tried={tried}
      />
    ));
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- takes the keys that the items let through
    <div onKeyDown={onKeyDown}>
      <ol className={classes.items}>{cards(asked)}</ol>
      {readOnly || open === 0 ? null : (
        <Button
          size="lg"
          variant="light"
          color="green"
          mt="sm"
          leftSection={<IconChecks size={20} aria-hidden />}
          loading={rest.isPending}
          onClick={() => rest.mutate({ id, section: step.key })}
        >
          {t('inspection.check.restOk')}
        </Button>
      )}
      <ErrorNote error={rest.error} />
      {carried.length === 0 ? null : (
        <>
          <Group mt="sm">
            <Button
              size="md"
              variant="subtle"
              aria-expanded={showCarried}
              onClick={() => setShowCarried(!showCarried)}
            >
              {showCarried
                ? t('inspection.check.carriedHide')
                : t('inspection.check.carriedShow', { count: carried.length })}
            </Button>
          </Group>
          {showCarried ? <ol className={classes.items}>{cards(carried)}</ol> : null}
        </>
      )}
    </div>
  );
}

/** What a key gives an item that has the focus. */
function answerByKey(state: ItemState, key: string): GivenAnswer | undefined {
  const { item, answer } = state;
  const results = {
    '1': 'ok',
    o: 'ok',
    '2': 'ng',
    n: 'ng',
    '3': 'notApplicable',
    a: 'notApplicable',
  } as const;
  const result = Object.hasOwn(results, key) ? results[key as keyof typeof results] : undefined;
  if (item.type === 'choice') {
    const choice = item.choices[Number(key) - 1];
    return choice ? { ...emptyAnswer, note: answer.note, choice: choice.value } : undefined;
  }
  if (result === undefined) return undefined;
  if (item.type === 'okNg' && (result !== 'notApplicable' || item.mayNotApply))
    return { ...emptyAnswer, note: answer.note, result };
  if (item.type === 'number' && result === 'notApplicable' && item.mayNotApply)
    return { ...emptyAnswer, note: answer.note, result };
  return undefined;
}

function actOnKey(
  event: KeyboardEvent<HTMLElement>,
  items: readonly ItemState[],
  queue: AnswerQueue,
  readOnly: boolean,
): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  const list = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-item]')];
  const present =
    event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-item]') : null;
  const at = present ? list.indexOf(present) : -1;
  const typing = isField(event.target);
  const go = (to: number): void => {
    const next = list[to];
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  if (event.key === 'ArrowDown' && !typing) return go(at + 1);
  if (event.key === 'ArrowUp' && !typing) return go(at - 1);
  if (event.key === 'Enter' && (event.target === present || event.target instanceof HTMLInputElement)) {
    // After a number that is asked back the question has the next word.
    if (event.target instanceof HTMLInputElement)
      setTimeout(() => !document.activeElement?.closest('[role=alert]') && list[at + 1]?.focus(), 0);
    else go(at + 1);
    return undefined;
  }
  const state = items.find(({ item }) => item.code === present?.dataset['item']);
  if (typing || readOnly || !state) return undefined;
  // A number typed on the item itself goes into its field.
  if (state.item.type === 'number' && /^[0-9.-]$/u.test(event.key)) {
    present?.querySelector<HTMLInputElement>('input')?.focus();
    return undefined;
  }
  const answer = answerByKey(state, event.key.toLowerCase());
  if (!answer) return undefined;
  event.preventDefault();
  queue.give(state.item.code, state.line?.version ?? 0, answer);
  return undefined;
}
