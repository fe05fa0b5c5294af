import { Badge, Box, Tabs } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { ActionsPart } from './actions-part.tsx';
import { AttendancePart } from './attendance-part.tsx';
import { MinutesDock } from './minutes-dock.tsx';
import { PlanPart } from './plan-part.tsx';
import { ProgressPart } from './progress-part.tsx';
import { RecordPart } from './record-part.tsx';
import { ResourcesPart } from './resources-part.tsx';
import { meetingTabs, type MeetingTab, type Surface } from './surface.ts';
import { useTabKeys } from './use-tab-keys.ts';
import classes from './meeting.module.css';

const parts: Readonly<Record<MeetingTab, ComponentType<{ readonly surface: Surface }>>> = {
  progress: ProgressPart,
  resources: ResourcesPart,
  plan: PlanPart,
  record: RecordPart,
  actions: ActionsPart,
  attendance: AttendancePart,
};

/** The parts of a meeting; below the figures the minutes of the topic that is spoken of. */
export function MeetingTabs(props: {
  readonly surface: Surface;
  readonly tab: MeetingTab;
  readonly onTab: (tab: MeetingTab) => void;
  /** Title of the agenda item that is spoken of. */
  readonly current: string | undefined;
}): ReactNode {
  const { surface, tab, onTab, current } = props;
  const { t } = useTexts();
  const { decisions, raised, carried } = surface.view.content;
  const late = carried.filter(({ daysOverdue }) => daysOverdue > 0).length;
  const counts: Partial<Record<MeetingTab, number>> = {
    record: decisions.length,
    actions: raised.length + carried.length,
  };
  useTabKeys(onTab);
  return (
    <Tabs
      value={tab}
      onChange={(value) => onTab((value ?? 'progress') as MeetingTab)} // values are the keys below
      keepMounted={false}
      className={classes.tabs}
    >
      <Tabs.List aria-label={t('meetingPage.tabList')} className={classes.tabList}>
        {meetingTabs.map((one, index) => (
          <Tabs.Tab
            key={one}
            value={one}
            aria-keyshortcuts={`Alt+${index + 1}`}
            rightSection={
              counts[one] ? (
                <Badge size="sm" variant="light" color={one === 'actions' && late > 0 ? 'red' : 'gray'}>
                  {counts[one]}
                </Badge>
              ) : undefined
            }
          >
            {t(`meetingPage.tabs.${one}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Box key={tab} className={classes.panel}>
        {meetingTabs.map((one) => {
          const Part = parts[one];
          return (
            <Tabs.Panel key={one} value={one} className={classes.stack}>
              <Part surface={surface} />
            </Tabs.Panel>
          );
        })}
      </Box>
      {surface.editable && tab !== 'record' && current !== undefined ? (
        <MinutesDock surface={surface} title={current} />
      ) : null}
    </Tabs>
  );
}
