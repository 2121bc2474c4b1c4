import type { Destination } from '../../model/data-flow.js';
import type { Span } from '../../model/facts.js';
import type { Place } from '../../model/place.js';
import type { AccessPath } from './access-path.js';

/** What takes something, and where it goes by that. */
export interface Taker {
  readonly to: 'read' | Destination;
  readonly sink: string;
  readonly recipient: string | null;
  readonly reason: string | null;
}

/** Something that code does with a part of a response, before it is known which field that is. */
export interface FlowHit extends Taker {
  readonly path: AccessPath;
  readonly place: Place;
  /** The stretch of code that stands for it, so that one thing said of a call is not said of its paths again. */
  readonly span: Span;
}
