import { Loader, Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { ErrorNote } from '#renderer/components/error-note.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import { DeskError } from '#shared/rpc/desk-error.ts';
import { CheckStep } from './check-step.tsx';
import { preview } from './import-flow.ts';
import type { ImportFile } from './import-session.ts';
import { PreviewStep } from './preview-step.tsx';
import { ResultStep } from './result-step.tsx';
import { RunProgress } from './run-progress.tsx';
import { IconFileAlert } from '@tabler/icons-react';
import classes from './import.module.css';

const steps = ['check', 'preview', 'result'] as const;
type Step = (typeof steps)[number];

const stepOf = ({ stage, preview: found }: ImportFile): Step => {
  if (stage === 'done') return 'result';
  if (stage === 'preview' || stage === 'previewing') return 'preview';
  return stage === 'running' ? (found ? 'preview' : 'check') : 'check';
};

/** Right: the step that the chosen file is at. */
export function FilePanel(props: { readonly file: ImportFile }): ReactNode {
  const { file } = props;
  const { t, error } = useTexts();
  const [backToCheck, setBackToCheck] = useState(false);
  const at = backToCheck && file.stage === 'preview' ? 'check' : stepOf(file);
  const busy = file.stage === 'previewing' || file.stage === 'running';
  const go = (): void => {
    setBackToCheck(false);
    void preview(file.key);
  };

  return (
    <section className={classes['panel']} aria-label={file.fileName}>
      <header className={classes['panelHead']}>
        <Text fw={600} truncate title={file.fileName} className={classes['panelName']}>
          {file.fileName}
        </Text>
        <ol className={classes['steps']} aria-label={t('import.steps.label')}>
          {steps.map((step, index) => (
            <li
              key={step}
              aria-current={step === at ? 'step' : undefined}
              data-done={steps.indexOf(at) > index || undefined}
            >
              {index > 0 ? <IconChevronRight size={14} aria-hidden /> : null}
              <span className={classes['stepNumber']} aria-hidden>
                {index + 1}
              </span>
              {t(`import.steps.${step}`)}
            </li>
          ))}
        </ol>
      </header>
      {file.error && file.look ? (
        file.error.code === 'cancelled' ? (
          <Text size="sm" c="dimmed" px="sm" py={6} role="status">
            {t('import.run.cancelled')}
          </Text>
        ) : (
          <div className={classes['note']}>
            <ErrorNote error={new DeskError(file.error)} />
          </div>
        )
      ) : null}
      {busy ? (
        <RunProgress file={file} />
      ) : file.stage === 'unreadable' && file.error ? (
        <EmptyState icon={IconFileAlert} sentence={error(file.error)} />
      ) : !file.look ? (
        <Loader
          m="xl"
          size="sm"
          aria-label={t(`import.stages.${file.stage === 'uploading' ? 'uploading' : 'looking'}`)}
        />
      ) : at === 'result' ? (
        <ResultStep file={file} />
      ) : at === 'preview' ? (
        <PreviewStep file={file} onBack={() => setBackToCheck(true)} onCheckAgain={go} />
      ) : (
        <CheckStep file={file} look={file.look} onGo={go} />
      )}
    </section>
  );
}
