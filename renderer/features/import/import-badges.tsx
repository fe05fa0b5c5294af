import { Badge, Loader } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCheck,
  IconEqual,
  IconEyeCheck,
  IconHelpCircle,
  IconListCheck,
  IconMinus,
  IconPencil,
  IconPlus,
  IconX,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Verdict } from '#shared/features/import/import.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { isComplete, type ImportFile } from './import-session.ts';

export const verdictLooks: Record<Verdict, { icon: Icon; color: string }> = {
  create: { icon: IconPlus, color: 'green' },
  update: { icon: IconPencil, color: 'blue' },
  unchanged: { icon: IconEqual, color: 'gray' },
  ask: { icon: IconHelpCircle, color: 'orange' },
  refused: { icon: IconX, color: 'red' },
  excluded: { icon: IconMinus, color: 'gray' },
};

/** What will happen to a row: icon and word beside the colour. */
export function VerdictBadge(props: { readonly verdict: Verdict }): ReactNode {
  const { t } = useTexts();
  const { icon: Shown, color } = verdictLooks[props.verdict];
  return (
    <Badge color={color} leftSection={<Shown size={12} aria-hidden />}>
      {t(`import.verdicts.${props.verdict}`)}
    </Badge>
  );
}

/** Where a file stands. */
export function StageBadge(props: { readonly file: ImportFile }): ReactNode {
  const { file } = props;
  const { t } = useTexts();
  const { stage } = file;
  const busy = stage === 'uploading' || stage === 'looking' || stage === 'previewing' || stage === 'running';
  if (busy)
    return (
      <Badge color="blue" leftSection={<Loader size={10} color="blue" aria-hidden />}>
        {t(`import.stages.${stage}`)}
      </Badge>
    );
  const badge = (
    key: 'unreadable' | 'ready' | 'check' | 'preview' | 'done' | 'undone' | 'stopped',
    color: string,
    Shown: Icon,
  ): ReactNode => (
    <Badge color={color} leftSection={<Shown size={12} aria-hidden />}>
      {t(`import.stages.${key}`)}
    </Badge>
  );
  if (stage === 'unreadable') return badge('unreadable', 'red', IconX);
  if (stage === 'done')
    return file.result?.undone ? badge('undone', 'gray', IconArrowBackUp) : badge('done', 'green', IconCheck);
  if (file.error) return badge('stopped', 'orange', IconAlertTriangle);
  if (stage === 'preview') return badge('preview', 'blue', IconEyeCheck);
  return isComplete(file) ? badge('ready', 'desk', IconListCheck) : badge('check', 'orange', IconHelpCircle);
}
