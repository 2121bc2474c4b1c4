import type { Destination } from '../model/data-flow.js';
import type { Place } from '../model/place.js';
import type { Part } from './part.js';

/** Something that code does with a part of a response, before it is known which field that is. */
export interface Sighting {
  readonly part: Part;
  readonly place: Place;
  readonly to: 'read' | Destination;
  readonly sink: string;
  readonly recipient: string | null;
  readonly reason: string | null;
  /** The stretch of code that stands for it, so that one thing said of a call is not said of its parts again. */
  readonly span: { readonly file: string; readonly start: number; readonly end: number };
}
