import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Whether a shipped or imported value was compared with its published text: 已核对 or 请核对. */
export function CheckedMark({ checked }: { readonly checked: boolean }): ReactNode {
  const { t } = useTexts();
  const Shown = checked ? IconCircleCheck : IconAlertTriangle;
  return (
    <Badge color={checked ? 'green' : 'orange'} leftSection={<Shown size={12} aria-hidden />}>
      {t(checked ? 'common.checked' : 'common.pleaseCheck')}
    </Badge>
  );
}
