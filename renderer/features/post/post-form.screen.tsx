import type { ReactNode } from 'react';
import { personFields } from '#shared/features/person/person.fields.ts';
import { RecordForm } from '#renderer/components/record-form/record-form.tsx';
import { RelatedRecords } from '#renderer/components/record-form/related-records.tsx';
import { postLayout } from './post.layout.ts';

/** 岗位 with the people on it. */
export function PostFormScreen(): ReactNode {
  return (
    <RecordForm
      layout={postLayout}
      renderBelow={({ id, record }) => (
        <RelatedRecords
          feature="person"
          fields={personFields}
          columns={['name', 'code', 'departmentId', 'phone', 'hiredOn', 'leftOn']}
          of={{ field: 'postId', id }}
          sort={[{ field: 'leftOn', descending: false }]}
          newValues={
            typeof record['departmentId'] === 'number' ? { departmentId: record['departmentId'] } : {}
          }
        />
      )}
    />
  );
}
