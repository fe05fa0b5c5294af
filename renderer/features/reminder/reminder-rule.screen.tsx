import { Badge } from '@mantine/core';
import { IconCircleCheck, IconCircleOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { nameIn } from '#renderer/components/record-list/use-said-cells.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { RulePreview } from './rule-preview.tsx';
import { reminderRuleLayout } from './reminder.layout.ts';

function ActiveMark({ isActive }: { readonly isActive: boolean }): ReactNode {
  const { t } = useTexts();
  const Shown = isActive ? IconCircleCheck : IconCircleOff;
  return (
    <Badge color={isActive ? 'green' : 'gray'} leftSection={<Shown size={12} aria-hidden />}>
      {t(isActive ? 'reminder.rule.isOn' : 'reminder.rule.isOff')}
    </Badge>
  );
}

const cells: Cells = {
  confirmed: (row) => <CheckedMark checked={row['confirmed'] === true} />,
  active: (row) => <ActiveMark isActive={row['active'] === true} />,
};

const widths = { name: 270 };

/** 到期提醒规则: the dated table of what falls due when. */
export function ReminderRuleListScreen(): ReactNode {
  return <RecordList {...reminderRuleLayout} cells={cells} widths={widths} />;
}

export function ReminderRuleFormScreen(): ReactNode {
  const { may } = useSession();
  const { language } = useTexts();
  return (
    <RecordForm
      layout={reminderRuleLayout}
      renderBelow={({ id, record }) =>
        may('rule.write') ? <RulePreview id={id} name={nameIn(language, record)} /> : null
      }
    />
  );
}
