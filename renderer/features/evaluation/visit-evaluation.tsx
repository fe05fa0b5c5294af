import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { IconStar } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import type { VisitEvaluation as Known } from '#shared/features/evaluation/evaluation.contract.ts';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { averageOf } from '#renderer/features/standard/figures.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AskDialog } from './ask-dialog.tsx';
import { useOfVisit, type OfVisit } from './evaluation.queries.ts';

/** 客户即时评价 of a repair or a delivery: asked, waiting or answered. `isDone`: the customer can be asked. */
export function VisitEvaluation(props: { readonly of: OfVisit; readonly isDone: boolean }): ReactNode {
  const { of: ofVisit, isDone } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const headingId = useId();
  const { data } = useOfVisit(ofVisit);
  const [asking, setAsking] = useState(false);
  if (data === undefined) return null;
  const mayAsk = isDone && may('customer.write') && (data === null || data.state === 'waiting');
  return (
    <Paper component="section" className="sheet" p="md" aria-labelledby={headingId}>
      <Group justify="space-between" gap="sm">
        <div>
          <Text component="h2" id={headingId} fw={600}>
            {t('evaluation.heading')}
          </Text>
          {data ? (
            <Standing known={data} />
          ) : (
            <Text size="sm" c="dimmed">
              {t(isDone ? 'evaluation.notAsked' : 'evaluation.notYet')}
            </Text>
          )}
        </div>
        {mayAsk ? (
          <Button
            variant="default"
            leftSection={<IconStar size={15} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t(data ? 'evaluation.askAgain' : 'evaluation.ask')}
          </Button>
        ) : null}
      </Group>
      {asking ? <AskDialog ofVisit={ofVisit} onClose={() => setAsking(false)} /> : null}
    </Paper>
  );
}

function Standing({ known }: { readonly known: Known }): ReactNode {
  const { t, day } = useTexts();
  const link = useLink();
  const { state, askedOn, answeredOn, scoreHundredths, recommend, complaintId } = known;
  const words =
    state === 'waiting'
      ? [t('evaluation.waiting', { day: day(askedOn) })]
      : state === 'withdrawn'
        ? [t('evaluation.withdrawn')]
        : [
            t('evaluation.answered', { day: day(answeredOn ?? askedOn) }),
            ...(scoreHundredths === null
              ? []
              : [t('evaluation.average', { score: averageOf(scoreHundredths) })]),
            ...(recommend === null ? [] : [t('evaluation.wouldRecommend', { score: recommend })]),
          ];
  return (
    <Group gap="sm">
      <Text size="sm">{words.join(' · ')}</Text>
      <Anchor size="sm" {...link(recordAddress('evaluation', known.id))}>
        {t('evaluation.open')}
      </Anchor>
      {complaintId === null ? null : (
        <Anchor size="sm" {...link(recordAddress('complaint', complaintId))}>
          {t('evaluation.toComplaint')}
        </Anchor>
      )}
    </Group>
  );
}
