import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { ListState } from './list-address.ts';
import { mayUse, type RecordFeature } from './record-feature.ts';
import { useLink } from './use-go.ts';

/** A list without rows: nothing was entered yet, nothing matches, or nothing is in the bin. */
export function ListEmpty(props: {
  readonly feature: RecordFeature;
  readonly state: ListState;
  readonly importHref?: string | undefined;
  readonly onWiden: () => void;
  readonly onLeaveBin: () => void;
  readonly onAdd: () => void;
}): ReactNode {
  const { feature, state, importHref, onWiden, onLeaveBin, onAdd } = props;
  const { t, record } = useTexts();
  const { may } = useSession();
  const link = useLink();
  if (state.search !== '' || state.filters.length > 0) {
    return (
      <EmptyState
        sentence={t(state.bin ? 'list.binEmpty' : 'list.noMatch')}
        action={
          <Button variant="default" onClick={onWiden}>
            {t('list.clearFilters')}
          </Button>
        }
      />
    );
  }
  if (state.bin) {
    return (
      <EmptyState
        sentence={t('list.binEmpty')}
        action={
          <Button variant="default" onClick={onLeaveBin}>
            {t('list.leaveBin')}
          </Button>
        }
      />
    );
  }
  // Files of other systems are the shorter way to a filled list, where there are any.
  const first =
    importHref && may('import.run') ? (
      <Button component="a" {...link(importHref)}>
        {t('list.import')}
      </Button>
    ) : mayUse(may, feature, 'create') ? (
      <Button onClick={onAdd}>{t('form.newOne', { one: record(feature, 'one') })}</Button>
    ) : null;
  return <EmptyState sentence={record(feature, 'empty')} action={first} />;
}
