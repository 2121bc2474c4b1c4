import type { Value } from './value.js';

/** Names under which code reaches the global object itself. */
const globalObjects: ReadonlySet<string> = new Set(['globalThis', 'global', 'window', 'self']);

/** Members of it that the runtime provides and that begin with a small letter; its classes begin with a capital. */
const provided =
  /^(?:[A-Z].*|fetch|process|console|crypto|performance|navigator|location|document|history|localStorage|sessionStorage|indexedDB|caches|structuredClone|queueMicrotask|setTimeout|setInterval|setImmediate|clearTimeout|clearInterval|atob|btoa|require|module|eval|is(?:NaN|Finite)|parse(?:Int|Float)|(?:en|de)codeURI(?:Component)?|global|globalThis|window|self)$/;

/**
 * Whether a value is what some code has put on the global object: `globalThis.prisma`. It is there or not, and what it is
 * its name alone says.
 */
export function isGlobalSlot(value: Value): boolean {
  if (value.kind !== 'external' || value.package !== 'global') return false;
  const [object = '', name] = value.path;
  return globalObjects.has(object) && name !== undefined && !provided.test(name);
}
