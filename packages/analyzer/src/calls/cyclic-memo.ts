/**
 * Something that may be asked again, which keeps its own answer: a map of tens of thousands of them takes longer to ask than most
 * answers take to work out.
 */
export interface Question<T> {
  isSettled: boolean;
  /** Undefined as long as it is not settled. */
  answer: T | undefined;
  /** What is known of it while it is being worked out; null else. */
  waiting: Waiting | null;
}

export function createQuestion<T>(): Question<T> {
  return { isSettled: false, answer: undefined, waiting: null };
}

export interface CyclicMemo {
  /** The answer to a question. It may need the answers to other questions, and even its own. */
  readonly run: <T>(question: Question<T>, kind: Kind<T>, work: () => T) => T;
}

export interface Kind<T> {
  /** Stands for an answer that needs itself (a function that calls itself). */
  readonly whileOpen: T;
  /** Whether whoever asks can do the same with both. */
  readonly isSame: (before: T, after: T) => boolean;
  /**
   * On the way between others: in each round it is worked out as soon as it is asked for, so that news is not held up, and
   * says nothing to itself. What is none goes by what it was before.
   */
  readonly isPassage: boolean;
}

/** An answer that others in a ring with it may change yet. */
interface Waiting {
  readonly question: Question<unknown>;
  readonly isPassage: boolean;
  answer: unknown;
  /** The round in which it was last worked out. */
  round: number;
  /** The number of the outermost answer that it needs and that is being worked out still. */
  outermost: number;
  /** Works it out once more, with what the others have come to. True when it is another now. */
  readonly again: () => boolean;
}

interface State {
  /** Those that were worked out and wait for others, in that order: what is needed comes before whoever needs it. */
  readonly waiting: Waiting[];
  /** How many answers were begun: each has its number. */
  begun: number;
  /** Of all that the answer in hand has needed so far. */
  outermost: number;
  round: number;
  /** Answers of this round that are others than in the one before. */
  changes: number;
}

/** Most rings are at rest after three rounds. Answers that still change after so many are kept as they are by then. */
const roundLimit = 12;

/**
 * Remembers answers that may need each other in rings. A ring is worked out as a whole as soon as nothing outside of it is
 * needed any more: each of its answers again, with what the others have come to, until none changes. So no answer depends
 * on where one began, and a ring costs a few times its length, where to begin at each of its members would cost its square.
 */
export function createCyclicMemo(): CyclicMemo {
  const state: State = {
    waiting: [],
    begun: 0,
    outermost: Number.POSITIVE_INFINITY,
    round: 0,
    changes: 0,
  };
  return {
    run: <T>(question: Question<T>, kind: Kind<T>, work: () => T): T => {
      if (question.isSettled) return question.answer as T;
      const known = question.waiting;
      if (known === null) return begin(state, question, kind, work);
      if (known.isPassage && known.round < state.round) workOut(state, known);
      state.outermost = Math.min(state.outermost, known.outermost);
      return known.answer as T;
    },
  };
}

function begin<T>(state: State, question: Question<T>, kind: Kind<T>, work: () => T): T {
  state.begun += 1;
  const { begun: number, outermost: around, waiting } = state;
  const from = waiting.length;
  const own = createWaiting(question, number, kind, work);
  question.waiting = own;
  state.outermost = Number.POSITIVE_INFINITY;
  try {
    workOut(state, own);
    waiting.push(own);
    own.outermost = state.outermost;
    if (own.outermost >= number) {
      settle(state, from, number);
      state.outermost = Number.POSITIVE_INFINITY;
    }
    return own.answer as T;
  } catch (error) {
    for (const one of [own, ...waiting.splice(from)]) one.question.waiting = null;
    throw error;
  } finally {
    state.outermost = Math.min(state.outermost, around);
  }
}

/** Keeps what waits from a place on: nothing that it needs is being worked out any more. */
function settle(state: State, from: number, number: number): void {
  const { waiting } = state;
  if (waiting.length - from > 1) bringToRest(state, from, number);
  for (const one of waiting.splice(from)) {
    one.question.waiting = null;
    one.question.isSettled = true;
    one.question.answer = one.answer;
  }
}

function bringToRest(state: State, from: number, number: number): void {
  // A ring may come to be known in a round of another one.
  const { round, changes } = state;
  for (const one of state.waiting.slice(from)) one.outermost = number;
  try {
    for (let rounds = 0; rounds < roundLimit; rounds += 1) if (isAtRest(state, from, rounds)) return;
  } finally {
    [state.round, state.changes] = [round, changes];
  }
}

/** Works everything out once more: there and back, since some rings are gone through both ways, and news goes with the order. */
function isAtRest(state: State, from: number, rounds: number): boolean {
  state.round += 1;
  state.changes = 0;
  const ring = state.waiting.slice(from);
  if (rounds % 2 === 1) ring.reverse();
  for (const one of ring) if (one.round < state.round) workOut(state, one);
  return state.changes === 0;
}

function workOut(state: State, one: Waiting): void {
  one.round = state.round;
  if (one.again()) state.changes += 1;
}

function createWaiting<T>(question: Question<T>, number: number, kind: Kind<T>, work: () => T): Waiting {
  let last = kind.whileOpen;
  const own: Waiting = {
    question,
    isPassage: kind.isPassage,
    answer: last,
    round: 0,
    outermost: number,
    again: () => {
      const before = last;
      if (kind.isPassage) own.answer = kind.whileOpen;
      own.answer = last = work();
      return !kind.isSame(before, last);
    },
  };
  return own;
}
