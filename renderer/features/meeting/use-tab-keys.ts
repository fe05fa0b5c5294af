import { useEffect, useEffectEvent } from 'react';
import { meetingTabs, type MeetingTab } from './surface.ts';

/** Alt+1 … Alt+6 go to the parts, also while somebody types. */
export function useTabKeys(onTab: (tab: MeetingTab) => void): void {
  const act = useEffectEvent(onTab);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.isComposing) return;
      const tab = meetingTabs[Number(event.key) - 1];
      if (!tab) return;
      event.preventDefault();
      act(tab);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
