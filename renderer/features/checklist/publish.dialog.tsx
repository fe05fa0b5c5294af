import { Anchor, ScrollArea, Text, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { compareContents, isSame } from '#shared/features/checklist/checklist-compare.rules.ts';
import { problemPlace, type Place } from '#shared/features/checklist/checklist-edit.rules.ts';
import { contentProblems, type ChecklistContent } from '#shared/features/checklist/checklist.content.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { usePublishChecklist } from './checklist.queries.ts';
import { Difference } from './difference.tsx';

/** What publishing would change, the reason for it; or the gaps that are in the way. */
export function PublishDialog(props: {
  readonly id: number;
  readonly name: string;
  readonly version: number;
  readonly content: ChecklistContent;
  readonly current: { readonly edition: number; readonly content: ChecklistContent } | null;
  readonly onGoTo: (place: Place | null) => void;
  readonly onPublished: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const { id, name, version, content, current, onGoTo, onPublished, onClose } = props;
  const { t, issue } = useTexts();
  const [reason, setReason] = useState('');
  const publish = usePublishChecklist();
  const gaps = contentProblems(content);
  const difference = current ? compareContents(current.content, content) : null;
  const isUnchanged = difference !== null && isSame(difference);
  const ready = gaps.length === 0 && !isUnchanged && reason.trim().length >= 2;
  const titleOf = (place: Place | null): string => {
    const section = place ? content.sections[place.section] : undefined;
    const item = place && place.item !== null ? section?.items[place.item] : undefined;
    return (item?.title ?? section?.title)?.zh || t(place ? 'checklist.untitled' : 'checklist.whole');
  };
  return (
    <FormDialog
      title={t('checklist.publishTitle', { name })}
      size="lg"
      confirm={t('checklist.publish')}
      busy={publish.isPending}
      ready={ready}
      error={publish.error}
      onClose={onClose}
      onSubmit={() => publish.mutate({ id, version, reason: reason.trim() }, { onSuccess: onPublished })}
    >
      {gaps.length > 0 ? (
        <div>
          <Text>{t('checklist.gapsFirst', { count: gaps.length })}</Text>
          <ul>
            {gaps.slice(0, 20).map((gap) => {
              const { place, field } = problemPlace(gap);
              return (
                <li key={gap.path.join('.')}>
                  <strong>{titleOf(place)}</strong> · {issue({ field, issue: gap.issue })}{' '}
                  <Anchor component="button" type="button" onClick={() => onGoTo(place)}>
                    {t('checklist.goTo')}
                  </Anchor>
                </li>
              );
            })}
          </ul>
        </div>
      ) : isUnchanged ? (
        <Text>{t('checklist.nothingChanged')}</Text>
      ) : (
        <>
          <Text size="sm">{t('checklist.publishSentence', { edition: (current?.edition ?? 0) + 1 })}</Text>
          {difference ? (
            <ScrollArea.Autosize mah={260} type="auto">
              <Difference difference={difference} />
            </ScrollArea.Autosize>
          ) : null}
          <Textarea
            data-autofocus
            required
            label={t('checklist.publishReason')}
            description={t('checklist.publishReasonHint')}
            value={reason}
            maxLength={300}
            autosize
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
    </FormDialog>
  );
}
