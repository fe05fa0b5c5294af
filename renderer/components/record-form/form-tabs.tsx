import { Tabs } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { focusField } from './form-keys.ts';
import type { RecordTabs, RecordView } from './record-view.ts';

/** The fields as the first page, others beside them; the fields stay alive while another page is looked at. */
export function FormTabs(props: {
  readonly tabs: RecordTabs;
  readonly view: RecordView;
  readonly children: ReactNode;
}): ReactNode {
  const { tabs, view, children } = props;
  const [tab, setTab] = useState<string | null>('form');
  /** The field to go to, until another page is chosen. */
  const [wanted, setWanted] = useState<string | null>(null);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (wanted !== null && tab === 'form') focusField(first.current, wanted);
  }, [wanted, tab]);
  const choose = (key: string | null): void => {
    setWanted(null);
    setTab(key);
  };
  const toField = (name: string): void => {
    setWanted(name);
    setTab('form');
  };
  return (
    <Tabs value={tab} onChange={choose} keepMounted={false}>
      <Tabs.List mb="sm">
        <Tabs.Tab value="form">{tabs.first}</Tabs.Tab>
        {tabs.others.map(({ key, name }) => (
          <Tabs.Tab key={key} value={key}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="form" keepMounted ref={first}>
        {children}
      </Tabs.Panel>
      {tabs.others.map(({ key, render }) => (
        <Tabs.Panel key={key} value={key}>
          {render(view, toField)}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
