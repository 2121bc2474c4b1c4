import type { CallSite } from '../model/program.js';
import type { Interpreter } from '../values/interpreter.js';
import { asPieces } from '../values/text.js';
import type { HttpRequest } from './request.js';

/** The app's key in the URL's own text, or put behind it where the request is sent: `url.searchParams.set('app_key', key)`. */
export function isGivenAppKey(
  { catalog, modules }: Interpreter,
  site: CallSite,
  { url }: HttpRequest,
): boolean {
  const { appKey } = catalog.platform.requests;
  if (asPieces(url).some((piece) => piece.kind === 'piece' && piece.text.includes(`${appKey}=`))) return true;
  const calls = modules.facts(site.file)?.calls ?? [];
  const inside = calls[site.call]?.function;
  return calls.some(
    ({ callee, args: [first], function: around }) =>
      around === inside &&
      callee.kind === 'member' &&
      (callee.name === 'set' || callee.name === 'append') &&
      first?.value.kind === 'text' &&
      first.value.text === appKey,
  );
}
