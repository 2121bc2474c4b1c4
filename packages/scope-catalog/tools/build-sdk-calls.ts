import type { EndpointId, SdkCall } from '@leastscope/scope-catalog';
import { addedCalls, meantEndpoints, officialLibrary, packageOfLibrary } from './corrections/sdk-calls.js';
import { compareText } from './family.js';
import { cell } from './read-table.js';
import type { Row } from './read-table.js';
import { dateOf } from './source-dates.js';

/** Calls of libraries whose names follow no rule. The official SDK's names do, so its rows only check the rule. */
export function buildSdkCalls(rows: readonly Row[], known: ReadonlySet<EndpointId>): readonly SdkCall[] {
  const fromTable = rows
    .filter((row) => cell(row, 'library') !== officialLibrary)
    .map((row) => callOf(row, known));
  const added = addedCalls.map((call) => ({ ...call, date: dateOf(call.source) }));
  return [...fromTable, ...added].sort(byName);
}

function callOf(row: Row, known: ReadonlySet<EndpointId>): SdkCall {
  const owner = cell(row, 'class_or_property');
  const method = cell(row, 'method');
  const source = cell(row, 'source');
  const endpoint =
    meantEndpoints[`${owner}.${method}`]?.endpoint ?? `${cell(row, 'http_method')} ${cell(row, 'path')}`;
  if (!known.has(endpoint)) throw new Error(`${owner}.${method} calls ${endpoint}, which is no endpoint`);
  return { package: packageOf(row), owner, method, endpoint, source, date: dateOf(source) };
}

function packageOf(row: Row): string {
  const name = packageOfLibrary[cell(row, 'library')];
  if (name === undefined) throw new Error(`No package for library ${cell(row, 'library')}`);
  return name;
}

function byName(a: SdkCall, b: SdkCall): number {
  return (
    compareText(a.package, b.package) || compareText(a.owner, b.owner) || compareText(a.method, b.method)
  );
}
