import { normalCardNumber } from '#shared/features/membership/membership-card.rules.ts';
import { notifications } from '@mantine/notifications';
import { pathOf } from '#renderer/components/record-list/record-feature.ts';
import { useGo } from '#renderer/components/record-list/use-go.ts';
import { useScanned } from '#renderer/features/search/search.queries.ts';
import { useScanner } from '#renderer/hooks/use-scanner.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** Where the page opens: a vehicle in stock at its checks, a member with the card that was read. */
const placeOf = (feature: string, code: string): string =>
  feature === 'stock' ? '#checks' : feature === 'membership' ? `#${normalCardNumber(code) ?? ''}` : '';

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
        return go(`${pathOf(hit.feature)}/${hit.id}${placeOf(hit.feature, code)}`);
      },
      onError: () => tell(t('shell.scan.failed', { code })),
    });
  }, enabled);
}
