import { notifications } from '@mantine/notifications';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { errorData } from '#renderer/transport/client.ts';
import { startExport, type ExportQuestion } from './export.queries.ts';

/** Starts an export as a job; the tray of tasks shows its progress and gives the file. */
export function useExport(): (question: ExportQuestion) => void {
  const { t, error: sentence } = useTexts();
  return (question) => {
    startExport(question).then(
      () => notifications.show({ message: t('list.exportStarted') }),
      (error: unknown) => notifications.show({ message: sentence(errorData(error)), color: 'red' }),
    );
  };
}
