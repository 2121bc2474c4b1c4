/**
 * Something that may be asked again, which keeps its own answer: a map of tens of thousands of them takes longer to ask than most
 * answers take to work out.
 */
export interface Question<T> {
  state: 'new' | 'open' | 'provisional' | 'settled';
  /** Undefined while it is new. */
  answer: T | undefined;
  /** While open: how many others are open around it. While provisional: the round that the answer holds for. */
  at: number;
}

export function createQuestion<T>(): Question<T> {
  return { state: 'new', answer: undefined, at: 0 };
}

export interface CyclicMemo {
  /** The answer to a question; `whileOpen` when it is being worked out already (a function that calls itself). */
  readonly run: <T>(question: Question<T>, whileOpen: T, work: () => T) => T;
}

/**
 * Remembers answers, but not those that were worked out while something they need was still being worked out: these
 * hold for the round only, and are asked again when it is over. Otherwise the answer would depend on where one began.
 */
export function createCyclicMemo(): CyclicMemo {
  let open = 0;
  let round = 0;
  let lowest = Number.POSITIVE_INFINITY;
  return {
    run: <T>(question: Question<T>, whileOpen: T, work: () => T): T => {
      if (question.state === 'settled') return question.answer as T;
      if (question.state === 'open') {
        lowest = Math.min(lowest, question.at);
        return whileOpen;
      }
      if (question.state === 'provisional' && question.at === round) {
        lowest = Math.min(lowest, 0);
        return question.answer as T;
      }
      const depth = open;
      const outer = lowest;
      lowest = Number.POSITIVE_INFINITY;
      question.state = 'open';
      question.at = depth;
      open += 1;
      let answer: T;
      try {
        answer = work();
      } finally {
        open -= 1;
        question.state = 'new';
      }
      question.answer = answer;
      if (lowest >= depth) {
        question.state = 'settled';
        if (depth === 0) round += 1;
        lowest = outer;
      } else {
        question.state = 'provisional';
        question.at = round;
        lowest = Math.min(lowest, outer);
      }
      return answer;
    },
  };
}
