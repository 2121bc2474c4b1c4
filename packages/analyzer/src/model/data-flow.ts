import type { CategoryId, EndpointId } from '@leastscope/scope-catalog';
import type { CallSite } from './call-site.js';
import type { FileKind } from './file-kind.js';
import type { Place, RelatedPlace } from './place.js';

/**
 * A part of what an endpoint answers. `field`: one value. `record`: something that holds catalogued fields below it,
 * up to the whole answer.
 */
export interface ResponsePart {
  readonly endpoint: EndpointId;
  readonly kind: 'field' | 'record';
  /** As the catalog writes it: `data.orders[].recipient_address.name`; `data` for the whole answer. */
  readonly path: string;
  /** The category of a field; all categories that a record holds, sorted. Empty where the catalog names none. */
  readonly categories: readonly CategoryId[];
  /**
   * No row names it, but everything that is named in the object around it is personal: it is of one or some of these
   * categories.
   */
  readonly isSomeOf?: true;
  /** The path of the first generation that the code asks, where `endpoint` is what replaced it. */
  readonly calledAs?: EndpointId;
}

/** Where code does something with a part of a response. */
interface DataPoint {
  readonly part: ResponsePart;
  /** Where the property is read, or where the value goes. */
  readonly place: Place;
  /**
   * The call by which the file that got the response hands it to code of another file, when that is where `place`
   * stands. Whoever hands it over answers for what is done with it.
   */
  readonly enteredBy: Place | null;
  /** The call of the endpoint that it came from. */
  readonly use: Place;
  /** It surely came from that endpoint: the path is not a legacy one, whose answer is another, nor one of several. */
  readonly isCertain: boolean;
  /**
   * The file that answers for it does not import both the call and the place, so whoever judges that file alone cannot
   * see this: no rule about files speaks of it. It is read or kept all the same.
   */
  readonly isBeyondImports: boolean;
  /** Calls on the way from the request to here. */
  readonly via: readonly RelatedPlace[];
  readonly fileKind: FileKind;
}

/** A part of a response that the code asks for by name. Its categories are empty where the catalog does not name it. */
export interface FieldRead extends DataPoint {
  readonly kind: 'read';
}

/**
 * Where data leaves the code that could be followed. `escaped`: to somewhere that cannot be seen into (a function that
 * is not known, a key worked out at run time); after that nothing can be called unread.
 */
export type Destination = 'stored' | 'logged' | 'sent' | 'returned' | 'serialised' | 'escaped';

export interface Outflow extends DataPoint {
  readonly kind: 'outflow';
  readonly to: Destination;
  /** What takes it, as the code says it: `prisma.order.create`, `console.log`, `res.json`. */
  readonly sink: string;
  /** The host it is sent to, where that is known. */
  readonly recipient: string | null;
  /** The call, or the statement, that takes it: where several values go at once, they share it. */
  readonly takenAt: Place;
  /** Where it was put into an object whole, when that is elsewhere than `place`. */
  readonly put: Place | null;
  /** For `escaped`: why it is not followed, "it is handed to `render`, which is not part of the project". */
  readonly reason: string | null;
}

/** What the code does with the responses of its calls, and with its own secrets. Each list sorted by place. */
export interface Flows {
  readonly reads: readonly FieldRead[];
  readonly outflows: readonly Outflow[];
  /** Single values that go to what cannot be seen into: evidence, never a finding. */
  readonly escapedFields: readonly Outflow[];
  readonly exposedSecrets: readonly ExposedSecret[];
}

/** A secret or a token of the app's configuration that goes where others can read it. */
export interface ExposedSecret {
  readonly secret: 'app-secret' | 'secret' | 'token';
  /** The variable that holds it: `TTS_APP_SECRET`. */
  readonly name: string;
  readonly to: 'logged' | 'returned' | 'sent';
  /** What takes it, as the code says it. */
  readonly sink: string;
  /** The host it is sent to, where that is known. */
  readonly recipient: string | null;
  readonly place: Place;
  /** Where the variable is read. */
  readonly read: Place;
  /** As for a `FieldRead`. */
  readonly enteredBy: Place | null;
  readonly isBeyondImports: boolean;
  readonly fileKind: FileKind;
}

/** What was found of how the code deletes when a seller or creator withdraws. */
export interface DeletionEvidence {
  /** Where the declared handler stands; null when there is no such function. */
  readonly handler: Place | null;
  /** Code that deletes, reached from the handler: `delete`, `destroy`, `remove` on a store. */
  readonly deletions: readonly RelatedPlace[];
  /** Updates that only flag, reached from the handler. */
  readonly flags: readonly RelatedPlace[];
  /** The handler calls something that cannot be seen into and may delete. */
  readonly isOpen: boolean;
  /** Where the handler is called from, or registered as a route. Empty: nothing was seen to reach it. */
  readonly reachedFrom: readonly RelatedPlace[];
  /** The calls that lead to it from outside of the app. */
  readonly ways: readonly WayIn[];
  /** Other webhooks lead to the handler, and surely none that tells of a withdrawal. */
  readonly isMissed: boolean;
  /** Comparisons of a webhook's type with 5 (product status) that lead to the handler. */
  readonly mistakenTypes: readonly Place[];
}

/** How a function is reached from outside of the app. */
export interface WayIn {
  /** The calls that lead to it, outermost first; none where it is registered itself. */
  readonly sites: readonly CallSite[];
  /** The call that registers the outermost function, where one is seen. */
  readonly registeredBy: CallSite | null;
  /** `entry`: somebody outside calls it. `unknown`: nobody is seen to, but a class or an object may be reached otherwise. */
  readonly from: 'entry' | 'unknown';
  /** The call, or the registration, that is nearest to the function. */
  readonly seen: RelatedPlace;
}

/** A type of webhook that the code asks for. */
export interface HandledWebhook {
  readonly type: number;
  /** Where it is asked for, or the type that stands in one table with it. */
  readonly place: Place;
  /** Of a withdrawal, what deletes then; null where nothing is seen to. */
  readonly deletion: FoundDeletion | null;
}

/** A function that the code runs when an authorization ends, and that deletes. */
export interface FoundDeletion {
  /** As the declaration would name it: `src/webhooks.ts#purge`. */
  readonly handler: string;
  readonly place: Place;
  readonly deletions: readonly RelatedPlace[];
}
