import { notifications } from '@mantine/notifications';
import { pathOf } from '#renderer/components/record-list/record-feature.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useScanned } from '#renderer/features/search/search.queries.ts';
import { useScanner } from '#renderer/hooks/use-scanner.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** A VIN, plate or sheet number read by a scanner opens what it belongs to, on every page. */
export function useScan(enabled: boolean, onOpen: () => void): void {
  const { t } = useTexts();
  const go = useGo();
  const scanned = useScanned();
  const tell = (message: string): void => {
    notifications.show({ message, color: 'orange' });
  };
  useScanner((code) => {
    scanned.mutate(code, {
      onSuccess(hit) {
        if (!hit) return tell(t('shell.scan.nothing', { code }));
        onOpen();
        return go(`${pathOf(hit.feature)}/${hit.id}${hit.feature === 'stock' ? '#checks' : ''}`);
      },
      onError: () => tell(t('shell.scan.failed', { code })),
    });
  }, enabled);
}
