import { exportedValue } from '../walk/find-export.js';
import { isCounted } from '../lookups/counted.js';
import { fileKind } from '../lookups/file-kind.js';
import { compareText } from '../lookups/places.js';
import type { Expression, FileFacts } from '../model/facts.js';
import type { Program } from '../model/program.js';
import type { EvidenceContext } from './evidence-context.js';

/** Longer ways from a call to what defines its receiver are none that people write. */
const deepest = 12;

/**
 * Every file that has to do with the data: those that ask the platform, those that its answers pass through, and those
 * that define what stores or sends them: the client of the database, the agent of the connection. Sorted; no other file
 * says anything of how the data is protected.
 */
export function dataFiles(context: EvidenceContext): readonly string[] {
  const { files, flowFiles, includeTests, program, taken } = context;
  const found = new Set([...files, ...flowFiles]);
  const walk = createWalk(program, found);
  for (const { call, outflow, site } of taken) {
    if (outflow.to !== 'stored' && outflow.to !== 'sent') continue;
    found.add(site.file);
    walk.receiver(site.file, call.function, call.callee);
    for (const { value } of call.args) walk.options(site.file, value);
  }
  return [...found].filter((file) => isCounted(fileKind(file), includeTests)).sort(compareText);
}

interface Walk {
  readonly receiver: (file: string, inside: number | null, callee: Expression) => void;
  /** Of options only what is handed on by name: `{ httpsAgent: agent }`. What data is made of says nothing of the way. */
  readonly options: (file: string, value: Expression) => void;
}

function createWalk(program: Program, found: Set<string>): Walk {
  const seen = new Set<Expression>();
  return {
    receiver: (file, inside, callee) => {
      for (let at: Expression = callee; at.kind === 'member'; at = at.object)
        for (const [own] of program.classesOf(file, inside, at.object)) if (own) found.add(own.file);
      follow(file, callee, 0);
    },
    options: (file, value) => {
      if (value.kind !== 'object') return;
      for (const entry of value.entries)
        if (entry.key?.kind === 'text' && /agent$|^dispatcher$|^ssl$|^tls$/i.test(entry.key.text))
          follow(file, entry.value, 0);
    },
  };

  function follow(file: string, value: Expression, depth: number): void {
    if (depth > deepest || seen.has(value)) return;
    seen.add(value);
    if (value.kind === 'import') return followImport(file, value.module, value.name, depth);
    const facts = program.facts(file);
    const inner = facts === null ? [] : madeOf(facts, value);
    for (const one of inner) follow(file, one, depth + 1);
  }

  function followImport(file: string, module: string, name: string, depth: number): void {
    const target = program.resolve(file, module);
    if (target === null) return;
    const exported = exportedValue(program.modules, target, name);
    found.add(exported?.file ?? target);
    if (exported !== null) follow(exported.file, exported.value, depth + 1);
  }
}

/** What a value is made of or worked out from, in the same file. */
function madeOf(facts: FileFacts, value: Expression): readonly Expression[] {
  switch (value.kind) {
    case 'member':
    case 'item':
      return [value.object];
    case 'fallback':
      return [value.value, value.otherwise];
    case 'choice':
      return value.options;
    case 'object':
      return value.entries.map((entry) => entry.value);
    case 'name':
      return boundTo(facts, value.binding);
    case 'call': {
      const call = facts.calls[value.call];
      return call === undefined ? [] : [call.callee, ...call.args.map((arg) => arg.value)];
    }
    case 'function':
      return facts.functions[value.function]?.returns ?? [];
    default:
      return [];
  }
}

function boundTo({ bindings }: FileFacts, binding: number): readonly Expression[] {
  const { value = null, writes = [] } = bindings[binding] ?? {};
  return [...(value === null ? [] : [value]), ...writes.map((write) => write.value)];
}
