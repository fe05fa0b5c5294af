import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ExamPaper } from '#shared/features/exam/exam.contract.ts';
import { questionKinds } from '#shared/features/exam/exam.fields.ts';
import type { Wanted } from '#shared/features/exam/exam.rules.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { NumberField } from '#renderer/components/fields/typed-field.tsx';
import { toUnread } from '#renderer/components/fields/unread.ts';
import { useRecordPage } from '#renderer/components/record-list/record.queries.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useChoose, useCompose } from './exam.queries.ts';
import classes from './exam.module.css';

const order = ['judge', 'single', 'multiple', 'open'] as const;
const usual: Wanted = { judge: 5, single: 5, multiple: 3, open: 1 };

/** 组卷: so many of each kind drawn by a seed that is kept, or questions chosen one by one. */
export function DrawForm(props: {
  readonly examId: number;
  readonly subjectId: number;
  readonly bank: ExamPaper['bank'];
  readonly items: ExamPaper['items'];
  readonly onDone: () => void;
}): ReactNode {
  const { examId, subjectId, bank, items, onDone } = props;
  const { t, choice } = useTexts();
  const compose = useCompose();
  const [wanted, setWanted] = useState<Wanted>(
    () =>
      Object.fromEntries(
        questionKinds.map((kind) => [
          kind,
          items.length > 0
            ? items.filter((item) => item.kind === kind).length
            : Math.min(usual[kind], bank[kind]),
        ]),
      ) as Wanted, // every kind
  );
  const [seed, setSeed] = useState<number | null>(null);
  const [byHand, setByHand] = useState(false);
  return (
    <Stack gap="xs" mb="sm">
      <Group gap="xs" align="flex-start">
        {order.map((kind) => (
          <NumberField
            key={kind}
            w={92}
            limits={[0, 100]}
            label={choice('examQuestion', 'kind', kind)}
            value={wanted[kind]}
            onChange={(value) => setWanted({ ...wanted, [kind]: value ?? 0 })}
          />
        ))}
        <NumberField
          w={170}
          limits={[1, 2_147_483_647]}
          label={t('exam.seedInput')}
          value={seed}
          onChange={setSeed}
        />
        <Button
          variant={items.length === 0 ? 'filled' : 'default'}
          mt={22}
          loading={compose.isPending}
          onClick={() =>
            toUnread(document) || compose.mutate({ id: examId, wanted, seed }, { onSuccess: onDone })
          }
        >
          {t(items.length === 0 ? 'exam.draw' : 'exam.drawAgain')}
        </Button>
        <Button variant="subtle" mt={22} aria-expanded={byHand} onClick={() => setByHand(!byHand)}>
          {t('exam.byHand')}
        </Button>
      </Group>
      <ErrorNote error={compose.error} />
      {byHand ? <Pick examId={examId} subjectId={subjectId} items={items} onDone={onDone} /> : null}
    </Stack>
  );
}

function Pick(props: {
  readonly examId: number;
  readonly subjectId: number;
  readonly items: ExamPaper['items'];
  readonly onDone: () => void;
}): ReactNode {
  const { examId, subjectId, items, onDone } = props;
  const { t, choice } = useTexts();
  const choose = useChoose();
  const { data } = useRecordPage('examQuestion', {
    pageSize: 500,
    sort: [
      { field: 'kind', descending: false },
      { field: 'id', descending: false },
    ],
    filters: [{ field: 'subjectId', operator: 'is', value: subjectId }],
  });
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    items.map(({ questionId }) => String(questionId)),
  );
  return (
    <Stack gap="xs">
      <Checkbox.Group
        aria-label={t('exam.byHand')}
        value={[...chosen]}
        onChange={setChosen}
        className={classes.pick}
      >
        <Stack gap={10}>
          {(data?.rows ?? []).map((row) => (
            <Checkbox
              key={row.id}
              value={String(row.id)}
              label={`${choice('examQuestion', 'kind', String(row['kind']))} · ${String(row['text'])}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <ErrorNote error={choose.error} />
      <Group gap="xs">
        <Button
          size="compact-sm"
          loading={choose.isPending}
          onClick={() =>
            choose.mutate({ id: examId, questionIds: chosen.map(Number) }, { onSuccess: onDone })
          }
        >
          {t('exam.useChosen')} ({t('exam.chosen', { count: chosen.length })})
        </Button>
      </Group>
    </Stack>
  );
}
