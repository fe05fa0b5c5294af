import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { repeatRuleLayout } from './repeat-rule.layout.ts';

function Confirmed(props: { readonly isConfirmed: boolean }): ReactNode {
  const { isConfirmed } = props;
  const { t } = useTexts();
  const Shown = isConfirmed ? IconCheck : IconAlertTriangle;
  return (
    <Badge color={isConfirmed ? 'green' : 'orange'} leftSection={<Shown size={13} aria-hidden />}>
      {t(isConfirmed ? 'common.checked' : 'common.pleaseCheck')}
    </Badge>
  );
}

const cells: Cells = { confirmed: (row) => <Confirmed isConfirmed={row['confirmed'] === true} /> };

export function RepeatRuleListScreen(): ReactNode {
  return <RecordList {...repeatRuleLayout} cells={cells} />;
}
