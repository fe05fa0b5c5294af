import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode, type Ref } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** The search field: asks 150 ms after the last stroke, never while an input method is composing. */
export function SearchInput(props: {
  readonly ref: Ref<HTMLInputElement>;
  readonly value: string;
  readonly placeholder: string;
  readonly onSearch: (text: string) => void;
  readonly onDown: () => void;
}): ReactNode {
  const { ref, value, placeholder, onSearch, onDown } = props;
  const { t } = useTexts();
  const [text, setText] = useState(value);
  const [composing, setComposing] = useState(false);
  const asked = useRef(value);
  useEffect(() => {
    if (value !== asked.current) {
      asked.current = value;
      setText(value);
    }
  }, [value]);
  useEffect(() => {
    if (composing || text === asked.current) return undefined;
    const timer = setTimeout(() => {
      asked.current = text;
      onSearch(text);
    }, 150);
    return () => clearTimeout(timer);
  }, [text, composing, onSearch]);
  return (
    <TextInput
      ref={ref}
      type="search"
      w={270}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          event.preventDefault();
          onDown();
        }
      }}
      leftSection={<IconSearch size={15} />}
      placeholder={placeholder}
      aria-label={t('common.search')}
      aria-keyshortcuts="Control+F"
      maxLength={100}
    />
  );
}
