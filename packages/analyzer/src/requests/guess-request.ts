import { givenUp } from '../values/too-deep.js';
import { platformPaths } from '@leastscope/scope-catalog';
import type { CallFact } from '../model/facts.js';
import { product, certain } from '../values/guarded.js';
import type { Interpreter } from '../values/interpreter.js';
import { httpRequest, methodName } from './http-request.js';
import type { HttpRequest } from './request.js';
import { knownText, mapPieces, plainText } from '../values/text.js';
import { unknownValue } from '../values/unknown.js';
import type { Guarded, Argument, Value } from '../values/value.js';
import { words } from '../util/words.js';

/** Names of functions that never request, whatever they are handed. */
const neverSends =
  /^(?:log|info|warn|error|debug|trace|fatal|describe|it|test|expect|to[A-Z]|sign|hash|hmac|digest|mock|stub|spy|reply|intercept|set|has|create(?!Request)|insert|upsert|update|save|select|find|where|eq$|from$|aggregate|increment|decrement|observe|record|track|capture|consume|doc$|collection|ref$|child$|startSpan|setTag|key)/;

/** What databases, caches, queues, logs and limits are called: a path handed to one of these is a key or a row. */
const stores =
  /(?:^|[.\s(])(?:\w*(?:prisma|supabase|knex|mongo|redis|cache|logger|metrics?|statsd|limiter|storage|firestore|sentry|span|tracer|analytics)\w*|db|kv|store|queue|logs?)(?=[.(?![])/i;

/** Names of functions that usually do something else with a path than request it. */
const otherBusiness =
  /^(?:push|unshift|includes|starts|ends|index|match|split|join|concat|parse|stringify|update|create(?!Request)|build|make|format|validate|assert|on|off|once|emit|use|route|redirect|revalidate|navigate|render|normalize|encode|decode|append|add|is[A-Z]|get(?:Item|Element|Attribute|Header|Param)|query(?:Selector|Key)|define|register|wait|goto|json|text|send(?:File|Status)?$|res)/;

/** Packages that send nothing to a path they are handed: servers imitated in tests, stores, logs, limits. */
const silentPackages = words(`
  nock msw supertest sinon vitest @jest/globals @playwright/test axios-mock-adapter fetch-mock
  ioredis redis @upstash/redis @vercel/kv node-cache lru-cache keyv cache-manager bottleneck
  rate-limiter-flexible prom-client hot-shots pino winston bunyan log4js debug express fastify
  hono koa @koa/router @nestjs/common next/cache next next/navigation react-router-dom zod
  @prisma/client @supabase/supabase-js mongoose knex drizzle-orm typeorm bullmq bull firebase-admin
`);

/** Modules of Node itself; those that send are in the vocabulary of clients. */
const nodeModules =
  /^(?:node:.*|fs|path|crypto|util|url|stream|events|os|child_process|zlib|assert|querystring|buffer|net|readline)$/;

/** What the runtime brings: none of it sends a path, but for the clients of the vocabulary. */
const builtIns =
  /^(?:new|Map|Set|WeakMap|URL|URLSearchParams|Headers|FormData|Response|console|JSON|Object|Array|String|Number|Math|Promise|Reflect|Symbol|process|Buffer|localStorage|sessionStorage|document|history|location|navigator|caches|crypto|Date|RegExp|Error|Intl)$/;

/** Names of functions that are asked to send something. */
const sends =
  /(?:get|post|put|patch|delete|del|request|req|fetch|call|exec|execute|invoke|api|http|query|ajax|proxy|forward|dispatch|send)/i;

const urlNames = ['url', 'path', 'uri', 'endpoint', 'apiPath', 'pathname', 'route', 'api', 'apiUrl'];
const methodNames = ['method', 'httpMethod', 'verb', 'type'];

/**
 * A call that we cannot see into, which is handed something like a path and is named like something that sends. What
 * comes of it counts only when the path is a known endpoint of the platform.
 */
export function guessRequest(
  interpreter: Interpreter,
  call: CallFact,
  callee: Value,
  args: readonly Argument[],
): readonly HttpRequest[] {
  const name = /([A-Za-z_$][\w$]*)\W*$/.exec(call.calleeText)?.[1] ?? '';
  if (call.isNew || neverSends.test(name) || stores.test(call.calleeText) || !canSend(callee)) return [];
  const given = args.slice(0, 6).map((arg) => arg());
  if (isRoute(given)) return [];
  const urls = urlsOf(interpreter, given);
  const methods = methodsOf(interpreter, given, name);
  const likeness = likenessOf(interpreter, name, callee, urls, methods.isGiven);
  if (likeness === 'none') return [];
  const cutOff = { url: givenUp('url'), method: givenUp('method') };
  return product(urls, methods.values, (url, method) => ({ url, method }), cutOff).map(({ value, guard }) =>
    httpRequest(interpreter.catalog, {
      ...value,
      isVague: likeness === 'vague',
      isSeen: false,
      isMethodGiven: true,
      hasTokenHeader: false,
      hasQuery: false,
      hasAppKey: false,
      guard,
    }),
  );
}

/** A handler beside a path makes it a route of one's own, unless a host is named. */
function isRoute(given: readonly (readonly Guarded[])[]): boolean {
  const hasHandler = given.some((arg) => arg.some(({ value }) => value.kind === 'function'));
  const hasHost = given.some((arg) => arg.some(({ value }) => (knownText(value) ?? '').startsWith('http')));
  return hasHandler && !hasHost;
}

/**
 * How much a call looks like one that sends: by its name, or by a method it is handed. Where only a whole path speaks
 * for it, it is vague: something that may be needed.
 */
function likenessOf(
  interpreter: Interpreter,
  name: string,
  callee: Value,
  urls: readonly Guarded[],
  isMethodGiven: boolean,
): 'sender' | 'vague' | 'none' {
  if (isMethodGiven) return 'sender';
  if (otherBusiness.test(name)) return 'none';
  if (sends.test(name)) return 'sender';
  return isForeign(callee) && urls.every(({ value }) => looksLikePath(interpreter, value)) ? 'vague' : 'none';
}

/** Code of a package that is not the runtime's own: there it may go anywhere. */
function isForeign(callee: Value): boolean {
  if (callee.kind !== 'external') return callee.kind === 'unknown';
  return callee.package !== 'global' && !nodeModules.test(callee.package);
}

function canSend(callee: Value): boolean {
  if (callee.kind === 'external') {
    if (callee.package === 'global')
      return !builtIns.test(callee.path.find((part) => !/^(?:globalThis|window|self)$/.test(part)) ?? '');
    const isSilent =
      silentPackages.has(callee.package) || /^@(?:sentry|opentelemetry)\//.test(callee.package);
    return !isSilent && !nodeModules.test(callee.package);
  }
  return callee.kind === 'unknown';
}

function urlsOf(interpreter: Interpreter, given: readonly (readonly Guarded[])[]): readonly Guarded[] {
  for (const arg of given) {
    const texts = arg.filter(({ value }) => looksLikePath(interpreter, value));
    if (texts.length > 0) return texts;
  }
  for (const arg of given) {
    const named = optionNamed(interpreter, arg, urlNames).filter(
      ({ value }) => looksLikePath(interpreter, value) || isOpenParameter(value),
    );
    if (named.length > 0)
      return named.map(({ value, guard }) => ({ value: withoutExpression(value), guard }));
  }
  return given.slice(0, 3).find((arg) => arg.some(({ value }) => isOpenParameter(value))) ?? [];
}

function isOpenParameter(value: Value): boolean {
  return value.kind === 'unknown' && value.owner !== null;
}

function looksLikePath({ catalog }: Interpreter, value: Value): boolean {
  if (value.kind !== 'text') return false;
  const { hasVersion } = platformPaths(catalog);
  return value.pieces.some(
    (piece) => piece.kind === 'piece' && (/^=?(?:https?:\/)?\//.test(piece.text) || hasVersion(piece.text)),
  );
}

/** n8n writes expressions as `=/path/{{ $parameter.id }}`. */
function withoutExpression(value: Value): Value {
  if (value.kind !== 'text') return value;
  return mapPieces(value, (text) => text.replace(/^=/, '').replace(/\{\{[^}]*\}\}/g, '{id}'));
}

function optionNamed(
  interpreter: Interpreter,
  arg: readonly Guarded[],
  names: readonly string[],
): readonly Guarded[] {
  for (const name of names) {
    const found = arg.flatMap(({ value, guard }) =>
      value.kind === 'object'
        ? interpreter
            .member(value, name)
            .map((one) => ({ value: one.value, guard: { ...guard, ...one.guard } }))
        : [],
    );
    const present = found.filter(({ value }) => value.kind !== 'absent');
    if (present.length > 0) return present;
  }
  return [];
}

function methodsOf(
  interpreter: Interpreter,
  given: readonly (readonly Guarded[])[],
  name: string,
): { readonly values: readonly Guarded[]; readonly isGiven: boolean } {
  for (const arg of given) {
    const texts = arg.filter(({ value }) => methodName(value) !== null);
    if (texts.length > 0) return { values: texts, isGiven: true };
  }
  for (const arg of given) {
    const named = optionNamed(interpreter, arg, methodNames).filter(
      ({ value }) => methodName(value) !== null || value.kind === 'unknown',
    );
    if (named.length > 0) return { values: named, isGiven: true };
  }
  const verb = /^(get|post|put|patch|delete|del)(?![a-z])/i.exec(name)?.[1]?.toUpperCase();
  if (verb !== undefined)
    return { values: certain(plainText(verb === 'DEL' ? 'DELETE' : verb)), isGiven: false };
  return { values: certain(unknownValue('method', 'the method is not known')), isGiven: false };
}
