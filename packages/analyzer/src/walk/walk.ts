import type { Expression, FileFacts, Write } from '../model/facts.js';
import type { Context } from './context.js';
import type { Domain, Of, OwnKind, Transfer } from './domain.js';
import { findExport } from './find-export.js';
import { writesSeenAt } from './writes-seen-at.js';

/**
 * Works one expression out: where names, parameters and imports lead is found here, the same for every analysis; what any
 * other expression comes to is for the domain to say.
 */
export function walk<V, C extends Context<C>>(domain: Domain<V, C>, expression: Expression, context: C): V {
  switch (expression.kind) {
    case 'name':
      return walkName(domain, expression, context);
    case 'parameter':
      return walkParameter(domain, expression, context);
    case 'import':
      return walkImport(domain, expression, context.file);
    case 'member':
      return walkMember(domain, expression, context);
    default:
      return transferred(domain.transfer, expression, context);
  }
}

function transferred<V, C, K extends OwnKind>(
  transfer: Transfer<V, C, K>,
  expression: Of<K> & { readonly kind: K },
  context: C,
): V {
  return transfer[expression.kind](expression, context);
}

/** A member of a module leads to what that exports; of any other object it is for the domain to say. */
function walkMember<V, C extends Context<C>>(domain: Domain<V, C>, expression: Of<'member'>, context: C): V {
  const module = moduleNamed(domain.modules.facts(context.file), expression.object);
  return module === null
    ? domain.transfer.member(expression, context)
    : walkImport(domain, { ...module, name: expression.name }, context.file);
}

/** `orders` in `import * as orders`. */
function moduleNamed(facts: FileFacts | null, object: Expression): Of<'import'> | null {
  if (object.kind === 'import') return object.name === '*' ? object : null;
  const binding = object.kind === 'name' ? facts?.bindings[object.binding] : undefined;
  return binding?.value?.kind === 'import' && binding.value.name === '*' && binding.writes.length === 0
    ? binding.value
    : null;
}

/** A variable leads to its declaration and to what is assigned to it. */
function walkName<V, C extends Context<C>>(
  domain: Domain<V, C>,
  { binding: index, at }: Of<'name'>,
  context: C,
): V {
  const facts = domain.modules.facts(context.file);
  const binding = facts?.bindings[index];
  if (facts === null || binding === undefined) return domain.bottom;
  const home = domain.homeOf(context, binding.function);
  const { value } = binding;
  const declared = (): V =>
    value === null ? domain.transfer.absent({ kind: 'absent' }, home) : domain.evaluate(value, home);
  const writes = (): readonly Write[] => writesSeenAt(facts, binding, at);
  return domain.variable({ index, binding, at, context, home, writes, declared });
}

/** A parameter leads to what callers hand over, and to its default. */
function walkParameter<V, C extends Context<C>>(
  domain: Domain<V, C>,
  expression: Of<'parameter'>,
  context: C,
): V {
  const { function: index, index: position } = expression;
  const fact = domain.modules.facts(context.file)?.functions[index]?.params[position];
  return fact === undefined
    ? domain.transfer.absent({ kind: 'absent' }, context)
    : domain.parameter({ expression, fact }, context);
}

/** An import leads to the file that exports it, through barrels, or to a package. */
function walkImport<V, C extends Context<C>>(
  domain: Domain<V, C>,
  { module, name }: Of<'import'>,
  from: string,
): V {
  const target = domain.modules.resolve(from, module);
  if (target.kind === 'external')
    return domain.external(target.package, name === '*' ? target.subpath : [...target.subpath, name]);
  return name === '*' ? walkWhole(domain, target.file) : walkExport(domain, target.file, name);
}

/** A file that only assigns `module.exports` is what it assigns; any other is a module with its exports. */
function walkWhole<V, C extends Context<C>>(domain: Domain<V, C>, file: string): V {
  const names = Object.keys(domain.modules.facts(file)?.exports ?? {});
  return names.length === 1 && names[0] === '=' ? walkExport(domain, file, '=') : domain.module(file);
}

/** What a file of the project exports under a name. */
export function walkExport<V, C extends Context<C>>(domain: Domain<V, C>, file: string, name: string): V {
  const found = findExport(domain.modules, file, name);
  switch (found?.kind) {
    case 'value':
      return domain.evaluate(found.value, domain.topOf(found.file));
    case 'module':
      return domain.module(found.file);
    case 'external':
      return domain.external(found.package, found.path);
    case 'type':
      return domain.typed(found.type, found.file, name);
    case undefined:
      return domain.missing(file, name);
  }
}
