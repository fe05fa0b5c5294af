import { Paper, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { InspectionView } from '#shared/features/inspection/inspection.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { numberTyped } from '#renderer/components/fields/typing.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { DelayedText } from './delayed-text.tsx';
import { useDescribe } from './inspection.queries.ts';
import { PhotoStrip, usePhotoSender } from './photo-strip.tsx';
import classes from './check.module.css';

/** First step: which vehicle, its mileage, a note and photos of the whole. */
export function CheckGeneral(props: { readonly view: InspectionView; readonly readOnly: boolean }): ReactNode {
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
  const facts: readonly (readonly [string, ReactNode])[] = [
    [field('stock', 'model'), view.model],
    [field('stock', 'kind'), view.vehicleKind ? choice('stock', 'kind', view.vehicleKind) : null],
    [field('stock', 'vin'), view.vin ? <span className="code">{view.vin}</span> : null],
    [field('inspection', 'plate'), view.plate ? <span className="code">{view.plate}</span> : null],
    [
      field('inspection', 'repairId'),
      view.repairId === null ? null : <a {...link(`/repair/${view.repairId}`)}>{view.repairNumber}</a>,
    ],
    [
      field('inspection', 'checklistId'),
      t('inspection.check.edition', { name: view.checklistName, edition: view.edition }),
    ],
    [field('inspection', 'startedOn'), `${day(view.startedOn)} · ${view.startedByName}`],
    [
      field('inspection', 'previousId'),
      view.previousId === null ? null : <a {...link(`/inspection/${view.previousId}`)}>{t('common.open')}</a>,
    ],
  ];
  return (
    <Stack gap="sm">
      <Paper className="sheet" p="sm">
        <dl className={classes.facts}>
          {facts
            .filter(([, value]) => value !== null)
            .map(([name, value]) => (
              <FactLine key={name} name={name} value={value} />
            ))}
        </dl>
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

function FactLine(props: { readonly name: string; readonly value: ReactNode }): ReactNode {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </>
  );
}
