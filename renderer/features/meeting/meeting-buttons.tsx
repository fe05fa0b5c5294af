import { Button } from '@mantine/core';
import { IconEye, IconLock, IconPencil, IconSignature } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MeetingView } from '#shared/features/meeting/meeting.contract.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { MoreMenu } from './more-menu.tsx';
import { PrintMenu } from './print-menu.tsx';

export type MeetingDialog = 'preview' | 'confirm' | 'amend' | 'sign';

/** What can be done with the whole meeting. */
export function MeetingButtons(props: {
  readonly view: MeetingView;
  readonly onDialog: (dialog: MeetingDialog) => void;
}): ReactNode {
  const { view, onDialog } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const draft = view.state === 'draft';
  return (
    <>
      <Button variant="default" leftSection={<IconEye size={15} />} onClick={() => onDialog('preview')}>
        {t('meetingPage.preview')}
      </Button>
      <PrintMenu view={view} />
      {!draft && may('meeting.write') ? (
        <Button variant="default" leftSection={<IconSignature size={15} />} onClick={() => onDialog('sign')}>
          {t('meetingPage.sign')}
        </Button>
      ) : null}
      {draft && may('meeting.write') ? <MoreMenu view={view} /> : null}
      {may('meeting.confirm') ? (
        draft ? (
          <Button leftSection={<IconLock size={15} />} onClick={() => onDialog('confirm')}>
            {t('meetingPage.confirm')}
          </Button>
        ) : (
          <Button leftSection={<IconPencil size={15} />} onClick={() => onDialog('amend')}>
            {t('meetingPage.amend')}
          </Button>
        )
      ) : null}
    </>
  );
}
