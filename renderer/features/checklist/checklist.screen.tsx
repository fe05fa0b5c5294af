import { Loader } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ChecklistPage } from './checklist-page.tsx';
import { useChecklist, useDraftOf, useEdition } from './checklist.queries.ts';

/** One check list: its draft, a preview and its editions. */
export function ChecklistScreen(): ReactNode {
  const { record } = useTexts();
  const id = Number(useParams({ strict: false })['id']);
  const head = useChecklist(id);
  const draft = useDraftOf(id);
  const currentEdition = head.data?.record.currentEdition ?? null;
  const edition = useEdition(id, currentEdition);
  // After a publication or a discarded draft the page begins anew.
  const [turn, setTurn] = useState(0);
  const isReady = head.data && draft.data !== undefined && (currentEdition === null || edition.data);
  if (!isReady)
    return (
      <PageFrame title={record('checklist', 'one')}>
        <ErrorNote error={head.error ?? draft.error ?? edition.error} />
        {head.error ? null : <Loader size="sm" />}
      </PageFrame>
    );
  return (
    <ChecklistPage
      key={`${id} ${currentEdition ?? 0} ${turn}`}
      head={head.data.record}
      draft={draft.data ?? null}
      current={edition.data ?? null}
      onAnew={() => setTurn((now) => now + 1)}
    />
  );
}
