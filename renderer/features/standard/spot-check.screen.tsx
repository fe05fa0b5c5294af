import { Badge, Loader, Paper, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconMinus } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { SpotMark } from '#shared/features/standard/standard.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { PageFrame } from '#renderer/components/page-frame.tsx';
import { useRecord } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { percentOf } from './figures.ts';
import { SpotCheckForm } from './spot-check-form.tsx';
import { useSpotCheckMarks } from './standard.queries.ts';
import classes from './standard.module.css';

/** 抽查: a new one is filled in, a saved one is read. */
export function SpotCheckScreen(): ReactNode {
  const id = useParams({ strict: false })['id'];
  return id === 'new' ? <SpotCheckForm /> : <OneCheck id={Number(id)} />;
}

const looks = {
  met: { icon: IconCircleCheck, color: 'green' },
  missed: { icon: IconCircleX, color: 'red' },
  notApplicable: { icon: IconMinus, color: 'gray' },
} as const;

function MarkBadge({ mark }: { readonly mark: SpotMark }): ReactNode {
  const { t } = useTexts();
  const { icon: Shown, color } = looks[mark];
  return (
    <Badge color={color} leftSection={<Shown size={12} aria-hidden />}>
      {t(`standard.marks.${mark}`)}
    </Badge>
  );
}

function OneCheck({ id }: { readonly id: number }): ReactNode {
  const { t, record, day } = useTexts();
  const { data, error } = useRecord('spotCheck', id);
  const marks = useSpotCheckMarks(id);
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loader m="xl" size="sm" aria-label={t('common.loading')} />;
  const { record: check, labels } = data;
  const name = (field: string): string => labels['person']?.[String(check[field])] ?? '';
  const score = check['scoreBasisPoints'];
  return (
    <PageFrame
      title={`${record('spotCheck', 'one')} · ${name('personId')} · ${day(String(check['checkedOn']))}`}
      subtitle={`${String(check['post'])} · ${name('checkerId')}`}
      maxWidth={860}
    >
      <Paper className="sheet">
        <Text fw={600} size="xl" className="figures">
          {percentOf(typeof score === 'number' ? score : null)}
        </Text>
        {typeof check['note'] === 'string' ? <Text>{check['note']}</Text> : null}
        <ErrorNote error={marks.error} />
        <ul className={classes.marks}>
          {(marks.data ?? []).map((mark) => (
            <li key={mark.id}>
              <span>
                <Text span inherit c="dimmed">
                  {mark.code}
                </Text>{' '}
                {mark.text}
                {mark.note ? <small>{mark.note}</small> : null}
              </span>
              <MarkBadge mark={mark.mark} />
            </li>
          ))}
        </ul>
      </Paper>
    </PageFrame>
  );
}
