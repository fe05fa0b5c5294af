import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { PartStatus } from './use-part.ts';
import classes from './part.module.css';

const marks = { saved: IconCloudCheck, waiting: IconCloudUp, kept: IconCloudOff } as const;

/** Whether what was typed has reached the store. */
export function SavedMark(props: { readonly status: PartStatus }): ReactNode {
  const { status } = props;
  const { t } = useTexts();
  if (status === 'conflict' || status === 'failed') return null;
  const Shown = marks[status];
  return (
    <span className={classes.savedMark}>
      <Shown size={15} aria-hidden />
      {t(status === 'saved' ? 'common.saved' : status === 'kept' ? 'form.part.keptHere' : 'form.part.saving')}
    </span>
  );
}
