import type { Catalog } from '@leastscope/scope-catalog';
import { words } from '../util/words.js';

/** What clients and helpers wrap an answer in. The catalog's own paths begin below it. */
const wrappers = words('data body response result json payload value res parsed');

/** Whether a property of what a call gives may be the answer itself: `data` of `response.data`. */
export function isWrapper(name: string): boolean {
  return wrappers.has(name);
}

/** What helpers put beside the data to say how it went: nobody's data. */
const outcome = /^data\.(?:code|message|request_id|status|ok|success|error|msg)$/;

/** Whether a path of an answer tells only how the request went. */
export function tellsOutcome(path: string): boolean {
  return outcome.test(path);
}

/** Whether a path is of what every answer has around its data, or leads to the next page only: `data.next_page_token`. */
export function isEnvelope({ platform }: Catalog, path: string): boolean {
  return platform.answers.envelope.includes(path);
}
