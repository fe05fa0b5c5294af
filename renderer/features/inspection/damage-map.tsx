import { ActionIcon, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import {
  damageKinds,
  damageViews,
  type DamageKind,
  type DamageMark,
  type DamageView,
  type InspectionView,
} from '#shared/features/inspection/inspection.contract.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useMark, useUnmark } from './inspection.queries.ts';
import { PhotoStrip, usePhotoSender } from './photo-strip.tsx';
import { VehicleOutline } from './vehicle-outline.tsx';
import classes from './damage-map.module.css';

type Point = { readonly x: number; readonly y: number };
type Edited = Point & { readonly view: DamageView; readonly mark?: DamageMark };

/** Thousandths that one stroke of an arrow key moves the cross. */
const stride = 25;
const within = (value: number): number => Math.min(1000, Math.max(0, Math.round(value)));

/** 损伤图: the outline of the vehicle, marks on it, and the same marks as a list. */
export function DamageMap(props: { readonly view: InspectionView; readonly readOnly: boolean }): ReactNode {
  const { view, readOnly } = props;
  const { t } = useTexts();
  const [side, setSide] = useState<DamageView>(
    () => damageViews.find((one) => view.marks.some((mark) => mark.view === one)) ?? 'left',
  );
  const [cross, setCross] = useState<Point>({ x: 500, y: 500 });
  const [edited, setEdited] = useState<Edited | null>(null);
  const sideNames = damageViews.map((one) => {
    const count = view.marks.filter((mark) => mark.view === one).length;
    return { value: one, label: `${t(`inspection.mapTexts.views.${one}`)}${count > 0 ? ` · ${count}` : ''}` };
  });
  const onTap = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    // A click by key has no place of its own.
    if (event.detail === 0) return setEdited({ view: side, ...cross });
    const point = {
      x: within(((event.clientX - box.left) / box.width) * 1000),
      y: within(((event.clientY - box.top) / box.height) * 1000),
    };
    setCross(point);
    return setEdited({ view: side, ...point });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-stride, 0],
      ArrowRight: [stride, 0],
      ArrowUp: [0, -stride],
      ArrowDown: [0, stride],
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    setCross(({ x, y }) => ({ x: within(x + move[0]), y: within(y + move[1]) }));
  };
  const marks = view.marks.filter((mark) => mark.view === side);
  return (
    <Stack gap="sm">
      <SegmentedControl
        size="lg"
        fullWidth
        aria-label={t('inspection.check.map')}
        value={side}
        onChange={(value) => setSide(damageViews.find((one) => one === value) ?? 'left')}
        data={sideNames}
      />
      <div className={classes.frame} data-view={side}>
        {readOnly ? (
          <VehicleOutline kind={view.vehicleKind} view={side} className={classes.outline} />
        ) : (
          <button
            type="button"
            className={classes.surface}
            aria-label={t('inspection.mapTexts.surface', { view: t(`inspection.mapTexts.views.${side}`) })}
            onClick={onTap}
            onKeyDown={onKeyDown}
          >
            <VehicleOutline kind={view.vehicleKind} view={side} className={classes.outline} />
            <span className={classes.cross} style={{ left: `${cross.x / 10}%`, top: `${cross.y / 10}%` }} />
          </button>
        )}
        {marks.map((mark) => (
          <MarkDot
            key={mark.id}
            mark={mark}
            at={view.marks.indexOf(mark) + 1}
            onOpen={readOnly ? undefined : () => setEdited({ ...mark, mark })}
          />
        ))}
      </div>
      {readOnly ? null : (
        <Text size="sm" c="dimmed">
          {t('inspection.mapTexts.hint')}
        </Text>
      )}
      {view.marks.length === 0 ? (
        <Text c="dimmed">{t('inspection.mapTexts.none')}</Text>
      ) : (
        <ol className={classes.marks} aria-label={t('inspection.mapTexts.list')}>
          {view.marks.map((mark, index) => (
            <MarkRow
              key={mark.id}
              view={view}
              mark={mark}
              at={index + 1}
              readOnly={readOnly}
              onEdit={() => {
                setSide(mark.view);
                setEdited({ ...mark, mark });
              }}
            />
          ))}
        </ol>
      )}
      {edited ? <MarkDialog id={view.id} edited={edited} onClose={() => setEdited(null)} /> : null}
    </Stack>
  );
}

