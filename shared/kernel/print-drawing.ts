/**
 * A line drawing as data, for screen and paper alike: strokes as SVG path data in units of the drawing's own, numbered marks
 * on top of them. The outline of a vehicle with its damages is one.
 */
export type PrintStroke = {
  /** SVG path data: `M 0 0 L 10 5 Z`; commands and numbers only (see isPathData). */
  readonly path: string;
  /** Width of the line on paper: 0.25, 0.6 or 1 point; `none` leaves only the filling. */
  readonly line?: 'none' | 'fine' | 'normal' | 'strong';
  readonly fill?: 'none' | 'white' | 'pale' | 'dark';
  readonly dashed?: boolean;
};

export type PrintDrawingMark = {
  readonly x: number;
  readonly y: number;
  /** One to three signs in a circle of 4.6 mm, whatever the drawing's scale. */
  readonly text: string;
  readonly tone?: 'normal' | 'warning';
};

export type PrintDrawingText = {
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly text: string;
  readonly align?: 'left' | 'center' | 'right';
};

export type PrintDrawing = {
  readonly width: number;
  readonly height: number;
  /** In order: later ones cover earlier ones. */
  readonly strokes: readonly PrintStroke[];
  /** Names of views, printed in 8 points. */
  readonly texts?: readonly PrintDrawingText[];
  readonly marks?: readonly PrintDrawingMark[];
  /** What can be seen, for readers who cannot see it. */
  readonly description: string;
};

/** Whether a text is path data and nothing else: letters of commands, numbers, blanks, commas. */
export const isPathData = (path: string): boolean => /^[MLHVCSQTAZmlhvcsqtaz\d\s,.eE+-]*$/u.test(path);
