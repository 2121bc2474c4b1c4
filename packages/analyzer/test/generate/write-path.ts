import type { PathForm, Program } from './program.js';

/** A path as code: the expression, what must stand before it, and the declarations it takes. */
export interface WrittenPath {
  readonly expression: string;
  readonly before: readonly string[];
  readonly ids: readonly string[];
  readonly units: readonly { readonly key: string; readonly code: string }[];
}

interface Segment {
  readonly text: string;
  readonly id: string | null;
}

/** Writes a path with ids in one of many ways that all come to the same. */
export function writePath(program: Program, path: string, form: PathForm, key: string): WrittenPath {
  const segments = segmentsOf(path);
  const ids = segments.flatMap(({ id }) => (id === null ? [] : [id]));
  const plain = { before: [], ids, units: [] };
  switch (form) {
    case 'template':
      return { ...plain, expression: template(segments) };
    case 'plus':
      return { ...plain, expression: plus(segments) };
    case 'join':
      return { ...plain, expression: `[${["''", ...segments.map(piece)].join(', ')}].join('/')` };
    case 'base':
      return withBase(plain, segments, key);
    case 'version':
      return withVersion(plain, segments, key);
    case 'replace':
      return { ...plain, expression: segments.reduce(replaceId, `'${path}'`) };
    case 'builder':
      return withBuilder(program, plain, segments, key);
    case 'map':
      return withMap(program, plain, segments, key);
    case 'append':
      return {
        ...plain,
        before: ["let path = '';", ...segments.map((one) => `path += ${template([one])};`)],
        expression: 'path',
      };
    case 'local':
      return {
        ...plain,
        before: [`const path = ${template(segments)};`, 'const target = path;'],
        expression: 'target',
      };
    case 'encoded':
      return { ...plain, expression: template(segments, (id) => `encodeURIComponent(⟦@${id}⟧)`) };
    case 'ternary':
      return {
        ...plain,
        before: ['const isTest = Date.now() > 5;'],
        expression: `(isTest ? ${template(segments)} : ${plus(segments)})`,
      };
  }
}

type Plain = Omit<WrittenPath, 'expression'>;

function segmentsOf(path: string): Segment[] {
  let count = 0;
  return path
    .split('/')
    .slice(1)
    .map((text) => ({ text, id: text.startsWith('{') ? `id${count++}` : null }));
}

function template(segments: readonly Segment[], show = (id: string): string => `⟦@${id}⟧`): string {
  const text = segments.map((one) => `/${one.id === null ? one.text : `\${${show(one.id)}}`}`).join('');
  return text.includes('${') ? `\`${text}\`` : `'${text}'`;
}

function plus(segments: readonly Segment[]): string {
  return `(${segments.map((one) => (one.id === null ? `'/${one.text}'` : `'/' + ⟦@${one.id}⟧`)).join(' + ')})`;
}

function piece(one: Segment): string {
  return one.id === null ? `'${one.text}'` : `⟦@${one.id}⟧`;
}

function replaceId(code: string, one: Segment): string {
  return one.id === null ? code : `${code}.replace('${one.text}', ⟦@${one.id}⟧)`;
}

function withBase(plain: Plain, segments: readonly Segment[], key: string): WrittenPath {
  const name = `${key}Base`;
  const base = `/${segments
    .slice(0, 2)
    .map(({ text }) => text)
    .join('/')}`;
  const rest = template(segments.slice(2)).slice(1, -1);
  return {
    ...plain,
    expression: `\`\${⟦${name}⟧}${rest}\``,
    units: [{ key: name, code: `const ⟦${name}⟧ = '${base}';` }],
  };
}

function withVersion(plain: Plain, segments: readonly Segment[], key: string): WrittenPath {
  const name = `${key}Version`;
  const [group, version, ...rest] = segments;
  const code = `const ⟦${name}⟧ = '${version?.text ?? ''}';`;
  return {
    ...plain,
    expression: `\`/${group?.text ?? ''}/\${⟦${name}⟧}${template(rest).slice(1, -1)}\``,
    units: [{ key: name, code }],
  };
}

function withBuilder(program: Program, plain: Plain, segments: readonly Segment[], key: string): WrittenPath {
  const name = `${key}Path`;
  const code = `function ⟦${name}⟧(${parameters(program, plain.ids)}) {\n  return ${template(segments)};\n}`;
  return {
    ...plain,
    expression: `⟦${name}⟧(${plain.ids.map((id) => `⟦@${id}⟧`).join(', ')})`,
    units: [{ key: name, code }],
  };
}

function withMap(program: Program, plain: Plain, segments: readonly Segment[], key: string): WrittenPath {
  const name = `${key}Paths`;
  const value =
    plain.ids.length === 0
      ? template(segments)
      : `(${parameters(program, plain.ids)}) => ${template(segments)}`;
  const given = plain.ids.length === 0 ? '' : `(${plain.ids.map((id) => `⟦@${id}⟧`).join(', ')})`;
  const code = `const ⟦${name}⟧ = {\n  other: '/orders',\n  wanted: ${value},\n};`;
  return { ...plain, expression: `⟦${name}⟧.wanted${given}`, units: [{ key: name, code }] };
}

function parameters(program: Program, ids: readonly string[]): string {
  return ids.map((id) => `⟦@${id}⟧${program.language === 'ts' ? ': string' : ''}`).join(', ');
}
