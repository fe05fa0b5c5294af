import type { ReactNode } from 'react';
import { qrCode, qrPath, quietModules } from '#shared/kernel/qr-code.ts';
import classes from './evaluation.module.css';

/** A code to scan from the screen: dark on white in either theme, as readers need it. */
export function QrPicture(props: { readonly text: string; readonly label: string }): ReactNode {
  const code = qrCode(props.text);
  if (!code) return null;
  const size = code.length + 2 * quietModules;
  return (
    <svg className={classes.code} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={props.label}>
      <path d={qrPath(code)} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}
