import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useMine } from '#renderer/features/setting/setting.queries.ts';

export type ColourChoice = 'light' | 'dark' | 'auto';

/** Light or dark: the window remembers the last choice, the person's own is read after signing in. */
export function useColours(): {
  readonly colours: ColourChoice;
  readonly setColours: (choice: ColourChoice) => void;
  /** To the other one of the two. */
  readonly toggle: () => void;
} {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light', { getInitialValueInEffect: false });
  const [mine, saveMine] = useMine<ColourChoice>('colours');
  useEffect(() => {
    if (mine) setColorScheme(mine);
  }, [mine, setColorScheme]);
  const setColours = (choice: ColourChoice): void => {
    setColorScheme(choice);
    saveMine(choice);
  };
  return {
    colours: colorScheme,
    setColours,
    toggle: () => setColours(shown === 'dark' ? 'light' : 'dark'),
  };
}
