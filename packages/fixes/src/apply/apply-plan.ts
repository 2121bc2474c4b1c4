import { digestOf } from '../plan/digest.js';
import type { Operation } from '../model/operation.js';
import type { AppliedPlan, FilePlan, RefusedOperation } from '../model/plan.js';
import { isSame, overlap, splice, type Edit, type Edits } from './edit.js';
import { editAddSwitch } from './add-switch.js';
import { editDropFromLog } from './drop-from-log.js';
import { editKeepFields } from './keep-fields.js';
import { openSource, syntaxErrorsOf, type OpenSource } from './open-source.js';
import { editStripAtBoundary } from './strip-at-boundary.js';
import { editText } from './text-operations.js';
import { editUseNarrower } from './use-narrower.js';

/**
 * Carries the plan of one file out on its text. Pure: nothing is read or written. What a plan was not made for stays as it
 * is, so a second time changes nothing. Outside of what the operations name, every byte stays.
 */
export function applyPlan(text: string, plan: FilePlan): AppliedPlan {
  if (digestOf(text) !== plan.digest) return refuseAll(text, plan, 'the file has changed since the analysis');
  const source = openSource(plan.file, text);
  if (syntaxErrorsOf(source) > 0) return refuseAll(text, plan, 'the file does not parse');
  const applied = collect(plan.operations, source);
  const result = splice(text, applied.edits);
  if (syntaxErrorsOf(openSource(plan.file, result)) > 0)
    return refuseAll(text, plan, 'the result would not parse');
  return { text: result, done: applied.done, refused: applied.refused };
}

function refuseAll(text: string, { operations }: FilePlan, reason: string): AppliedPlan {
  return { text, done: [], refused: operations.map((operation) => ({ operation, reason })) };
}

interface Collected {
  readonly edits: readonly Edit[];
  readonly done: readonly Operation[];
  readonly refused: readonly RefusedOperation[];
}

/** Each operation as a whole or not at all; of two that meet, the first. */
function collect(operations: readonly Operation[], source: OpenSource): Collected {
  return operations.reduce<Collected>(
    ({ edits, done, refused }, planned) => {
      const { operation, own } = firstFitting(planned, source);
      const refuse = (reason: string): Collected => ({
        edits,
        done,
        refused: [...refused, { operation, reason }],
      });
      if (typeof own === 'string') return refuse(own);
      // Two findings may ask for the same change.
      if (own.every((one) => edits.some((other) => isSame(one, other))))
        return { edits, done: [...done, operation], refused };
      if (own.some((one) => edits.some((other) => overlap(one, other))))
        return refuse('another change is made at the same place; run it again');
      return { edits: [...edits, ...own], done: [...done, operation], refused };
    },
    { edits: [], done: [], refused: [] },
  );
}

/** The operation, or what is planned for where it does not fit. */
function firstFitting(operation: Operation, source: OpenSource): { operation: Operation; own: Edits } {
  const own = editsFor(operation, source);
  const otherwise = operation.kind === 'keepFields' ? operation.otherwise : null;
  if (typeof own !== 'string' || otherwise === null) return { operation, own };
  const others = editsFor(otherwise, source);
  return typeof others === 'string' ? { operation, own } : { operation: otherwise, own: others };
}

function editsFor(operation: Operation, source: OpenSource): Edits {
  switch (operation.kind) {
    case 'dropFromLog':
      return editDropFromLog(operation, source);
    case 'keepFields':
      return editKeepFields(operation, source);
    case 'stripAtBoundary':
      return editStripAtBoundary(operation, source);
    case 'addSwitch':
      return editAddSwitch(operation, source);
    case 'useNarrower':
      return editUseNarrower(operation, source);
    default:
      return editText(operation, source);
  }
}
