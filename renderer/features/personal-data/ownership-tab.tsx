import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { CustomerAssignments } from '#renderer/features/assignment/customer-assignments.tsx';

/** 归属与隐私 of a customer. */
export function OwnershipTab({ id }: RecordView): ReactNode {
  return (
    <Stack gap="md">
      <CustomerAssignments customerId={id} />
    </Stack>
  );
}
