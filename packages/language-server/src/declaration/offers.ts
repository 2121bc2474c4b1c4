import { answerOfPurpose, loadControls, type Category } from '@leastscope/scope-catalog';
import { CompletionItemKind } from 'vscode-languageserver';
import { isMap, isScalar, isSeq, type Document } from 'yaml';
import { tierWords } from '../catalog/category-card.js';
import { needOf, neededWords } from '../catalog/needed-by.js';
import { purposeKindCard, webhookCard } from '../catalog/row-cards.js';
import { kindOfScope } from '../catalog/scope-words.js';
import type { View } from '../model/view.js';
import type { Path } from './cursor.js';
import type { Slot } from './slots.js';

/** One word that may stand somewhere. */
export interface Offer {
  readonly text: string;
  readonly kind: CompletionItemKind;
  /** What it is. */
  readonly detail: string;
  /** What speaks for it here: "needed by 3 calls"; empty where nothing does. */
  readonly note: string;
  /** Markdown. */
  readonly documentation: string | null;
}

/** What may stand in a slot, the likeliest first. What stands there already is not offered again. */
export function offersFor(view: View, slot: Slot, path: Path, document: Document): readonly Offer[] {
  const taken = new Set(siblings(path, document));
  return allFor(view, slot, path, document).filter(({ text }) => !taken.has(text));
}

function allFor(view: View, slot: Slot, path: Path, document: Document): readonly Offer[] {
  const { analysis, engine } = view;
  const { declaration } = analysis;
  switch (slot) {
    case 'scope':
      return scopes(view);
    case 'purpose-kind':
      return engine.catalog.purposes.map(({ kind, title }) =>
        offer(kind, title, '', purposeKindCard(view, kind)),
      );
    case 'also-category':
      return categoriesFor(view, document.getIn([...path.slice(0, 2), 'kind']));
    case 'category':
      return personal(view).map(categoryOffer);
    case 'recipient':
      return (declaration?.evidence.recipients ?? []).map(({ id, name }) => offer(id, name));
    case 'webhook':
      return webhooks(view);
    case 'control':
      return loadControls().map(({ id, title }) => offer(id, title));
    case 'rule':
      return engine.ruleInfos.map(({ id, title }) => offer(id, title));
    case 'severity':
      return ['error', 'warning', 'note', 'off'].map((word) => offer(word, 'severity'));
    case 'endpoint':
      return endpoints(view);
    case 'purpose-name':
      return (declaration?.purposes ?? []).map(({ id, text }) => offer(id, text));
    case 'host':
      return hosts(view);
    case 'purpose-id':
    case 'code-glob':
      return [];
  }
}

function offer(text: string, detail: string, note = '', documentation: string | null = null): Offer {
  return { text, kind: CompletionItemKind.Value, detail, note, documentation };
}

function scopes(view: View): readonly Offer[] {
  const all = view.engine.catalog.scopes.map((scope): Offer => {
    const note = needOf(view, scope.key) === null ? '' : neededWords(view, scope.key);
    return offer(scope.key, `${scope.title} (${kindOfScope(scope)})`, note);
  });
  return [...all.filter(({ note }) => note !== ''), ...all.filter(({ note }) => note === '')];
}

/** What the kind takes once it is declared comes first; what it never takes is possible, and what a reviewer asks about. */
function categoriesFor(view: View, kind: unknown): readonly Offer[] {
  const { catalog } = view.engine;
  if (typeof kind !== 'string' || !catalog.purposeByKind.has(kind)) return personal(view).map(categoryOffer);
  const of = (answer: ReturnType<typeof answerOfPurpose>, note: string): readonly Offer[] =>
    personal(view)
      .filter(({ id }) => answerOfPurpose(catalog, kind, id) === answer)
      .map((category) => ({ ...categoryOffer(category), note }));
  return [...of('optional', `${kind} takes it with a reason`), ...of('never', `${kind} never needs it`)];
}

function personal({ engine }: View): readonly Category[] {
  return engine.catalog.categories.filter(({ tier }) => tier !== 'none');
}

function categoryOffer({ id, title, tier }: Category): Offer {
  return offer(id, `${title} (${tierWords[tier]})`);
}

function webhooks(view: View): readonly Offer[] {
  const handled = new Set(view.analysis.needs.handledWebhooks.map(({ type }) => type));
  const all = view.engine.catalog.webhooks.map(({ type, title }) =>
    offer(String(type), title, handled.has(type) ? 'the code asks for it' : '', webhookCard(view, type)),
  );
  return [...all.filter(({ note }) => note !== ''), ...all.filter(({ note }) => note === '')];
}

/** Those that the code calls; all of the catalog would be a list for nobody. */
function endpoints({ analysis, engine }: View): readonly Offer[] {
  const called = [...new Set(analysis.needs.uses.flatMap(({ endpoint }) => endpoint ?? []))].sort();
  return called.map((id) => offer(id, engine.catalog.endpointById.get(id)?.title ?? ''));
}

function hosts({ analysis }: View): readonly Offer[] {
  const seen = analysis.needs.outflows.flatMap(({ recipient }) => recipient ?? []);
  return [...new Set(seen)].sort().map((host) => offer(host, 'data is sent there'));
}

/** What stands in the same list or mapping already; of what is being typed itself nothing is said. */
function siblings(path: Path, document: Document): readonly string[] {
  const around: unknown = document.getIn(path.slice(0, -1));
  const last = path.at(-1);
  if (isSeq(around)) return around.items.filter((_, index) => index !== last).flatMap(textOf);
  // A value of a mapping has no rivals; a key has.
  if (!isMap(around) || around.has(last)) return [];
  return around.items.flatMap(({ key }) => textOf(key));
}

function textOf(node: unknown): readonly string[] {
  return isScalar(node) ? [String(node.value)] : [];
}
