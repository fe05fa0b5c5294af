import { Button, Text } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useEffect, useId, useRef, type PointerEvent, type ReactNode } from 'react';
import classes from './signature-pad.module.css';

type Point = { readonly x: number; readonly y: number };

/** Width of the stroke in CSS pixels, and its ink: the same on any ground, because paper is white. */
const ink = { width: 2.6, colour: '#1b2a55', paper: '#ffffff' };

const pngOf = (canvas: HTMLCanvasElement): Promise<File | null> =>
  new Promise((resolve) =>
    canvas.toBlob(
      (blob) => resolve(blob && new File([blob], 'signature.png', { type: 'image/png' })),
      'image/png',
    ),
  );

/** The canvas with as many dots as the screen has, white. */
function prepare(canvas: HTMLCanvasElement): void {
  const { width, height } = canvas.getBoundingClientRect();
  const scale = Math.max(1, window.devicePixelRatio);
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (!context) return;
  context.scale(scale, scale);
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = ink.colour;
  context.fillStyle = ink.colour;
  context.lineWidth = ink.width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
}

/**
 * A field to sign in with pen, finger or mouse. Gives the picture after each stroke, null when it is empty. It has no
 * keyboard way: whoever shows it offers paper beside it.
 */
export function SignaturePad(props: {
  readonly label: string;
  readonly hint: string;
  readonly clear: string;
  readonly onChange: (picture: File | null) => void;
}): ReactNode {
  const { label, hint, clear, onChange } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<Point>(undefined);
  const hintId = useId();
  useEffect(() => {
    if (canvas.current) prepare(canvas.current);
  }, []);

  const pointOf = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): Point => {
    const { left, top } = currentTarget.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = pointOf(event);
    last.current = point;
    const context = event.currentTarget.getContext('2d');
    context?.beginPath();
    context?.arc(point.x, point.y, ink.width / 2, 0, 2 * Math.PI);
    context?.fill();
  };
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    const from = last.current;
    if (!from) return;
    const to = pointOf(event);
    const context = event.currentTarget.getContext('2d');
    context?.beginPath();
    context?.moveTo(from.x, from.y);
    context?.lineTo(to.x, to.y);
    context?.stroke();
    last.current = to;
  };
  const end = ({ currentTarget }: PointerEvent<HTMLCanvasElement>): void => {
    if (!last.current) return;
    last.current = undefined;
    void pngOf(currentTarget).then(onChange);
  };
  const empty = (): void => {
    if (canvas.current) prepare(canvas.current);
    onChange(null);
  };
  return (
    <div className={classes.pad}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={label}
        aria-describedby={hintId}
        className={classes.field}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      />
      <div className={classes.below}>
        <Text id={hintId} size="xs" c="dimmed">
          {hint}
        </Text>
        <Button
          size="md"
          variant="default"
          leftSection={<IconEraser size={18} aria-hidden />}
          onClick={empty}
        >
          {clear}
        </Button>
      </div>
    </div>
  );
}
