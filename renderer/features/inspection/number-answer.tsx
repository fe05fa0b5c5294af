import { ActionIcon, Button, Group, SimpleGrid, Text, TextInput } from '@mantine/core';
import { IconBackspace, IconCalculator, IconCheck, IconX } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { textIn, type ChecklistItem } from '#shared/features/checklist/checklist.content.ts';
import { limitsText } from '#shared/text/limits-text.ts';
import { numberShown, numberTyped } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { emptyAnswer } from './answer-queue.ts';
import { AnswerKey, type AnswerProps } from './answer-key.tsx';
import classes from './check.module.css';

type NumberItem = Extract<ChecklistItem, { type: 'number' }>;

/** Numbers are kept in thousandths of the unit. */
const scale = 3;
const padKeys = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '.', '0'] as const;

const isOutside = ({ lowest, highest }: NumberItem, value: number): boolean =>
  (lowest !== null && value < lowest) || (highest !== null && value > highest);

/**
 * A measured number with its verdict at once. One outside the limits is asked back before it is kept and counts as not OK;
 * the pad is for fingers, and for tablets without a number keyboard.
 */
export function NumberAnswer(props: AnswerProps<'number'>): ReactNode {
  const { item, answer, readOnly, onAnswer } = props;
  const { t, language } = useTexts();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState<number | null>(null);
  const [pad, setPad] = useState(false);
  const kept = answer.number === null ? '' : numberShown(answer.number, scale);
  const text = typed ?? kept;
  const value = numberTyped(text, scale);
  const title = textIn(item.title, language);
  const isWrong = text !== '' && value === undefined;

  const give = (number: number | null): void => {
    setTyped(null);
    setAsked(null);
    onAnswer({ ...emptyAnswer, note: answer.note, number });
  };
  const settle = (): void => {
    if (typed === null || typed === kept) return setTyped(null);
    if (typed.trim() === '') return give(null);
    if (value === undefined) return undefined;
    if (isOutside(item, value) && value !== answer.number) return setAsked(value);
    return give(value);
  };

  return (
    <div>
      <Group gap="xs" align="center">
        <TextInput
          className={classes.number}
          size="lg"
          inputMode="decimal"
          aria-label={t('inspection.check.answerOf', { title })}
          aria-describedby={id}
          readOnly={readOnly}
          value={text}
          maxLength={14}
          rightSection={
            item.unit === '' ? null : (
              <Text size="sm" c="dimmed">
                {item.unit}
              </Text>
            )
          }
          rightSectionWidth={item.unit === '' ? undefined : 20 + item.unit.length * 9}
          error={isWrong ? t('inspection.check.notANumber') : undefined}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAsked(null);
          }}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            // The stroke that asks must not press the key that confirms, which has the keyboard by then.
            event.preventDefault();
            settle();
          }}
        />
        {readOnly ? null : (
          <ActionIcon
            size={48}
            variant={pad ? 'light' : 'default'}
            aria-label={t('inspection.check.pad')}
            aria-expanded={pad}
            onClick={() => setPad(!pad)}
          >
            <IconCalculator size={22} />
          </ActionIcon>
        )}
        {item.mayNotApply ? (
          <AnswerKey
            tone="none"
            word={t('inspection.check.notApplicable')}
            hint="3"
            isChosen={answer.result === 'notApplicable'}
            disabled={readOnly}
            onChoose={() =>
              onAnswer({
                ...emptyAnswer,
                note: answer.note,
                result: answer.result === 'notApplicable' ? null : 'notApplicable',
              })
            }
          />
        ) : null}
        <div id={id} className={classes.verdict} role="status">
          <LimitWord item={item} value={value} />
        </div>
      </Group>
      {asked === null ? null : (
        <Group gap="xs" mt="xs" role="alert" className={classes.ask}>
          <Text size="sm">
            {t('inspection.check.outsideAsk', {
              value: numberShown(asked, scale),
              unit: item.unit,
              limits: limitsText(item, language),
            })}
          </Text>
          <Button size="md" color="red" onClick={() => give(asked)} autoFocus>
            {t('inspection.check.confirmOutside', { value: numberShown(asked, scale), unit: item.unit })}
          </Button>
          <Button
            size="md"
            variant="default"
            onClick={() => {
              setTyped(null);
              setAsked(null);
            }}
          >
            {t('common.cancel')}
          </Button>
        </Group>
      )}
      {pad ? (
        <SimpleGrid
          cols={3}
          spacing={6}
          mt="xs"
          maw={260}
          role="group"
          aria-label={t('inspection.check.padKeys')}
        >
          {padKeys.map((key) => (
            <Button
              key={key}
              size="lg"
              variant="default"
              onClick={() => setTyped(`${text}${key}`.slice(0, 14))}
            >
              {key}
            </Button>
          ))}
          <Button
            size="lg"
            variant="default"
            aria-label={t('inspection.check.backspace')}
            onClick={() => setTyped(text.slice(0, -1))}
          >
            <IconBackspace size={22} aria-hidden />
          </Button>
          <Button
            size="lg"
            className={classes.wholeRow}
            onClick={() => {
              setPad(false);
              settle();
            }}
          >
            {t('common.finish')}
          </Button>
        </SimpleGrid>
      ) : null}
    </div>
  );
}

/** The verdict beside the field, or the limits while nothing was typed. */
function LimitWord(props: { readonly item: NumberItem; readonly value: number | undefined }): ReactNode {
  const { item, value } = props;
  const { t, language } = useTexts();
  if (value === undefined) return <Text c="dimmed">{limitsText(item, language)}</Text>;
  if (isOutside(item, value))
    return (
      <Text c="var(--mantine-color-error)" fw={600}>
        <IconX size={16} aria-hidden /> {t('inspection.check.outside')}
      </Text>
    );
  return (
    <Text c="var(--mantine-color-success)" fw={600}>
      <IconCheck size={16} aria-hidden /> {t('inspection.check.inside')}
    </Text>
  );
}
