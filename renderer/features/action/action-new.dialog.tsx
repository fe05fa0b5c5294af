import { useState, type ReactNode } from 'react';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ActionFields, actionIssues, actionValues, noAction, type ActionTyped } from './action-fields.tsx';

/** A new item that belongs to something: what it begins with is given, the feature that it belongs to saves it. */
export function ActionNewDialog(props: {
  readonly title: string;
  readonly given: Partial<ActionTyped>;
  readonly error: unknown;
  readonly busy: boolean;
  readonly onSave: (values: NonNullable<ReturnType<typeof actionValues>>) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { title, given, error, busy, onSave, onClose } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useState<ActionTyped>({ ...noAction, ...given });
  const [tried, setTried] = useState(false);
  const refused = actionIssues(error);
  return (
    <FormDialog
      title={title}
      confirm={t('common.save')}
      busy={busy}
      error={refused.length === 0 ? error : null}
      onClose={onClose}
      onSubmit={() => {
        setTried(true);
        const values = actionValues(typed);
        if (values) onSave(values);
      }}
    >
      <ActionFields
        typed={typed}
        onChange={(some) => setTyped({ ...typed, ...some })}
        tried={tried}
        refused={refused}
      />
    </FormDialog>
  );
}
