import { Badge, Group, Paper, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { planParts, type PlanPart } from '#shared/features/plan/plan.content.ts';
import type { PlanView } from '#shared/features/plan/plan.contract.ts';
import { instantShown } from '#renderer/components/fields/typing.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';
import classes from './plan.module.css';

/** The parts at the left: who wrote last, and how much each still lacks. */
export function PartRail(props: {
  readonly view: PlanView;
  readonly chosen: PlanPart;
  readonly onChoose: (part: PlanPart) => void;
}): ReactNode {
  const { view, chosen, onChoose } = props;
  const { t } = useTexts();
  return (
    <Paper className={`sheet ${classes.rail}`} p={4} component="nav" aria-label={t('plan.page.partList')}>
      {planParts.map((part) => {
        const edit = view.edits[part];
        const lacks = view.issues.filter((issue) => issue.part === part).length;
        return (
          <UnstyledButton
            key={part}
            className={classes.railItem}
            aria-current={part === chosen}
            onClick={() => onChoose(part)}
          >
            <Group gap={4} justify="space-between" wrap="nowrap">
              <Text size="sm" inherit>
                {t(`plan.parts.${part}`)}
              </Text>
              {lacks > 0 ? (
                <Badge
                  size="sm"
                  variant="light"
                  color="orange"
                  title={t('plan.page.issues', { count: lacks })}
                >
                  {lacks}
                </Badge>
              ) : null}
            </Group>
            <Text size="xs" c="dimmed">
              {edit
                ? t('plan.page.edited', { by: edit.by, at: instantShown(edit.at).slice(5) })
                : t('plan.page.untouched')}
            </Text>
          </UnstyledButton>
        );
      })}
    </Paper>
  );
}
