import type { ReactNode } from 'react';
import type { DamageView } from '#shared/features/inspection/inspection.contract.ts';
import { outlineOf, viewSize } from '#shared/features/inspection/vehicle-outline.ts';

/** One view of a kind of vehicle; the right side is the left one mirrored. */
export function VehicleOutline(props: {
  readonly kind: string | null;
  readonly view: DamageView;
  readonly className?: string;
}): ReactNode {
  const { kind, view, className } = props;
  const { body, glass, wheels } = outlineOf(kind, view);
  const [width, height] = viewSize[view];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={className} aria-hidden focusable="false">
      <g transform={view === 'right' ? `matrix(-1 0 0 1 ${width} 0)` : undefined}>
        {body.map((path) => (
          <path key={path} d={path} data-part="body" />
        ))}
        {glass.map((path) => (
          <path key={path} d={path} data-part="glass" />
        ))}
        {wheels.map(([x, y, radius]) => (
          <circle key={x} cx={x} cy={y} r={radius} data-part="wheel" />
        ))}
      </g>
    </svg>
  );
}
