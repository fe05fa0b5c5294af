import type { ReactNode } from 'react';
import { emergencyDrillFields } from '#shared/features/emergency/emergency.fields.ts';
import { CheckedMark } from '#renderer/components/fields/checked-mark.tsx';
import { PaperButton } from '#renderer/components/paper/paper-button.tsx';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { SubRecords } from '#renderer/components/record-form/sub-records.tsx';
import type { Cells } from '#renderer/components/record-list/list-table.tsx';
import { RecordList } from '#renderer/components/record-list/record-list.tsx';
import { useRefresh } from '#renderer/components/record-list/record.queries.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { emergencyLayouts } from './emergency.layout.ts';
import { emergencyPaper } from './emergency.queries.ts';

const cells: Cells = { confirmed: (row) => <CheckedMark checked={row['confirmed'] === true} /> };

/** 应急预案 of the store; Ctrl+P prints all. */
export function EmergencyListScreen(): ReactNode {
  const { t, record, language } = useTexts();
  return (
    <RecordList
      {...emergencyLayouts[language]}
      cells={cells}
      widths={{ name: 200 }}
      actions={
        <PaperButton
          name={record('emergency', 'many')}
          label={t('emergency.printAll')}
          load={emergencyPaper}
          inHead
          byKey
        />
      }
    />
  );
}

/** One plan with its drills. */
export function EmergencyFormScreen(): ReactNode {
  const refresh = useRefresh();
  const { today } = useSession();
  const { language } = useTexts();
  return (
    <RecordForm
      layout={emergencyLayouts[language]}
      renderBelow={({ id, readOnly }) => (
        <SubRecords
          heading="drills"
          feature="emergencyDrill"
          fields={emergencyDrillFields}
          parent={{ field: 'emergencyId', id }}
          columns={['drilledOn', 'personId', 'participants', 'result', 'findings']}
          widths={{ drilledOn: 150, personId: 150, participants: 100, result: 130 }}
          readOnly={readOnly}
          sort="drilledOn"
          given={{ drilledOn: today }}
          onSaved={() => void refresh('emergency')}
        />
      )}
    />
  );
}

const drillSort = [{ field: 'drilledOn', descending: true }];

/** 应急演练 of all plans. */
export function EmergencyDrillListScreen(): ReactNode {
  return <RecordList feature="emergencyDrill" fields={emergencyDrillFields} usualSort={drillSort} />;
}
