import type { ReactNode } from 'react';
import classes from './facts.module.css';

export type Fact = {
  readonly name: string;
  /** Empty ones are left out. */
  readonly value: ReactNode;
  /** Running text: a line of its own, its line breaks kept. */
  readonly wide?: boolean;
};

/** What is known of a thing, each name over its value, as many beside each other as have room. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return (
    <dl className={classes.facts}>
      {known.map(({ name, value, wide = false }) => (
        <div key={name} className={wide ? classes.wide : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
