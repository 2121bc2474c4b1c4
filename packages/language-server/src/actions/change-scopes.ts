import type { Finding } from '@leastscope/analyzer';
import type { Authoring, Proposal, Proposer, ScopePlan } from '../model/authoring.js';
import type { View } from '../model/view.js';
import { listOf } from './list-of.js';

const nothing: ScopePlan = { rename: new Map(), add: [], drop: [] };

/** Requests a scope that a call needs, one proposal an alternative; takes out what surely nothing needs. */
export function changeScopes({ editScopes }: Authoring): Proposer {
  return (view, { findings }) =>
    findings.flatMap((finding) =>
      plansFor(view, finding).flatMap(({ title, plan }) => toProposal(view, finding, title, plan)),
    );

  function toProposal(view: View, finding: Finding, title: string, plan: ScopePlan): readonly Proposal[] {
    const file = view.analysis.declaration?.file;
    const text = file === undefined ? null : view.textOf(file);
    if (file === undefined || text === null) return [];
    const edited = editScopes(text, plan);
    return edited === null ? [] : [{ title, finding, texts: new Map([[file, edited]]) }];
  }
}

interface Planned {
  readonly title: string;
  readonly plan: ScopePlan;
}

function plansFor({ analysis }: View, { rule, data }: Finding): readonly Planned[] {
  if (rule === 'missing-scope') {
    return listOf(data['scopes']).map((scope) => ({
      title: `Request \`${scope}\` in the declaration; enable it in Manage API too`,
      plan: { ...nothing, add: [scope] },
    }));
  }
  if (rule !== 'unused-scope') return [];
  const sure = (analysis.needs.difference?.drop ?? []).map(({ scope }) => scope);
  return listOf(data['scope'])
    .filter((scope) => sure.includes(scope))
    .map((scope) => ({
      title: `Take \`${scope}\` out of the declaration; disable it in Manage API too`,
      plan: { ...nothing, drop: [scope] },
    }));
}
