import type { Escape } from '../../model/facts.js';
import type { ts } from '../../compiler/compiler.js';
import { hasMarkup } from '../blank-markup.js';
import { enclosingFunction, spanOf, type Draft } from '../draft.js';
import { isPlainClass } from './followed-target.js';

/**
 * Notes what others see without being handed it: exported variables, the variables at the top of a component's script,
 * which its markup shows, all that stands around an `eval`, and parameters that are fields of a class that others know.
 */
export function readExposed(draft: Draft, file: string): void {
  const isShown = hasMarkup(file);
  const isEvaluated = draft.calls.some(({ callee }) => callee.kind === 'global' && callee.name === 'eval');
  const exported = new Set(
    Object.values(draft.exports).flatMap((value) => (value.kind === 'name' ? [value.binding] : [])),
  );
  for (const [node, binding] of draft.bindingOf) {
    if (!isVariable(draft, node) || !mayHold(draft, binding)) continue;
    const isAtTop = draft.bindings[binding]?.function === null;
    if (isEvaluated) expose(draft, node, binding, 'other');
    else if (exported.has(binding)) expose(draft, node, binding, 'export');
    else if (isShown && isAtTop) expose(draft, node, binding, 'markup');
  }
  for (const node of draft.functionOf.keys()) readFields(draft, node);
}

function isVariable({ compiler }: Draft, node: ts.Node): node is ts.VariableDeclaration | ts.BindingElement {
  return compiler.isVariableDeclaration(node) || compiler.isBindingElement(node);
}

/** A variable that is more than a name for a text or a function. */
function mayHold({ bindings }: Draft, index: number): boolean {
  const binding = bindings[index];
  if (binding === undefined) return false;
  if (binding.writes.length > 0 || binding.value === null) return true;
  return !['text', 'function', 'class', 'import', 'absent'].includes(binding.value.kind);
}

function expose(
  draft: Draft,
  node: ts.VariableDeclaration | ts.BindingElement,
  binding: number,
  kind: Escape['kind'],
): void {
  // Whatever is assigned by the end of the file may be seen.
  const at = draft.parsed.source.end;
  draft.escapes.push({
    kind,
    value: { kind: 'name', binding, at },
    target: null,
    span: spanOf(draft, node.name),
    function: null,
  });
}

/** `constructor(readonly order) { super(); }`: an assignment that is not written. */
function readFields(draft: Draft, node: ts.Node): void {
  const { compiler } = draft;
  if (!compiler.isConstructorDeclaration(node) || isPlainClass(draft, node.parent)) return;
  const index = draft.registerFunction(node);
  node.parameters.forEach((parameter, position) => {
    if (!compiler.isParameterPropertyDeclaration(parameter, node)) return;
    draft.escapes.push({
      kind: 'assign',
      value: { kind: 'parameter', function: index, index: position },
      target: null,
      span: spanOf(draft, parameter.name),
      function: enclosingFunction(draft, parameter),
    });
  });
}
