import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { CampaignSource } from '#shared/features/campaign/campaign-source.ts';
import { addDays } from '#shared/kernel/day.ts';
import { DayInput } from '#renderer/components/day-input.tsx';
import { recordAddress } from '#renderer/components/record-list/list-address.ts';
import type { ShownRows } from '#renderer/components/record-list/record-list.tsx';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useFieldIssue } from '#renderer/hooks/use-field-issue.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { FormDialog } from '#renderer/components/form-dialog.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { AudienceFigures } from './audience-figures.tsx';
import { useListPreview, useMakeCampaign } from './campaign.queries.ts';
import { ControlShare, usualControlBp } from './control-share.tsx';

/** How long a campaign runs unless said otherwise, in days. */
const usualDays = 30;

/** 建活动 on a list of records: its present filter becomes the audience, or the rows that were chosen in it. */
export function MakeCampaign(props: { readonly feature: string; readonly shown: ShownRows }): ReactNode {
  const { feature, shown } = props;
  if (shown.question.bin) return null;
  const { chosen, question } = shown;
  const list =
    chosen.length > 0 && chosen.length <= 200
      ? { ...question, filters: [{ field: 'id', operator: 'oneOf' as const, value: [...chosen] }] }
      : question;
  return <MakeCampaignOf source={{ feature, list }} total={shown.total} />;
}

/** 建活动 on any list that names customers. `total`: its rows. */
export function MakeCampaignOf(props: {
  readonly source: CampaignSource;
  readonly total: number;
}): ReactNode {
  const { source, total } = props;
  const { t } = useTexts();
  const { may } = useSession();
  const [making, setMaking] = useState(false);
  if (!may('campaign.write')) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconSpeakerphone size={15} aria-hidden />}
        disabled={total === 0}
        onClick={() => setMaking(true)}
      >
        {t('campaign.make.button')}
      </Button>
      {making ? <MakeDialog source={source} onClose={() => setMaking(false)} /> : null}
    </>
  );
}

function MakeDialog({
  source,
  onClose,
}: {
  readonly source: CampaignSource;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { today } = useSession();
  const go = useGo();
  const make = useMakeCampaign();
  const issueOf = useFieldIssue(make.error);
  const [name, setName] = useState('');
  const [startsOn, setStartsOn] = useState<string>(today);
  const [endsOn, setEndsOn] = useState<string>(addDays(today, usualDays - 1));
  const [share, setShare] = useState<number | null>(usualControlBp);
  const controlBp = share ?? 0;
  const preview = useListPreview(source, controlBp);
  const save = (): void => {
    if (make.isPending) return;
    make.mutate(
      { source, controlBp, name, startsOn, endsOn },
      { onSuccess: ({ id }) => go(recordAddress('campaign', id)) },
    );
  };
  return (
    <FormDialog
      title={t('campaign.make.title')}
      size="lg"
      confirm={t('campaign.make.create')}
      busy={make.isPending}
      ready={
        name.trim() !== '' &&
        startsOn >= today &&
        endsOn >= startsOn &&
        preview.data !== undefined &&
        preview.data.heads > 0
      }
      error={preview.error ?? make.error}
      onClose={onClose}
      onSubmit={save}
    >
      <Text size="sm" c="dimmed">
        {t('campaign.make.sentence')}
      </Text>
      <TextInput
        label={t('campaign.make.name')}
        data-autofocus
        required
        maxLength={60}
        value={name}
        error={issueOf('name')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group grow align="start">
        <DayInput
          label={t('campaign.make.startsOn')}
          value={startsOn}
          minDate={today}
          error={issueOf('values.startsOn')}
          onChange={(day) => setStartsOn(day ?? today)}
        />
        <DayInput
          label={t('campaign.make.endsOn')}
          value={endsOn}
          minDate={startsOn}
          error={issueOf('values.endsOn')}
          onChange={(day) => setEndsOn(day ?? startsOn)}
        />
        <ControlShare value={share} error={issueOf('controlBp')} onChange={setShare} />
      </Group>
      <Text size="xs" c="dimmed">
        {t('campaign.make.controlHint')}
      </Text>
      {preview.data ? <AudienceFigures preview={preview.data} /> : null}
    </FormDialog>
  );
}
