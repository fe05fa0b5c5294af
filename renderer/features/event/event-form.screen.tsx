import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import {
  eventCostFields,
  eventMaterialFields,
  eventRoleFields,
} from '#shared/features/event/event.fields.ts';
import type { CallRight } from '#shared/rpc/call.ts';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { SubRecords } from '#renderer/components/record-form/sub-records.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { EventCapture } from './event-capture.tsx';
import { BudgetNote } from './event-figures.tsx';
import { EventReview } from './event-review.tsx';
import { EventTasks } from './event-tasks.tsx';
import { eventLayout } from './event.layout.ts';
import { MovePreview } from './move-preview.tsx';

type Key = 'tasks' | 'prepare' | 'cost' | 'capture' | 'review';

/** The pages beside the basics, each with the right without which it is not offered. */
const pages: readonly {
  readonly key: Key;
  readonly right: CallRight;
  readonly render: (view: RecordView) => ReactNode;
}[] = [
  { key: 'tasks', right: 'event.read', render: (view) => <EventTasks {...view} /> },
  { key: 'prepare', right: 'event.read', render: (view) => <Prepare {...view} /> },
  { key: 'cost', right: 'event.seeCost', render: (view) => <Costs {...view} /> },
  { key: 'capture', right: 'lead.read', render: (view) => <EventCapture {...view} /> },
  { key: 'review', right: 'event.read', render: (view) => <EventReview {...view} /> },
];

/** 关键事项 with its five phases: basics, tasks, people and materials, budget, the day, the review. */
export function EventFormScreen(): ReactNode {
  const { t } = useTexts();
  const { may } = useSession();
  return (
    <RecordForm
      layout={eventLayout}
      renderBelow={(view) => <MovePreview {...view} />}
      tabs={{
        first: t('event.tabs.plan'),
        others: pages
          .filter(({ right }) => may(right))
          .map(({ key, render }) => ({ key, name: t(`event.tabs.${key}`), render })),
      }}
    />
  );
}

function Prepare({ id, readOnly }: RecordView): ReactNode {
  const parent = { field: 'eventId', id };
  return (
    <Stack gap="sm">
      <SubRecords
        heading="eventRoles"
        feature="eventRole"
        fields={eventRoleFields}
        parent={parent}
        columns={['role', 'personId', 'duty']}
        widths={{ role: 180, personId: 180 }}
        readOnly={readOnly}
      />
      <SubRecords
        heading="eventMaterials"
        feature="eventMaterial"
        fields={eventMaterialFields}
        parent={parent}
        columns={['name', 'quantity', 'unit', 'personId', 'ready', 'note']}
        widths={{ quantity: 90, unit: 80, personId: 160, ready: 90 }}
        readOnly={readOnly}
      />
    </Stack>
  );
}

function Costs({ id, readOnly }: RecordView): ReactNode {
  return (
    <SubRecords
      heading="eventCosts"
      feature="eventCost"
      fields={eventCostFields}
      parent={{ field: 'eventId', id }}
      columns={['category', 'name', 'budgetFen', 'spentFen', 'note']}
      widths={{ category: 150, budgetFen: 150, spentFen: 150 }}
      readOnly={readOnly}
      renderNote={(sums) => (
        <BudgetNote budgetFen={sums['budgetFen'] ?? 0} spentFen={sums['spentFen'] ?? 0} />
      )}
    />
  );
}
