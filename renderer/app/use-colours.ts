import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useMine } from '#renderer/hooks/mine.queries.ts';

const choices = ['light', 'dark', 'auto'] as const;
export type ColourChoice = (typeof choices)[number];

/** Light or dark: the window remembers the last choice, the person's own is read after signing in. */
export function useColours(): {
  readonly colours: ColourChoice;
  readonly setColours: (choice: ColourChoice) => void;
  /** To the other one of the two. */
  readonly toggle: () => void;
} {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const mine = useMine('colours');
  const kept = choices.find((choice) => choice === mine.value);
  useEffect(() => {
    if (kept) setColorScheme(kept);
  }, [kept, setColorScheme]);
  const setColours = (choice: ColourChoice): void => {
    setColorScheme(choice);
    mine.save(choice);
  };
  return {
    colours: colorScheme,
    setColours,
    toggle: () => setColours(shown === 'dark' ? 'light' : 'dark'),
  };
}
