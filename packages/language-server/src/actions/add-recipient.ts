import type { Proposer } from '../model/authoring.js';
import { insertEntry } from './insert-entry.js';

/** A recipient for the host that a finding names; who that is only people know. */
export const addRecipient: Proposer = (view, { findings }) => {
  const file = view.analysis.declaration?.file;
  const text = file === undefined ? null : view.textOf(file);
  if (file === undefined || text === null) return [];
  return findings.flatMap((finding) => {
    const { host, id } = finding.data;
    if (finding.rule !== 'notice-gap' || typeof host !== 'string' || typeof id !== 'string') return [];
    const entry = `  - { id: ${quoted(id)}, name: ${quoted(`TODO: who runs ${host}`)}, hosts: [${quoted(host)}] } # TODO: role and country`;
    const edited = insertEntry(text, 'recipients', [entry]);
    if (edited === null) return [];
    return [{ title: `Declare the recipient behind \`${host}\``, finding, texts: new Map([[file, edited]]) }];
  });
};

/** A host comes out of somebody's code: as JSON it is YAML too, whatever is in it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
