import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import columns from '#renderer/components/two-columns.module.css';

/** A titled part of the rule. */
export function PayPart(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={`sheet ${columns.part}`} aria-label={props.title}>
      <Title order={2} size="h3" mb={6}>
        {props.title}
      </Title>
      {props.children}
    </section>
  );
}