function useMarkName(): (mark: DamageMark, at: number) => string {
  const { t } = useTexts();
  return (mark, at) =>
    t('inspection.mapTexts.mark', {
      at,
      view: t(`inspection.mapTexts.views.${mark.view}`),
      kind: t(`inspection.mapTexts.kinds.${mark.kind}`),
    });
}

function MarkDot(props: {
  readonly mark: DamageMark;
  readonly at: number;
  readonly onOpen: (() => void) | undefined;
}): ReactNode {
  const { mark, at, onOpen } = props;
  const name = useMarkName()(mark, at);
  const style = { left: `${mark.x / 10}%`, top: `${mark.y / 10}%` };
  if (!onOpen)
    return (
      <span className={classes.dot} style={style} title={name}>
        {at}
      </span>
    );
  return (
    <button type="button" className={classes.dot} style={style} aria-label={name} onClick={onOpen}>
      {at}
    </button>
  );
}

function MarkRow(props: {
  readonly view: InspectionView;
  readonly mark: DamageMark;
  readonly at: number;
  readonly readOnly: boolean;
  readonly onEdit: () => void;
}): ReactNode {
  const { view, mark, at, readOnly, onEdit } = props;
  const { t } = useTexts();
  const name = useMarkName()(mark, at);
  const sender = usePhotoSender({ id: view.id, item: null, markId: mark.id });
  const unmark = useUnmark();
  return (
    <li>
      <Group gap="xs" justify="space-between" wrap="nowrap">
        <Text>
          <b>{name}</b>
          {mark.note ? ` ${mark.note}` : ''}
        </Text>
        {readOnly ? null : (
          <Group gap="xs" wrap="nowrap">
            <ActionIcon size={48} aria-label={`${t('inspection.mapTexts.change')} ${name}`} onClick={onEdit}>
              <IconPencil size={20} />
            </ActionIcon>
            <ActionIcon
              size={48}
              color="red"
              aria-label={`${t('inspection.mapTexts.remove')} ${name}`}
              loading={unmark.isPending}
              onClick={() => unmark.mutate({ id: view.id, markId: mark.id })}
            >
              <IconTrash size={20} />
            </ActionIcon>
          </Group>
        )}
      </Group>
      <PhotoStrip
        id={view.id}
        title={name}
        photos={view.photos.filter(({ markId }) => markId === mark.id)}
        sender={sender}
        readOnly={readOnly}
      />
      <ErrorNote error={unmark.error} />
    </li>
  );
}

function MarkDialog(props: {
  readonly id: number;
  readonly edited: Edited;
  readonly onClose: () => void;
}): ReactNode {
  const { id, edited, onClose } = props;
  const { t } = useTexts();
  const save = useMark();
  const [kind, setKind] = useState<DamageKind>(edited.mark?.kind ?? 'scratch');
  const [note, setNote] = useState(edited.mark?.note ?? '');
  const { x, y, view, mark } = edited;
  return (
    <FormDialog
      title={t(mark ? 'inspection.mapTexts.change' : 'inspection.mapTexts.add')}
      buttonSize="lg"
      confirm={t('inspection.mapTexts.save')}
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => {
        save.mutate(
          {
            id,
            view,
            x,
            y,
            kind,
            note: note.trim() === '' ? null : note,
            ...(mark ? { markId: mark.id } : {}),
          },
          { onSuccess: onClose },
        );
      }}
    >
      <div role="group" aria-label={t('inspection.mapTexts.kind')} className={classes.kinds}>
        {damageKinds.map((one, index) => (
          <Button
            key={one}
            size="lg"
            variant={one === kind ? 'filled' : 'default'}
            aria-pressed={one === kind}
            data-autofocus={index === 0 || undefined}
            onClick={() => setKind(one)}
          >
            {t(`inspection.mapTexts.kinds.${one}`)}
          </Button>
        ))}
      </div>
      <TextInput
        size="lg"
        label={t('inspection.mapTexts.note')}
        value={note}
        maxLength={1000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
