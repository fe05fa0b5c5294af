import { Anchor, Loader, Modal, Stack, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Behind, Who } from '#shared/features/indicator/indicator.contract.ts';
import { mayDrill } from '#shared/features/meeting/meeting.drills.ts';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { listAddress, recordAddress } from '#renderer/components/record-list/list-address.ts';
import type { RecordFeature } from '#renderer/components/record-list/record-feature.ts';
import { useLink } from '#renderer/components/record-list/use-go.ts';
import { useSession } from '#renderer/hooks/use-session.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { useBehindRows } from './indicator.queries.ts';
import { useIndicatorTexts } from './use-indicator-texts.ts';

/** What a figure is made of: each part with its list, or its rows where no list adds up to it. */
export function BehindDialog(props: {
  readonly of: string;
  readonly parts: readonly Behind[];
  readonly period: string;
  readonly who: Who;
  readonly onClose: () => void;
}): ReactNode {
  const { of, parts, period, who, onClose } = props;
  const { t, language } = useTexts();
  const { me, may } = useSession();
  const texts = useIndicatorTexts();
  const link = useLink();
  const definition = texts.definitions.get(of);
  return (
    <Modal opened onClose={onClose} size="lg" title={t('indicator.behindTitle', { name: texts.name(of) })}>
      <Stack gap="sm">
        {definition ? <Text size="sm">{definition.formula[language]}</Text> : null}
        {parts.map((part, at) => {
          const shown = part.value === null ? '' : texts.figure(part.value, texts.definitions.get(part.key));
          const { drill } = part;
          const open =
            drill !== null &&
            (drill.feature === 'indicatorEntry' ? may('goal.read') : mayDrill(me.roles, drill));
          return (
            // eslint-disable-next-line react/no-array-index-key -- a name may stand twice in a formula; the parts never move
            <section key={at}>
              <Text fw={600} size="sm">
                {texts.name(part.key)}{' '}
                {open ? (
                  <Anchor
                    inherit
                    className="figures"
                    {...link(listAddress(drill.feature as RecordFeature, { filters: drill.filters }))}
                  >
                    {shown}
                  </Anchor>
                ) : (
                  <span className="figures">{shown}</span>
                )}
              </Text>
              {part.hasRows ? <Rows of={part.key} period={period} who={who} /> : null}
            </section>
          );
        })}
      </Stack>
    </Modal>
  );
}

function Rows(props: { readonly of: string; readonly period: string; readonly who: Who }): ReactNode {
  const { of, period, who } = props;
  const { t } = useTexts();
  const link = useLink();
  const { data, error } = useBehindRows(of, period, who);
  if (error) return <ErrorNote error={error} />;
  if (!data) return <Loader size="xs" aria-label={t('common.loading')} />;
  return (
    <>
      <Table.ScrollContainer minWidth={300} mah={260}>
        <Table fz="sm" verticalSpacing={2}>
          <Table.Tbody>
            {data.map((row, at) => (
              // eslint-disable-next-line react/no-array-index-key -- a record may stand more than once; the rows never move
              <Table.Tr key={at}>
                <Table.Td>
                  {/* The rows are of record features, see the readers of counts. */}
                  <a {...link(recordAddress(row.feature as RecordFeature, row.id))}>{row.title}</a>
                </Table.Td>
                <Table.Td className="figures">{row.detail}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {data.length >= 500 ? (
        <Text size="xs" c="dimmed">
          {t('indicator.rowsMost')}
        </Text>
      ) : null}
    </>
  );
}
