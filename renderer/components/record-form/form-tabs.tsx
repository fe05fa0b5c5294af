import { Tabs } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { RecordTabs, RecordView } from './record-view.ts';

/** The fields as the first page, others beside them; the fields stay alive while another page is looked at. */
export function FormTabs(props: {
  readonly tabs: RecordTabs;
  readonly view: RecordView;
  readonly children: ReactNode;
}): ReactNode {
  const { tabs, view, children } = props;
  const [tab, setTab] = useState<string | null>('form');
  return (
    <Tabs value={tab} onChange={setTab} keepMounted={false}>
      <Tabs.List mb="sm">
        <Tabs.Tab value="form">{tabs.first}</Tabs.Tab>
        {tabs.others.map(({ key, name }) => (
          <Tabs.Tab key={key} value={key}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="form" keepMounted>
        {children}
      </Tabs.Panel>
      {tabs.others.map(({ key, render }) => (
        <Tabs.Panel key={key} value={key}>
          {render(view)}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
