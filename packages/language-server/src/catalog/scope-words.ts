import type { Scope } from '@leastscope/scope-catalog';
import type { View } from '../model/view.js';
import { code } from '../text/markdown.js';

const kindWords: Readonly<Record<Scope['kind'], string>> = {
  public: 'open to every app',
  custom: 'granted on application',
  unknown: 'access unknown',
};

/** `open to every app, sensitive`. */
export function kindOfScope({ kind, sensitive }: Scope): string {
  return [kindWords[kind], ...(sensitive ? ['sensitive'] : [])].join(', ');
}

/** A scope with its kind and whether it is requested. Nothing is said of a request where nothing is declared. */
export function scopeWords({ analysis, engine }: View, key: string): string {
  const scope = engine.catalog.scopeByKey.get(key);
  const kind = scope === undefined ? [] : [kindOfScope(scope)];
  const { declaration } = analysis;
  const isRequested = declaration?.requestedScopes.some(({ value }) => value === key) ?? false;
  const request = declaration === null ? [] : [isRequested ? 'requested' : '**not requested**'];
  const notes = [...kind, ...request];
  return notes.length === 0 ? code(key) : `${code(key)} (${notes.join(', ')})`;
}
