import { Center, Group, Image, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '#shared/kernel/language.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

const languages = ['zh-CN', 'en'] as const satisfies readonly Language[];

/** The screens before the shell: one sheet in the middle, the product and the language above it. */
export function EntryFrame(props: {
  readonly title: string;
  readonly subtitle?: string;
  readonly width?: number;
  /** Called when the person chooses a language here. */
  readonly onLanguage?: (language: Language) => void;
  readonly children: ReactNode;
}): ReactNode {
  const { title, subtitle, width = 380, onLanguage, children } = props;
  const { t, language } = useTexts();
  const { i18n } = useTranslation();
  const productName = t('common.productName');
  useEffect(() => {
    document.title = `${title} · ${productName}`;
  }, [title, productName]);
  const choose = (value: string): void => {
    const chosen: Language = value === 'en' ? 'en' : 'zh-CN';
    void i18n.changeLanguage(chosen);
    onLanguage?.(chosen);
  };
  return (
    <Center component="main" mih="100vh" p="md">
      <Stack gap="md" w="100%" maw={width}>
        <Group gap="xs">
          <Image src="/icon.svg" w={32} h={32} alt="" />
          <Text fw={600} size="lg">
            {productName}
          </Text>
          <SegmentedControl
            ml="auto"
            aria-label={t('session.language')}
            value={language}
            onChange={choose}
            data={languages.map((value) => ({
              value,
              label: value === 'en' ? t('common.english') : t('common.chinese'),
            }))}
          />
        </Group>
        <Paper p="xl" shadow="xs" bg="var(--desk-sheet)">
          <Stack gap="md">
            <div>
              <Title order={1} tabIndex={-1}>
                {title}
              </Title>
              {subtitle ? (
                <Text c="dimmed" mt={4}>
                  {subtitle}
                </Text>
              ) : null}
            </div>
            {children}
          </Stack>
        </Paper>
      </Stack>
    </Center>
  );
}
