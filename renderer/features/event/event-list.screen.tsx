import { Button } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { eventLayout } from './event.layout.ts';
import { TemplateDialog } from './template.dialog.tsx';

/** 关键事项: all events; a new one from a template or by hand. */
export function EventListScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  const [making, setMaking] = useState(false);
  return (
    <>
      <RecordList
        {...eventLayout}
        actions={
          may('event.plan') ? (
            <Button
              variant="default"
              leftSection={<IconTemplate size={15} />}
              onClick={() => setMaking(true)}
            >
              {t('event.fromTemplate')}
            </Button>
          ) : null
        }
      />
      {making ? <TemplateDialog onClose={() => setMaking(false)} /> : null}
    </>
  );
}
