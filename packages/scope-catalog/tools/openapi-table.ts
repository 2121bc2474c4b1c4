import { readFileSync } from 'node:fs';
import type { Operation } from './openapi.js';

/**
 * The state of the OpenAPI set that the catalog was last reconciled with, one operation a line. It is kept in the
 * repository so that the build needs no package and a newer version of the set can be held against it.
 */
export const openApiTable = 'openapi.tsv';

const head = 'method\tpath\toperation\tresponse_fields\trequest_fields';

export function writeOperations(operations: readonly Operation[]): string {
  const lines = operations.map(({ method, path, operation, responseFields, requestFields }) =>
    [method, path, operation, responseFields.join(';'), requestFields.join(';')].join('\t'),
  );
  return `${[head, ...lines].join('\n')}\n`;
}

export function readOperations(sources: URL): readonly Operation[] {
  const lines = readFileSync(new URL(openApiTable, sources), 'utf8').split('\n').slice(1);
  return lines.filter((line) => line !== '').map(operationIn);
}

function operationIn(line: string): Operation {
  const [method = '', path = '', operation = '', response = '', request = ''] = line.split('\t');
  return { method, path, operation, responseFields: partsOf(response), requestFields: partsOf(request) };
}

function partsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(';');
}
