import { Title } from '@mantine/core';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** 工作台: what waits for the person today. */
export function HomeScreen() {
  const { t } = useTexts();
  return <Title order={2}>{t('page.home')}</Title>;
}
