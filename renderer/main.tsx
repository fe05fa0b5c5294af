import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import 'mantine-datatable/styles.css';
import 'dayjs/locale/zh-cn';
import './app/global.css';
import { localStorageColorSchemeManager, MantineProvider, MantineThemeProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { createTexts } from '#shared/text/texts.ts';
import { useCloseLabels } from './app/close-labels.ts';
import { CrashBoundary } from './app/crash-boundary.tsx';
import { Gate } from './app/gate.tsx';
import { queryClient } from './app/query-client.ts';
import { cssVariables, theme } from './app/theme.ts';

const colourMemory = localStorageColorSchemeManager({ key: 'desk-colours' });

function Program(): ReactNode {
  const { i18n } = useTranslation();
  const closeLabels = useCloseLabels();
  return (
    <MantineThemeProvider theme={closeLabels} inherit>
      <DatesProvider settings={{ locale: i18n.language === 'en' ? 'en' : 'zh-cn', firstDayOfWeek: 1 }}>
        <CrashBoundary>
          <Gate />
        </CrashBoundary>
        <Notifications position="bottom-right" autoClose={6000} limit={4} />
      </DatesProvider>
    </MantineThemeProvider>
  );
}

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <I18nextProvider i18n={createTexts('zh-CN')}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colourMemory}
        defaultColorScheme="light"
      >
        <QueryClientProvider client={queryClient}>
          <Program />
        </QueryClientProvider>
      </MantineProvider>
    </I18nextProvider>,
  );
}
