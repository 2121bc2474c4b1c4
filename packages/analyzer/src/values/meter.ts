import type { Expression } from '../model/facts.js';
import type { Frame, Guarded } from './value.js';

type Values = readonly Guarded[];

/**
 * The steps of work that are left for the question that is being answered. What was worked out while something was given
 * up, for lack of steps or for its depth, is kept for that question only: the next one, with steps of its own, must not get
 * less because somebody else asked first.
 */
export interface Meter {
  /**
   * Answers one question with its own steps; what is left of an outer question is there again afterwards. Fewer steps than
   * these once many questions came to nothing: see `shareOf`.
   */
  readonly within: <T>(steps: number, work: () => T) => T;
  /** Whether questions get fewer steps by now: then it hangs on what was asked before what is given up. */
  readonly isShort: () => boolean;
  /** Takes steps, each about the work of one expression. False when there are none left: then something is given up. */
  readonly spend: (steps: number) => boolean;
  /** Steps that all questions together have taken so far. */
  readonly spent: () => number;
  /** Notes that something was given up, so that nothing worked out from it is kept. */
  readonly giveUp: () => void;
  /** Works a value out and keeps it: with the frame when it is complete, else for this question. */
  readonly remember: (frame: Frame, expression: Expression, work: () => Values) => Values;
  /** Work that is done when it is first asked for, and kept in the same way. */
  readonly lasting: <T>(work: () => T) => () => T;
  /** What is kept of an expression; undefined when it has to be worked out. */
  readonly known: (frame: Frame, expression: Expression) => Values | undefined;
}

/** What one question has left, and what it may keep to itself. */
interface Question {
  left: number;
  givenUp: number;
  /** More steps were asked for than it had. */
  isDry: boolean;
  /** Null while nothing was given up: most questions need none. */
  partial: Map<Frame, Map<Expression, Values>> | null;
}

/** Steps that questions may take in vain before those that follow get fewer: fifty calls that are given up. */
const firstWaste = 1_000_000;

/** The same for each time after that. */
const nextWaste = 500_000;

/** So many times at most. */
const mostCuts = 3;

/** What any question may take, whatever was asked before: most take far less. */
const leastSteps = 300;

/**
 * A call that multiplies its possibilities costs what it may, and is given up. Of a thousand such calls, each for itself, a run
 * would never be done: the more steps were in vain, the fewer the next question gets.
 */
function shareOf(steps: number, wasted: number): number {
  if (wasted < firstWaste) return steps;
  const cuts = Math.min(mostCuts, 1 + Math.floor((wasted - firstWaste) / nextWaste));
  return Math.max(Math.min(steps, leastSteps), steps / 4 ** cuts);
}

function questionWith(steps: number): Question {
  return { left: steps, givenUp: 0, isDry: false, partial: null };
}

export function createMeter(): Meter {
  let spent = 0;
  /** Steps of questions that had too few. */
  let wasted = 0;
  let question = questionWith(0);
  const giveUp = (): void => {
    question.givenUp += 1;
  };
  return {
    spent: () => spent,
    giveUp,
    within: (steps, work) => {
      const outer = question;
      const share = shareOf(steps, wasted);
      question = questionWith(share);
      try {
        return work();
      } finally {
        if (question.isDry) wasted += share;
        question = outer;
      }
    },
    isShort: () => wasted >= firstWaste,
    spend: (steps) => {
      if (question.left <= 0) {
        question.isDry = true;
        giveUp();
        return false;
      }
      question.left -= steps;
      spent += steps;
      return true;
    },
    known: (frame, expression) => frame.memo.get(expression) ?? question.partial?.get(frame)?.get(expression),
    lasting: <T>(work: () => T) => {
      let known: { readonly found: T; readonly holdsIn: Question | null } | null = null;
      return () => {
        if (known !== null && (known.holdsIn === null || known.holdsIn === question)) return known.found;
        const { givenUp } = question;
        const found = work();
        known = { found, holdsIn: question.givenUp === givenUp ? null : question };
        return found;
      };
    },
    remember: (frame, expression, work) => {
      const { givenUp } = question;
      const found = work();
      if (question.givenUp === givenUp) {
        frame.memo.set(expression, found);
        return found;
      }
      frame.memo.delete(expression);
      question.partial ??= new Map();
      const partial = question.partial.get(frame) ?? new Map<Expression, Values>();
      question.partial.set(frame, partial.set(expression, found));
      return found;
    },
  };
}
