import { createTheme, type MantineThemeOverride } from '@mantine/core';
import { useMemo } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** The part of the theme that speaks: every closing cross of dialogs, drawers and messages has its name in the person's language. */
export function useCloseLabels(): MantineThemeOverride {
  const { t } = useTexts();
  return useMemo(() => {
    const named = { defaultProps: { closeButtonProps: { 'aria-label': t('common.close') } } };
    return createTheme({ components: { Modal: named, Drawer: named, Notification: named } });
  }, [t]);
}
