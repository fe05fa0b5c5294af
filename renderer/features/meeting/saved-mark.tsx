import { IconCloudCheck, IconCloudUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { PartStatus } from './use-part.ts';
import classes from './minutes.module.css';

/** Whether what was typed has reached the store. */
export function SavedMark(props: { readonly status: PartStatus }): ReactNode {
  const { status } = props;
  const { t } = useTexts();
  if (status === 'conflict' || status === 'failed') return null;
  const Shown = status === 'saved' ? IconCloudCheck : IconCloudUp;
  return (
    <span className={classes.savedMark}>
      <Shown size={15} aria-hidden />
      {t(status === 'saved' ? 'common.saved' : 'meetingPage.saving')}
    </span>
  );
}
