import { Anchor, List } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlanPart } from '#shared/features/plan/plan.content.ts';
import type { PlanIssue } from '#shared/features/plan/plan-missing.rules.ts';
import { useTexts } from '#renderer/hooks/use-texts.ts';

/** What stands against submitting, each with the way to its part. */
export function IssueList(props: {
  readonly issues: readonly PlanIssue[];
  readonly onGo: (part: PlanPart) => void;
}): ReactNode {
  const { issues, onGo } = props;
  const { t } = useTexts();
  return (
    <List size="sm" spacing={2}>
      {issues.map((issue, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same thing may be missing twice
        <List.Item key={index}>
          <Anchor component="button" type="button" size="sm" onClick={() => onGo(issue.part)}>
            {t(`plan.parts.${issue.part}`)}
          </Anchor>{' '}
          {t(`plan.issues.${issue.code}`, { name: issue.name, number: issue.number })}
        </List.Item>
      ))}
    </List>
  );
}
