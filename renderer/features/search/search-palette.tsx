import { Group, Loader, Modal, ScrollArea, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useId, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { matchOf } from '#shared/features/search/search.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useFound, useReadings } from './search.queries.ts';
import classes from './search-palette.module.css';

/** A page or an action of the palette. */
export type PaletteEntry = {
  readonly key: string;
  readonly group: 'page' | 'action';
  readonly label: string;
  /** Names in both languages; the Chinese one first. */
  readonly names: readonly string[];
  readonly icon: ReactNode;
  readonly run: () => void;
};

type Option = {
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly detail?: string;
  readonly code?: boolean;
  readonly icon?: ReactNode;
  readonly run: () => void;
};

/** The core is asked when the person pauses this long. */
const pauseMs = 80;
const entriesShown = 6;

const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

/** Ctrl+K: records, pages and actions by keyboard alone. */
export function SearchPalette(props: {
  readonly entries: readonly PaletteEntry[];
  /** Is there a screen for one record of that feature? */
  readonly opens: (feature: string) => boolean;
  readonly onHit: (feature: string, id: number) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { entries, opens, onHit, onClose } = props;
  const { t, record } = useTexts();
  const id = useId();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, pauseMs);
  const [chosen, setChosen] = useState(0);
  const found = useFound(asked, true);
  const names = useMemo(() => entries.map((entry) => entry.names[0] ?? ''), [entries]);
  const readings = useReadings(names, true);

  const options = useMemo((): readonly Option[] => {
    const blank = text.trim() === '';
    const hits = blank ? [] : (found.data ?? []).filter((hit) => opens(hit.feature));
    const named = entries
      .map((entry, index) => ({
        entry,
        match: matchOf(text, { names: entry.names, readings: readings.data?.[index] ?? [] }),
      }))
      .filter(({ match }) => match > 0);
    const shown = (group: 'page' | 'action', limit: number): Option[] =>
      named
        .filter(({ entry }) => entry.group === group)
        .sort((a, b) => b.match - a.match)
        .slice(0, limit)
        .map(({ entry }) => ({
          key: entry.key,
          group: group === 'page' ? t('shell.search.pages') : t('shell.search.actions'),
          label: entry.label,
          icon: entry.icon,
          run: entry.run,
        }));
    const records = [...Map.groupBy(hits, (hit) => hit.feature)].flatMap(([feature, all]) =>
      all.map((hit) => ({
        key: `${feature}-${hit.id}`,
        group: feature === 'plan' ? t('plan.title') : record(feature, 'many'),
        label: hit.title,
        detail: hit.detail,
        code: /^[A-HJ-NPR-Z0-9]{8,}$/u.test(hit.title),
        run: () => onHit(feature, hit.id),
      })),
    );
    return blank
      ? [...shown('action', 20), ...shown('page', 40)]
      : [...records, ...shown('page', entriesShown), ...shown('action', entriesShown)];
  }, [text, found.data, readings.data, entries, opens, onHit, record, t]);

  // A new answer begins at its first line.
  const [answered, setAnswered] = useState(found.data);
  if (answered !== found.data) {
    setAnswered(found.data);
    setChosen(0);
  }
  const current = Math.min(chosen, options.length - 1);

  const waiting = text.trim() !== '' && (asked !== text || found.isFetching);
  const choose = useCallback(
    (option: Option | undefined): void => {
      if (!option) return;
      onClose();
      option.run();
    },
    [onClose],
  );
  // Enter before the answer is there means its first line, not whatever stands in the list by then.
  const [entered, setEntered] = useState(false);
  useEffect(() => {
    if (entered && !waiting) choose(options[0]);
  }, [entered, waiting, options, choose]);
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const last = options.length - 1;
      const wrapped =
        Math.abs(step) === 1 ? (current + step + options.length) % options.length : current + step;
      setChosen(Math.max(0, Math.min(last, wrapped)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (waiting && chosen === 0) setEntered(true);
      else choose(options[current]);
    }
  };

  const nothing = options.length === 0 && !waiting;
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={620}
      padding={0}
      yOffset="8vh"
      centered={false}
      transitionProps={{ duration: 0 }}
      title={<span className="only-read-aloud">{t('shell.search.label')}</span>}
      classNames={{ header: 'only-read-aloud' }}
    >
      <TextInput
        autoFocus
        data-autofocus
        data-scan="take"
        variant="unstyled"
        className={classes['input']}
        leftSection={waiting ? <Loader size={16} /> : <IconSearch size={18} aria-hidden />}
        placeholder={t('shell.search.placeholder')}
        aria-label={t('shell.search.label')}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={options[current] ? `${id}-${current}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
          setEntered(false);
        }}
        onKeyDown={onKey}
        autoComplete="off"
        spellCheck={false}
      />
      <ScrollArea.Autosize mah="min(420px, 60vh)" viewportProps={{ tabIndex: -1 }}>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('shell.search.label')}
          className={classes['list']}
        >
          {options.map((option, index) => (
            <div key={option.key} role="presentation">
              {option.group === options[index - 1]?.group ? null : (
                <Text role="presentation" className={classes['group']} c="dimmed">
                  {option.group}
                </Text>
              )}
              {/* The text field keeps the focus and answers the keys. */}
              <div
                id={`${id}-${index}`}
                ref={index === current ? intoView : undefined}
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                className={classes['option']}
                onMouseMove={() => setChosen(index)}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
                onKeyDown={onKey}
              >
                {option.icon}
                <span className={option.code ? 'code' : undefined}>{option.label}</span>
                {option.detail ? <span className={classes['detail']}>{option.detail}</span> : null}
              </div>
            </div>
          ))}
        </div>
        {nothing ? (
          <Text p="md" c="dimmed" role="status">
            {t('shell.search.none', { text: text.trim() })}
          </Text>
        ) : null}
      </ScrollArea.Autosize>
      <Group justify="space-between" className={classes['foot']}>
        <Text size="xs" c="dimmed">
          {t('shell.search.guide')}
        </Text>
        <Text size="xs" c="dimmed" aria-live="polite">
          {text.trim() === ''
            ? t('shell.search.start')
            : t('shell.search.results', { count: options.length })}
        </Text>
      </Group>
    </Modal>
  );
}
