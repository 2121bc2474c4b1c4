import type { Destination } from '../../model/data-flow.js';
import type { Place } from '../../model/place.js';
import type { AccessPath } from '../domain/access-path.js';

/** Something that code does with a part of a response, before it is known which field that is. */
export interface FlowHit {
  readonly path: AccessPath;
  readonly place: Place;
  readonly to: 'read' | Destination;
  readonly sink: string;
  readonly recipient: string | null;
  readonly reason: string | null;
  /** The stretch of code that stands for it, so that one thing said of a call is not said of its paths again. */
  readonly span: { readonly file: string; readonly start: number; readonly end: number };
}
