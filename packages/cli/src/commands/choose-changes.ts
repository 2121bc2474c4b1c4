import type { FilePlan, Operation } from '@leastscope/fixes';
import { createInterface } from 'node:readline';
import { tellChange } from '../documents/mend/tell-mended.js';
import type { Host } from '../host/host.js';
import { Misuse } from '../host/misuse.js';
import type { Changes, Choose, TextOf } from './mend-project.js';

/** Asks about each change, one at a time: yes, no, all that come, or no more. */
export function askEach(host: Host): Choose & { readonly end: () => void } {
  const { ask, end } = openQuestions(host);
  const choose: Choose = async (changes, textOf) => {
    const { applyPlan } = await import('./apply-plan.js');
    const shown = changesIn(changes, textOf, applyPlan);
    const agreed = new Set<Change>();
    for (const [index, change] of shown.entries()) {
      const answer = await ask(
        `${change.text}${change.title} (${String(index + 1)} of ${String(shown.length)})`,
      );
      if (answer === 'all') for (const one of shown.slice(index)) agreed.add(one);
      if (answer === 'all' || answer === 'quit') break;
      if (answer === 'yes') agreed.add(change);
    }
    return only(changes, [...agreed]);
  };
  return Object.assign(choose, { end });
}

/** One operation, or all files that come for one finding. */
interface Change {
  readonly what: Operation | 'files';
  readonly title: string;
  /** Its difference. */
  readonly text: string;
}

function changesIn(
  { plans, created }: Changes,
  textOf: TextOf,
  applyPlan: (text: string, plan: FilePlan) => { readonly text: string },
): readonly Change[] {
  const operations = plans.flatMap((plan) =>
    plan.operations.map((operation): Change => {
      const before = textOf(plan.file) ?? '';
      const after = applyPlan(before, { ...plan, operations: [operation] }).text;
      return { what: operation, title: operation.title, text: tellChange(plan.file, before, after) };
    }),
  );
  const [first] = created;
  if (first === undefined) return operations;
  const text = created.map((one) => tellChange(one.file, null, one.text)).join('');
  return [...operations, { what: 'files', title: first.title, text }];
}

function only({ plans, created }: Changes, agreed: readonly Change[]): Changes {
  const wanted = new Set(agreed.map(({ what }) => what));
  const kept = plans.map((plan) => ({
    ...plan,
    operations: plan.operations.filter((operation) => wanted.has(operation)),
  }));
  return {
    plans: kept.filter(({ operations }) => operations.length > 0),
    created: wanted.has('files') ? created : [],
  };
}

const answers = new Map<string, 'yes' | 'no' | 'all' | 'quit'>(
  (['yes', 'no', 'all', 'quit'] as const).flatMap((answer) => [
    [answer, answer],
    [answer.charAt(0), answer],
  ]),
);

/** Where nobody can answer, nothing is asked. What is no answer is asked again; an end of the input is the end. */
function openQuestions({ openStreams, stdout }: Host) {
  const input = stdout.isTerminal ? openStreams?.().input : undefined;
  if (input === undefined || !('isTTY' in input) || input.isTTY !== true)
    throw new Misuse('--interactive asks about each change, and there is no terminal to ask at');
  const lines = createInterface({ input, terminal: false });
  const iterator = lines[Symbol.asyncIterator]();
  return {
    ask: async (question: string): Promise<'yes' | 'no' | 'all' | 'quit'> => {
      for (;;) {
        stdout.write(`${question}\nMake this change? [y]es, [n]o, [a]ll that come, [q]uit: `);
        const line = await iterator.next();
        const answer = line.done === true ? 'quit' : answers.get(line.value.trim().toLowerCase());
        if (answer !== undefined) return answer;
      }
    },
    end: () => {
      lines.close();
    },
  };
}
