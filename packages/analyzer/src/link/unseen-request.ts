import type { CallFact } from '../model/facts.js';
import { combine, only } from './alternatives.js';
import type { Linker } from './linker.js';
import type { RequestParts } from './request-parts.js';
import { methodName } from './request-parts.js';
import { hole, knownText, mapPieces, plainText } from './text.js';
import type { Alternative, Argument, Value } from './value.js';

/** Names of functions that do something else with a path than request it. */
const otherBusiness =
  /^(?:log|info|warn|error|debug|trace|fatal|push|unshift|set|has|includes|starts|ends|index|match|test|split|join|concat|parse|stringify|describe|it|expect|to[A-Z]|sign|hash|hmac|update|digest|create(?!Request)|build|make|format|validate|assert|mock|stub|spy|on|off|once|emit|use|route|redirect|revalidate|navigate|render|normalize|encode|decode|append|is[A-Z]|get(?:Item|Element|Attribute|Header|Param)|query(?:Selector|Key)|define|register|wait|goto|reply|json|text|send(?:File|Status)?$|res)/;

/** Names of functions that are asked to send something. */
const sends = /(?:get|post|put|patch|delete|del|request|req|fetch|call|exec|execute|invoke|api|http|query|ajax|proxy|forward|dispatch|send)/i;

const urlNames = ['url', 'path', 'uri', 'endpoint', 'apiPath', 'pathname', 'route', 'api', 'apiUrl'];
const methodNames = ['method', 'httpMethod', 'verb', 'type'];

/**
 * A call that we cannot see into, which is handed something like a path and is named like something that sends. What
 * comes of it counts only when the path is a known endpoint of the platform.
 */
export function unseenRequest(linker: Linker, call: CallFact, args: readonly Argument[]): readonly RequestParts[] {
  const name = /([A-Za-z_$][\w$]*)\W*$/.exec(call.calleeText)?.[1] ?? '';
  if (call.isNew || otherBusiness.test(name)) return [];
  const given = args.slice(0, 6).map((arg) => arg());
  if (given.some((arg) => arg.some(({ value }) => value.kind === 'function')) && !isHostGiven(given)) return [];
  const urls = urlsOf(linker, given);
  const methods = methodsOf(linker, given, name);
  const isSender = sends.test(name) || methods.isGiven;
  if (urls.length === 0 || !isSender) return [];
  return combine(urls, methods.values, (url, method) => ({ url, method })).map(({ value, picks }) => ({
    ...value,
    isDefaultMethod: false,
    hasTokenHeader: false,
    picks,
  }));
}

/** A handler beside a path makes it a route of one's own, unless a host is named. */
function isHostGiven(given: readonly (readonly Alternative[])[]): boolean {
  return given.some((arg) => arg.some(({ value }) => (knownText(value) ?? '').startsWith('http')));
}

function urlsOf(linker: Linker, given: readonly (readonly Alternative[])[]): readonly Alternative[] {
  for (const arg of given) {
    const texts = arg.filter(({ value }) => looksLikePath(value));
    if (texts.length > 0) return texts;
  }
  for (const arg of given) {
    const named = optionNamed(linker, arg, urlNames).filter(({ value }) => looksLikePath(value) || isOpenParameter(value));
    if (named.length > 0) return named.map(({ value, picks }) => ({ value: withoutExpression(value), picks }));
  }
  return given.slice(0, 3).find((arg) => arg.some(({ value }) => isOpenParameter(value))) ?? [];
}

function isOpenParameter(value: Value): boolean {
  return value.kind === 'hole' && value.owner !== null;
}

function looksLikePath(value: Value): boolean {
  if (value.kind !== 'text') return false;
  return value.pieces.some((piece) => piece.kind === 'piece' && /^=?(?:https?:\/)?\/|\/20\d{4}\//.test(piece.text));
}

/** n8n writes expressions as `=/path/{{ $parameter.id }}`. */
function withoutExpression(value: Value): Value {
  if (value.kind !== 'text') return value;
  return mapPieces(value, (text) => text.replace(/^=/, '').replace(/\{\{[^}]*\}\}/g, '{id}'));
}

function optionNamed(linker: Linker, arg: readonly Alternative[], names: readonly string[]): readonly Alternative[] {
  for (const name of names) {
    const found = arg.flatMap(({ value, picks }) =>
      value.kind === 'object' ? linker.member(value, name).map((one) => ({ value: one.value, picks: { ...picks, ...one.picks } })) : [],
    );
    const present = found.filter(({ value }) => value.kind !== 'absent');
    if (present.length > 0) return present;
  }
  return [];
}

function methodsOf(
  linker: Linker,
  given: readonly (readonly Alternative[])[],
  name: string,
): { readonly values: readonly Alternative[]; readonly isGiven: boolean } {
  for (const arg of given) {
    const texts = arg.filter(({ value }) => methodName(value) !== null);
    if (texts.length > 0) return { values: texts, isGiven: true };
  }
  for (const arg of given) {
    const named = optionNamed(linker, arg, methodNames).filter(({ value }) => methodName(value) !== null || value.kind === 'hole');
    if (named.length > 0) return { values: named, isGiven: true };
  }
  const verb = /^(get|post|put|patch|delete|del)(?![a-z])/i.exec(name)?.[1]?.toUpperCase();
  if (verb !== undefined) return { values: only(plainText(verb === 'DEL' ? 'DELETE' : verb)), isGiven: false };
  return { values: only(hole('method', 'the method is not known')), isGiven: false };
}
