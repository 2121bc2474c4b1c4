import type { Expression } from '../model/facts.js';
import type { Frame, Guarded } from './value.js';

type Values = readonly Guarded[];

/**
 * The steps of work that are left for the question that is being answered. What was worked out while something was given
 * up, for lack of steps or for its depth, is kept for that question only: the next one, with steps of its own, must not get
 * less because somebody else asked first.
 */
export interface Meter {
  /** Answers one question with its own steps; what is left of an outer question is there again afterwards. */
  readonly within: <T>(steps: number, work: () => T) => T;
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
  /** Null while nothing was given up: most questions need none. */
  partial: Map<Frame, Map<Expression, Values>> | null;
}

export function createMeter(): Meter {
  let spent = 0;
  let question: Question = { left: 0, givenUp: 0, partial: null };
  const giveUp = (): void => {
    question.givenUp += 1;
  };
  return {
    spent: () => spent,
    giveUp,
    within: (steps, work) => {
      const outer = question;
      question = { left: steps, givenUp: 0, partial: null };
      try {
        return work();
      } finally {
        question = outer;
      }
    },
    spend: (steps) => {
      if (question.left <= 0) {
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
