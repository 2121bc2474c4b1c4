import type { ts } from '../compiler/compiler.js';
import type { Expression, Item } from '../model/facts.js';
import { enclosingFunction, shortText, spanOf, type CallDraft, type Draft } from './draft.js';

/** A template behind a tag is a call of the tag: with the text, each hole a `?`, and with what fills the holes. */
export function lowerTagCall(draft: Draft, node: ts.TaggedTemplateExpression): Expression {
  const call = draft.calls.length;
  const lowered: Expression = { kind: 'call', call };
  // Placed before its parts are lowered, so that numbers follow the source from the outside in.
  const fact: CallDraft = {
    callee: { kind: 'absent' },
    args: [],
    isNew: false,
    isDecorator: false,
    isTag: true,
    span: spanOf(draft, node),
    calleeSpan: spanOf(draft, node.tag),
    function: enclosingFunction(draft, node),
    calleeText: shortText(draft, node.tag),
  };
  draft.calls.push(fact);
  draft.expressionOf.set(node, lowered);
  fact.callee = draft.lower(node.tag);
  fact.args = argumentsOf(draft, node.template);
  return lowered;
}

function argumentsOf(draft: Draft, template: ts.TemplateLiteral): readonly Item[] {
  const holes = draft.compiler.isTemplateExpression(template) ? template.templateSpans : [];
  const head = draft.compiler.isTemplateExpression(template) ? template.head.text : template.text;
  const text = [head, ...holes.map(({ literal }) => literal.text)].join('?');
  return [
    { value: { kind: 'text', text, span: spanOf(draft, template) }, spread: false },
    ...holes.map(({ expression }) => ({ value: draft.lower(expression), spread: false })),
  ];
}
