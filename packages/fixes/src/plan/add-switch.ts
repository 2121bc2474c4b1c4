import { changesSome, type Alternative } from '@leastscope/scope-catalog';
import type { Use } from '@leastscope/analyzer';
import type { AddSwitch, Range } from '../model/operation.js';
import { left, operations, type PlanContext, type Planner } from './planner.js';
import { rangeOf } from './range-of.js';
import { callsOf, waysOf } from './ways.js';

/** Sets the switch of the request that leaves out what nothing reads, wherever the code sets it otherwise. */
export const addSwitch: Planner = (finding, context) => {
  if (finding.rule !== 'unread-data' || context.needs === null) return null;
  const ways = waysOf(finding, ['switch'], context);
  const calls = callsOf(finding, context);
  if (ways.length === 0) return null;
  const changes: AddSwitch[] = [];
  for (const way of ways) {
    const set = calls
      .filter((use) => changesSome(way, [use]))
      .flatMap((use) => settingsIn(use, way, context));
    if (set.some((one) => isOfAnother(one, way, calls, context)))
      return left('the same switch may be of another call too');
    changes.push(...set.map((one) => operationFor(one, way, finding)));
  }
  return changes.length === 0 ? left('where the switch is set was not found') : operations(...changes);
};

/** Where a text says the name of a switch. */
interface Setting {
  readonly file: string;
  readonly range: Range;
}

function operationFor(
  { file, range }: Setting,
  way: Alternative,
  finding: Parameters<Planner>[0],
): AddSwitch {
  const { name, value } = read(way.instead);
  return {
    kind: 'addSwitch',
    rule: finding.rule,
    finding: finding.place,
    file,
    range,
    // All that is read of the answer stays in it; how sure that is the row tells.
    safety: way.confidence === 'documented' ? 'safe' : 'unsafe',
    title: value === '[]' ? `Ask without \`${name}\`` : `Ask with \`${way.instead}\``,
    name,
    value: value === '[]' ? null : value,
  };
}

/** `need_data=false`; a name alone has an empty value. */
function read(text: string): { readonly name: string; readonly value: string } {
  const [name = '', value = ''] = text.split('=');
  return { name, value };
}

/** In the file of the call, where its path stands, and in those on the way. */
function filesOf({ place, pathPlace, pathElsewhere, via }: Use): readonly string[] {
  const places = [place, pathPlace, pathElsewhere, ...via.map((step) => step.place)];
  return [...new Set(places.flatMap((one) => one?.file ?? []))];
}

function settingsIn(use: Use, way: Alternative, { textOf }: PlanContext): readonly Setting[] {
  const { name, value } = read(way.onlyWhere ?? '');
  return filesOf(use).flatMap((file) => {
    const found = [...(textOf(file) ?? '').matchAll(patternOf(name, value))];
    return found.map(({ index }): Setting => ({ file, range: [index, index + name.length] }));
  });
}

/** Where the name is set, and not to the other value. Any value, where none is named. */
function patternOf(name: string, value: string): RegExp {
  const other = value === 'true' ? 'false' : 'true';
  const unless = value === '' ? '' : `(?!['"\`]?\\s*[:=,]\\s*['"\`]?${other}\\b)`;
  return new RegExp(`\\b${name}\\b${unless}`, 'g');
}

/** A call of something else in the same files that knows the switch too, unless it is set inside of the call itself. */
function isOfAnother(
  { file, range }: Setting,
  { onlyWhere }: Alternative,
  calls: readonly Use[],
  { needs, textOf, catalog }: PlanContext,
): boolean {
  const text = textOf(file) ?? '';
  const holds = ({ place }: Use): boolean => {
    const [from, to] = rangeOf(text, place);
    return place.file === file && from <= range[0] && range[1] <= to;
  };
  if (calls.some(holds)) return false;
  const knows = ({ endpoint }: Use): boolean =>
    catalog.alternatives.some((row) => row.onlyWhere === onlyWhere && row.endpoint === endpoint);
  return (needs?.uses ?? []).some((use) => !calls.includes(use) && filesOf(use).includes(file) && knows(use));
}
