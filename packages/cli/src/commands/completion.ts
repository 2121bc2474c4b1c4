import type { RunCommand } from '../command-line/command.js';
import { printCompletion, type Shell } from '../command-line/completion.js';
import { missingScopeError } from '../documents/explain/missing-scope-page.js';
import type { Engine } from '../host/engine.js';
import { exitCodes } from '../host/exit-codes.js';

/** `leastscope completion bash`: what to source. Commander has checked the word. */
export const run: RunCommand = async ({ argument, commands }, host) => {
  if (argument === 'topics' || argument === 'subjects' || argument === 'rules') {
    const names = namesOf(argument, await host.loadEngine());
    host.stdout.write(names.map((name) => `${name}\n`).join(''));
  } else host.stdout.write(printCompletion(argument as Shell, commands));
  return exitCodes.clean;
};

/** What `explain` and `why` may be asked about by one word. */
function namesOf(kind: 'topics' | 'subjects' | 'rules', { catalog, ruleInfos }: Engine): readonly string[] {
  const rules = ruleInfos.map(({ id }) => id);
  if (kind === 'rules') return rules;
  const subjects = [...catalog.scopeByKey.keys(), ...catalog.categoryById.keys()];
  if (kind === 'subjects') return subjects;
  return [...rules, ...subjects, ...catalog.purposeByKind.keys(), missingScopeError];
}
