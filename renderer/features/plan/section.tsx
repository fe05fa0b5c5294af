import { Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A titled piece of a part. */
export function Section(props: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section aria-label={props.title}>
      <Title order={2} size="h4" mb={4}>
        {props.title}
      </Title>
      {props.children}
    </section>
  );
}
