import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RecordView } from '#renderer/components/record-form/record-view.ts';
import { CustomerAssignments } from '#renderer/features/assignment/customer-assignments.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { CopyAndDeletion } from './copy-and-deletion.tsx';
import { CustomerConsents } from './customer-consents.tsx';

/** 归属与隐私 of a customer: whose it is, what was said about the data, copy and deletion. */
export function OwnershipTab({ id, record, readOnly }: RecordView): ReactNode {
  const { may } = useSession();
  const name = typeof record['name'] === 'string' ? record['name'] : '';
  return (
    <Stack gap="lg">
      <CustomerAssignments customerId={id} />
      <CustomerConsents customerId={id} name={name} readOnly={readOnly || !may('customer.write')} />
      {may('personalData.manage') && record.removedAt === null ? (
        <CopyAndDeletion customerId={id} name={name} />
      ) : null}
    </Stack>
  );
}
