import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { usePrint } from './meeting.queries.ts';

/** 打印与导出: the minutes as PDF or Word. */
export function PrintMenu(props: { readonly view: MeetingView }): ReactNode {
  const { view } = props;
  const { t } = useTexts();
  const { start: print, busy, error } = usePrint();
  const make = (format: 'pdf' | 'docx'): void => {
    notifications.show({
      message: t('meetingPage.printing', { name: `${view.content.number}.${format}` }),
    });
    print({ id: view.id, format });
  };
  return (
    <>
      <Menu shadow="md" position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            loading={busy}
            leftSection={<IconDownload size={15} />}
            rightSection={<IconChevronDown size={14} />}
          >
            {t('meetingPage.file')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => make('pdf')}>{t('meetingPage.printPdf')}</Menu.Item>
          <Menu.Item onClick={() => make('docx')}>{t('meetingPage.printDocx')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ErrorNote error={error} />
    </>
  );
}
