import { UnstyledButton } from '@mantine/core';
import { IconCheck, IconMap2, IconTruck, IconX } from '@tabler/icons-react';
import { useEffect, useRef, type CSSProperties, type ReactNode } from 'react';
import { textIn } from '#shared/features/checklist/checklist.content.ts';
import type { InspectionView } from '#shared/features/inspection/inspection.contract.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import type { Step } from './check-state.ts';
import classes from './check.module.css';

/** Names of the steps in the person's language. */
function useStepName(view: InspectionView): (step: Step) => string {
  const { t, language } = useTexts();
  return (step) => {
    if (step.kind === 'general') return t('inspection.check.general');
    if (step.kind === 'map') return t('inspection.check.map');
    const section = view.content.sections.find(({ code }) => code === step.key);
    return section ? textIn(section.title, language) : step.key;
  };
}

/** 步骤 steps with how far each is: a column on a wide screen, a strip that moves sideways on a tablet. */
export function CheckSteps(props: {
  readonly view: InspectionView;
  readonly steps: readonly Step[];
  readonly present: string;
  readonly onStep: (key: string) => void;
}): ReactNode {
  const { view, steps, present, onStep } = props;
  const { t } = useTexts();
  const nameOf = useStepName(view);
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    strip.current
      ?.querySelector(`[data-step="${CSS.escape(present)}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [present]);
  return (
    <nav ref={strip} className={classes.steps} aria-label={t('inspection.check.steps')}>
      <ol>
        {steps.map((step) => (
          <li key={step.key}>
            <UnstyledButton
              className={classes.step}
              data-step={step.key}
              aria-current={step.key === present ? 'step' : undefined}
              data-ng={step.ng > 0 || undefined}
              onClick={() => onStep(step.key)}
            >
              <StepIcon step={step} />
              <span className={classes.stepName}>{nameOf(step)}</span>
              <span className={classes.stepCount}>
                {step.kind === 'map'
                  ? view.marks.length
                  : step.kind === 'section'
                    ? t('inspection.check.doneOf', { answered: step.answered, items: step.items.length })
                    : null}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function StepIcon(props: { readonly step: Step }): ReactNode {
  const { kind, lacking, ng, answered, items } = props.step;
  if (kind === 'general') return <IconTruck size={18} stroke={1.7} aria-hidden />;
  if (kind === 'map') return <IconMap2 size={18} stroke={1.7} aria-hidden />;
  if (ng > 0) return <IconX size={18} stroke={2.4} className={classes.ng} aria-hidden />;
  if (lacking === 0 && answered > 0)
    return <IconCheck size={18} stroke={2.4} className={classes.ok} aria-hidden />;
  return (
    <span
      className={classes.ring}
      style={{ '--part': items.length === 0 ? 0 : answered / items.length } as CSSProperties} // a property of our own
      aria-hidden
    />
  );
}
