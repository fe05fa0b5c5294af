import { Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { InspectionView } from '#shared/features/inspection/inspection.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { Facts } from '#renderer/components/facts.tsx';
import { numberTyped } from '#renderer/components/fields/typing.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { DelayedText } from './delayed-text.tsx';
import { useDescribe } from './inspection.queries.ts';
import { PhotoStrip, usePhotoSender } from './photo-strip.tsx';

/** First step: which vehicle, its mileage, a note and photos of the whole. */
export function CheckGeneral(props: {
  readonly view: InspectionView;
  readonly readOnly: boolean;
}): ReactNode {
  const { view, readOnly } = props;
  const { t, choice, field, day } = useTexts();
  const link = useLink();
  const describe = useDescribe();
  const sender = usePhotoSender({ id: view.id, item: null, markId: null });
  const kept = view.odometerKm === null ? '' : String(view.odometerKm);
  const [typed, setTyped] = useState<string | null>(null);
  const km = numberTyped(typed ?? kept);
  const isWrong = typed !== null && typed.trim() !== '' && (km === undefined || km < 0 || km > 9_999_999);
  const save = (given: { odometerKm?: number | null; note?: string | null }): void =>
    describe.mutate({ id: view.id, odometerKm: view.odometerKm, note: view.note, ...given });
  return (
    <Stack gap="sm">
      <Paper className="sheet" p="sm">
        <Facts
          facts={[
            { name: field('stock', 'model'), value: view.model },
            {
              name: field('stock', 'kind'),
              value: view.vehicleKind ? choice('stock', 'kind', view.vehicleKind) : null,
            },
            { name: field('stock', 'vin'), value: view.vin && <span className="code">{view.vin}</span> },
            {
              name: field('inspection', 'plate'),
              value: view.plate && <span className="code">{view.plate}</span>,
            },
            {
              name: field('inspection', 'repairId'),
              value:
                view.repairId === null ? null : (
                  <a {...link(`/repair/${view.repairId}`)}>{view.repairNumber}</a>
                ),
            },
            {
              name: field('inspection', 'checklistId'),
              value: t('inspection.check.edition', { name: view.checklistName, edition: view.edition }),
            },
            {
              name: field('inspection', 'startedOn'),
              value: `${day(view.startedOn)} · ${view.startedByName}`,
            },
            {
              name: field('inspection', 'previousId'),
              value:
                view.previousId === null ? null : (
                  <a {...link(`/inspection/${view.previousId}`)}>{t('common.open')}</a>
                ),
            },
          ]}
        />
      </Paper>
      <TextInput
        size="lg"
        maw={260}
        inputMode="numeric"
        label={t('inspection.check.odometer')}
        value={typed ?? kept}
        readOnly={readOnly}
        error={isWrong ? t('inspection.check.notANumber') : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => {
          if (typed === null || isWrong) return;
          setTyped(null);
          save({ odometerKm: typed.trim() === '' ? null : (km ?? null) });
        }}
      />
      <div>
        <Text size="sm" mb={4}>
          {t('inspection.check.note')}
        </Text>
        <DelayedText
          label={t('inspection.check.note')}
          placeholder={t('inspection.check.notePlaceholder')}
          value={view.note ?? ''}
          readOnly={readOnly}
          maxLength={1000}
          onText={(note) => save({ note: note === '' ? null : note })}
        />
      </div>
      <PhotoStrip
        id={view.id}
        title={t('inspection.check.general')}
        photos={view.photos.filter(({ item, markId }) => item === null && markId === null)}
        sender={sender}
        readOnly={readOnly}
      />
      <ErrorNote error={describe.error} />
    </Stack>
  );
}
