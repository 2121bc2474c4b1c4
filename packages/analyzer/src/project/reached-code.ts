import type { FileFacts, FunctionFact, Span } from '../model/facts.js';
import type { Session } from './session.js';
import type { SharedCode } from './shared-code.js';
import { identifiersIn, moduleTextOf, aliasesIn, calledIn, nameBefore, statementsOf } from './shared-text.js';

/**
 * How sure it is that the project runs a function of shared code. `no`: nothing of the project, and nothing that it runs, mentions
 * its name, so it is there for other apps.
 */
export type Reached = 'yes' | 'maybe' | 'no';

/** A function that stands in no other, in a file from outside. */
interface Unit {
  readonly file: string;
  readonly span: Span;
  /** Null: it has none, and runs with its file. */
  readonly name: string | null;
  /** Of the class around it. */
  readonly owner: string | null;
  /** Asked for as a property: by its name alone, wherever its object went. */
  readonly isMember: boolean;
  readonly isDecorated: boolean;
  readonly identifiers: ReadonlySet<string>;
}

/** Says of an offset in a file from outside whether the project gets there. Everything else is reached. */
export type ReachOf = (file: string, offset: number) => Reached;

export function createReach(session: Session, shared: SharedCode): ReachOf {
  if (shared.files.length === 0) return () => 'yes';
  const units = shared.files.flatMap((file) => unitsOf(session, file));
  const reached = settle(units, mentionsOf(session, shared));
  return (file, offset) => {
    const unit = units.find(
      ({ file: of, span: [start, end] }) => of === file && start <= offset && offset < end,
    );
    return unit === undefined ? 'yes' : (reached.get(unit) ?? 'no');
  };
}

interface Mentions {
  /** Names in files of the project that import from outside, and what is called when shared files are loaded. */
  readonly direct: Set<string>;
  /** Names anywhere in the project. */
  readonly anywhere: ReadonlySet<string>;
  /** What shared files say outside of functions, as if each statement were one. */
  readonly loose: readonly Unit[];
  /** By which other name something goes: its own name by the other. */
  readonly aliases: ReadonlyMap<string, ReadonlySet<string>>;
  /** Members are asked for by names that only exist at run time. */
  readonly isComputed: boolean;
}

function mentionsOf(session: Session, shared: SharedCode): Mentions {
  const textOf = (file: string): string => session.text(file) ?? '';
  const entrances = shared.entrances.map(textOf);
  const own = new Set<string>();
  for (const file of shared.own) for (const name of identifiersIn(textOf(file))) own.add(name);
  const modules = shared.files.map((file) => moduleTextOf(textOf(file), spansOf(session, file)));
  const handsOn = entrances.some((text) => /\bexport\s*\*/.test(text));
  const direct = new Set(handsOn ? own : entrances.flatMap((text) => [...identifiersIn(text)]));
  for (const text of modules) for (const name of calledIn(text)) direct.add(name);
  const loose = modules.flatMap(statementsOf).map(([name, text]) => statementUnit(name, text));
  const aliases = new Map<string, Set<string>>();
  for (const text of [...entrances, ...shared.files.map(textOf)]) {
    for (const [name, other] of aliasesIn(text))
      aliases.set(other, (aliases.get(other) ?? new Set()).add(name));
  }
  return { direct, anywhere: own, loose, aliases, isComputed: entrances.some(isComputedCall) };
}

function statementUnit(name: string | null, text: string): Unit {
  const identifiers = identifiersIn(text);
  return { file: '', span: [0, 0], name, owner: null, isMember: false, isDecorated: false, identifiers };
}

/** `client[method](…)` */
function isComputedCall(text: string): boolean {
  return /[\w$)]\[\s*[A-Za-z_$][\w$.]*\s*\]\s*\(/.test(text);
}

function spansOf(session: Session, file: string): readonly Span[] {
  return outermost(session.modules.facts(file)).map(({ span }) => span);
}

function outermost(facts: FileFacts | null): readonly FunctionFact[] {
  return (facts?.functions ?? []).filter(({ parent }) => parent === null);
}

function unitsOf(session: Session, file: string): readonly Unit[] {
  const facts = session.modules.facts(file);
  const text = session.text(file) ?? '';
  return outermost(facts).map((fact): Unit => {
    const body = text.slice(...fact.span);
    const owner = fact.class === null ? null : (facts?.classes[fact.class]?.name ?? null);
    const isDefault = /\bexport\s+default\s+(?:async\s+)?$/.test(
      text.slice(Math.max(0, fact.span[0] - 40), fact.span[0]),
    );
    const name = fact.role === 'constructor' ? owner : (nameBefore(text, fact.span[0]) ?? fact.name);
    return {
      file,
      span: fact.span,
      name: isDefault || /^export\s+default\b/.test(body) ? null : name,
      owner,
      isMember: fact.role !== 'constructor' && (fact.class !== null || fact.object !== null),
      isDecorated: body.startsWith('@'),
      identifiers: identifiersIn(body),
    };
  });
}

/** From what the project mentions, to what that mentions in turn, until nothing new is found. */
function settle(units: readonly Unit[], mentions: Mentions): ReadonlyMap<Unit, Reached> {
  const { direct, anywhere, loose } = mentions;
  const sure = grow(
    units,
    mentions,
    (unit, named) => {
      if (unit.name === null) return true;
      if (unit.isMember)
        return (
          isOwned(unit, named) &&
          !unit.isDecorated &&
          (named.has(unit.name) || (anywhere.has(unit.name) && !isAnybodys(unit.name)))
        );
      return named.has(unit.name);
    },
    direct,
  );
  const possible = grow(
    [...units, ...loose],
    mentions,
    (unit, named) => {
      if (sure.has(unit) || unit.name === null || named.has(unit.name)) return true;
      return unit.isMember && isOwned(unit, named) && (unit.isDecorated || mentions.isComputed);
    },
    new Set([...direct, ...anywhere]),
  );
  return new Map(units.map((unit) => [unit, sure.has(unit) ? 'yes' : possible.has(unit) ? 'maybe' : 'no']));
}

/** `create`, `list`: where nothing else leads to the class, such a name is as likely asked of something else. */
function isAnybodys(name: string): boolean {
  return /^[a-z]+$/.test(name);
}

/** A method counts only where its class does. */
function isOwned({ owner }: Unit, named: ReadonlySet<string>): boolean {
  return owner === null || named.has(owner);
}

function grow(
  units: readonly Unit[],
  { aliases }: Mentions,
  isIn: (unit: Unit, named: ReadonlySet<string>) => boolean,
  first: ReadonlySet<string>,
): ReadonlySet<Unit> {
  const named = new Set<string>();
  const add = (name: string): void => {
    if (named.has(name)) return;
    named.add(name);
    for (const other of aliases.get(name) ?? []) add(other);
  };
  for (const name of first) add(name);
  const found = new Set<Unit>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    for (const unit of units) {
      if (found.has(unit) || !isIn(unit, named)) continue;
      found.add(unit);
      for (const name of unit.identifiers) if (name !== unit.name) add(name);
    }
  }
  return found;
}
