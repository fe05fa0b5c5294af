import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import classes from './desk-lines.module.css';

/** Lines of a card on the desk, each a way to what it tells. */
export function DeskLines(props: { readonly children: ReactNode }): ReactNode {
  return <ul className={classes.lines}>{props.children}</ul>;
}

/**
 * One line: what it is, small words under it, and at its end how urgent it is. `tone` colours the end, whose words and icon
 * say the same. Without `link` the line leads nowhere (the person has no right to the page).
 */
export function DeskLine(props: {
  readonly link?: ComponentPropsWithoutRef<'a'> | undefined;
  readonly what: ReactNode;
  readonly detail?: ReactNode;
  readonly end: ReactNode;
  readonly tone?: string | undefined;
}): ReactNode {
  const { link, what, detail, end, tone } = props;
  const inside = (
    <>
      <span className={classes.what}>
        {what}
        {detail === undefined ? null : <small className="figures">{detail}</small>}
      </span>
      <strong className={`${classes.end} figures`} data-tone={tone}>
        {end}
      </strong>
    </>
  );
  return (
    <li>
      {link ? (
        <a className={classes.line} {...link}>
          {inside}
        </a>
      ) : (
        <span className={classes.line}>{inside}</span>
      )}
    </li>
  );
}
