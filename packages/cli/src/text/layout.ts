import { plainPainter, type Painter } from './painter.js';

/** How a text is laid out for whoever looks on. */
export interface Layout {
  readonly painter: Painter;
  /** Columns that people see; absent where the text goes into a file or a pipe, whose lines are as long as they are. */
  readonly width: number | undefined;
  /** A text that leads to an address where a terminal knows such links; else the text. */
  readonly link: (text: string, url: string) => string;
}

/** For files and pipes. */
export const plainLayout: Layout = { painter: plainPainter, width: undefined, link: (text) => text };
