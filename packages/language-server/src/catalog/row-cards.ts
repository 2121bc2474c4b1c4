import { loadControls } from '@leastscope/scope-catalog';
import type { RuleInfo } from '@leastscope/analyzer';
import type { View } from '../model/view.js';
import { card, code, escapeText, rich } from '../text/markdown.js';
import { listed } from '../text/words.js';
import { scopeWords } from './scope-words.js';

/** Cards of single rows of the catalog. Null where there is no such row. */

export function purposeKindCard({ engine }: View, kind: string): string | null {
  const purpose = engine.catalog.purposeByKind.get(kind);
  if (purpose === undefined) return null;
  return card(
    `**${code(kind)}** ${escapeText(purpose.title)}`,
    [escapeText(purpose.definition), escapeText(purpose.advice)],
    [
      purpose.access.includes('write') ? 'reads and writes' : 'reads only',
      `needs ${listed(purpose.needs.map(code), 12)}`,
      ...(purpose.optional.length > 0
        ? [`takes with a reason (\`also\`) ${listed(purpose.optional.map(code), 12)}`]
        : []),
    ],
  );
}

export function webhookCard(view: View, type: number): string | null {
  const webhook = view.engine.catalog.webhookByType.get(type);
  if (webhook === undefined) return null;
  const { title, scopes, categories } = webhook;
  return card(
    `**webhook ${String(type)}** ${escapeText(title)}`,
    [],
    [
      scopes.length > 0
        ? `needs ${scopes.map((key) => scopeWords(view, key)).join(', or ')}`
        : 'the platform does not say which scope it needs',
      categories.length > 0
        ? `brings ${listed(categories.map(code), 12)}`
        : 'brings no data of a known category',
    ],
  );
}

export function controlCard(id: string): string | null {
  const control = loadControls().find((one) => one.id === id);
  if (control === undefined) return null;
  const section = control.section === null ? [] : [`section: ${escapeText(control.section)}`];
  const item = control.item === null ? [] : [`item ${String(control.item)} of the review’s form`];
  return card(`**${code(id)}** ${escapeText(control.title)}`, [], [...section, ...item]);
}

export function ruleCard({ engine }: View, id: string): string | null {
  const rule = engine.ruleInfos.find((one: RuleInfo) => one.id === id);
  if (rule === undefined) return null;
  return card(`**${code(id)}** ${rich(rule.title)}`, [rich(rule.why), rich(rule.fix)], []);
}

export function endpointCard(view: View, id: string): string | null {
  const endpoint = view.engine.catalog.endpointById.get(id);
  if (endpoint === undefined) return null;
  const { primary, incidental } = endpoint.categories;
  const scopes = endpoint.scopes.map((key) => scopeWords(view, key));
  const calls = view.analysis.needs.uses.filter((use) => use.endpoint === id).length;
  return card(
    `**${code(id)}** ${escapeText(endpoint.title)}`,
    [],
    [
      ...(scopes.length > 0 ? [`needs ${scopes.join(', or ')}`] : []),
      ...(primary.length > 0 ? [`called for ${listed(primary.map(code), 12)}`] : []),
      ...(incidental.length > 0 ? [`brings along ${listed(incidental.map(code), 12)}`] : []),
      `called here ${String(calls)} times`,
    ],
  );
}
