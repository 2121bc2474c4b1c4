import type { Expression } from '../../model/facts.js';
import { spanOf, type Draft } from '../draft.js';
import type { ts } from '../../compiler/compiler.js';
import { enclosingFunction, propertyName } from '../draft.js';

/** The name that stands for the engine of n8n, which sends what `routing.request` describes. */
export const routingEngine = 'n8n:routing';

/**
 * n8n's declarative nodes hold requests as data: `routing: { request: { method: 'GET', url: '=/path' } }`. Each such
 * object becomes a call fact whose callee is the engine.
 */
export function readRouting(draft: Draft): void {
  const { compiler, parsed } = draft;
  const visit = (node: ts.Node): void => {
    const request = routingRequest(draft, node);
    if (request !== null) addCall(draft, request);
    compiler.forEachChild(node, visit);
  };
  if (parsed.source.text.includes('routing')) visit(parsed.source);
}

function routingRequest(draft: Draft, node: ts.Node): ts.ObjectLiteralExpression | null {
  const { compiler } = draft;
  if (!compiler.isPropertyAssignment(node) || propertyName(compiler, node.name) !== 'routing') return null;
  if (!compiler.isObjectLiteralExpression(node.initializer)) return null;
  for (const property of node.initializer.properties) {
    if (!compiler.isPropertyAssignment(property) || propertyName(compiler, property.name) !== 'request')
      continue;
    if (compiler.isObjectLiteralExpression(property.initializer)) return property.initializer;
  }
  return null;
}

function addCall(draft: Draft, request: ts.ObjectLiteralExpression): void {
  const callee: Expression = { kind: 'global', name: routingEngine };
  draft.calls.push({
    callee,
    args: [{ value: draft.lower(request), spread: false }],
    isNew: false,
    isDecorator: false,
    isTag: false,
    span: spanOf(draft, request),
    calleeSpan: spanOf(draft, request),
    function: enclosingFunction(draft, request),
    calleeText: 'routing.request',
  });
}
