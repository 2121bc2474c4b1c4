import type { CallFact } from '../../model/facts.js';
import type { Callees, CallSite, Program } from '../../model/program.js';
import { own } from '../../util/own.js';
import { words } from '../../util/words.js';

/** Packages whose classes stand for rows: what is made of one holds what it is handed, until it is saved. */
const recordPackages = words(
  'mongoose sequelize sequelize-typescript typeorm objection @mikro-orm/core parse',
);

/** Methods that make such a row of what they are handed without keeping it. */
const makers: Readonly<Record<string, readonly string[]>> = {
  typeorm: ['create', 'merge', 'preload'],
  sequelize: ['build', 'bulkBuild'],
  'sequelize-typescript': ['build', 'bulkBuild'],
  mongoose: ['hydrate'],
  objection: ['fromJson', 'fromDatabaseJson'],
};

const makerNames: ReadonlySet<string> = new Set(Object.values(makers).flat());

/** Whether the form of a call allows that; asking for more costs more. */
export function mayMakeRecord({ callee, isNew }: CallFact): boolean {
  if (isNew) return callee.kind !== 'global';
  return callee.kind === 'member' && makerNames.has(callee.name);
}

/**
 * Whether a call makes a record that holds what the call is handed: `new Order(row)`, `repository.create(row)`. It is kept
 * only by a later `save`.
 */
export function makesRecord(program: Program, site: CallSite, call: CallFact): boolean {
  if (!mayMakeRecord(call)) return false;
  if (call.isNew) return isRecordClass(program, site, call);
  const { externals, functions, isOpen } = program.callees(site);
  if (externals.some(isMaker)) return true;
  return isOpen && functions.length === 0 && isNamedMaker(call);
}

function isMaker({ package: origin, path }: Callees['externals'][number]): boolean {
  return own(makers, origin)?.includes(path.at(-1) ?? '') === true;
}

/** A repository whose origin is not seen is one by its name. */
function isNamedMaker({ callee, calleeText }: CallFact): boolean {
  return callee.kind === 'member' && /(?:repository|repo)[?!]?\.(?:create|merge)$/i.test(calleeText);
}

/** What is made has the `save` of a row: its class is the package's, or extends one. */
function isRecordClass(program: Program, { file, call: index }: CallSite, call: CallFact): boolean {
  const object = { kind: 'call', call: index } as const;
  const save = { kind: 'member', object, name: 'save', span: call.span } as const;
  return program
    .functionsIn(file, call.function, save)
    .externals.some(({ package: origin }) => recordPackages.has(origin));
}
