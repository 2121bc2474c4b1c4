import type { Span } from '../model/facts.js';

/** Names in the code of a text, and strings that are one: `client['find']` asks for `find` as well. */
export function identifiersIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name] of codeOf(text).matchAll(/[A-Za-z_$][\w$]*/g)) names.add(owned(name));
  return names;
}

const notCode =
  /\/\/[^\n]*|\/\*[^]*?\*\/|'((?:\\.|[^'\\\n])*)'|"((?:\\.|[^"\\\n])*)"|`((?:\\.|[^`\\]){0,5000})`/g;

/** Without comments, and of strings only those that are a name, and what templates put in. */
function codeOf(text: string): string {
  return text.replace(notCode, (_whole, single?: string, double?: string, template?: string) => {
    if (template !== undefined) return ` ${[...template.matchAll(/\$\{([^}]*)\}/g)].join(' ')} `;
    const said = single ?? double ?? '';
    return /^[A-Za-z_$][\w$]*$/.test(said) ? ` ${said} ` : ' ';
  });
}

/** A slice of a long text keeps the whole text alive; short ones are copied anyway. */
function owned(name: string): string {
  return name.length < 13 ? name : Buffer.from(name).toString();
}

/** Whole statements that only name what a file takes and gives. */
const takesAndGives = [
  /\bimport\s[^;'"]*?\bfrom\s*['"][^'"\n]*['"]/g,
  /\bexport\s+(?:type\s+)?\{[^{}]*\}(?:\s*from\s*['"][^'"\n]*['"])?/g,
  /\bmodule\.exports\s*=\s*\{[^{}]*\}/g,
  /\bexports\.[\w$]+\s*=\s*[\w$]+\s*;?/g,
  /\b(?:const|let|var)\s*\{[^{}]*\}\s*=\s*require\s*\([^)]*\)/g,
];

/** What a file does and says outside of its functions; what it merely takes, gives and names is left out. */
export function moduleTextOf(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (start < at) continue;
    parts.push(withoutDeclaredName(text.slice(at, start)));
    at = end;
  }
  parts.push(text.slice(at));
  return takesAndGives.reduce((rest, pattern) => rest.replace(pattern, ' '), parts.join(' '));
}

const topLevel = /^(?:export\s+)?(?:declare\s+)?(?:abstract\s+)?(?:const|let|var|class|enum)\s+([\w$]+)/;

/** The statements of a text outside of functions, by the name that each declares; null for one that does something. */
export function statementsOf(text: string): readonly (readonly [name: string | null, text: string])[] {
  // What goes on behind a line is set in, or closes it.
  const statements = text.split(/\n(?=[^\s})\]])/);
  return statements.map((one) => [topLevel.exec(one.trimStart())?.[1] ?? null, one]);
}

/** `const find = cache(, `find:`, `exports.find =`: the name by which the function behind it goes. */
const declared =
  /(?:\b(?:const|let|var)\s+([\w$]+)\s*(?::[^=;]*)?=\s*|([\w$]+)\s*(?::[^=;{}]*)?[=:]\s*)(?:[\w$.]+(?:<[^<>]*>)?\(\s*)*$/;
const longestHead = 200;

/** The name that stands before a function, where that is how it is named. */
export function nameBefore(text: string, offset: number): string | null {
  const match = declared.exec(text.slice(Math.max(0, offset - longestHead), offset));
  return match?.[1] ?? match?.[2] ?? null;
}

function withoutDeclaredName(text: string): string {
  const head = text.slice(-longestHead);
  const match = declared.exec(head);
  return match === null ? text : text.slice(0, text.length - head.length + match.index);
}

/** What a text calls or makes outright. */
export function calledIn(text: string): readonly string[] {
  return [...text.matchAll(/([A-Za-z_$][\w$]*)\s*(?:<[^<>()]*>)?\(/g)].map(([, name = '']) => owned(name));
}

/** Pairs of a name and another one by which it goes: `find as list`, `list: find`, `exports.list = find`. */
export function aliasesIn(text: string): readonly (readonly [name: string, other: string])[] {
  const renamed = [...text.matchAll(/([A-Za-z_$][\w$]*)\s+as\s+([A-Za-z_$][\w$]*)/g)];
  const keyed = [
    ...text.matchAll(/([A-Za-z_$][\w$]*)\s*:\s*([A-Za-z_$][\w$]*)\s*(?=[,}\n])/g),
    ...text.matchAll(/\bexports\.([\w$]+)\s*=\s*([A-Za-z_$][\w$]*)/g),
  ];
  return [
    ...renamed.map(([, name = '', other = '']) => [owned(name), owned(other)] as const),
    ...keyed.map(([, other = '', name = '']) => [owned(name), owned(other)] as const),
  ];
}
