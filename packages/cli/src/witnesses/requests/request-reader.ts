import type { WitnessReader } from '../reading/witness-reader.js';
import { requestOfLine } from './access-line.js';
import { partAt, recordAt, wantedOfRequests } from './documents.js';
import { RequestParts, type SeenRequest } from './request.js';
import { roleOfKey } from './row-keys.js';

/** Tells every request of HAR files, OTLP spans, and logs in JSON or text. */
export function createRequestReader(
  take: (request: SeenRequest) => void,
  hosts: ReadonlySet<string>,
): WitnessReader {
  const records = { entry: new RequestParts(), row: new RequestParts(), span: new RequestParts() };
  let attribute: { name: string | null; value: string | null } = { name: null, value: null };
  const endAttribute = (): void => {
    const role = roleOfKey.get(attribute.name ?? '');
    if (role !== undefined && attribute.value !== null) records.span.set(role, attribute.value);
    attribute = { name: null, value: null };
  };
  const put = (request: SeenRequest | null): void => {
    if (request !== null) take(request);
  };
  return {
    wanted: wantedOfRequests,
    value: (path, text) => {
      const part = partAt.get(path);
      if (part === undefined) return;
      if (part.of === 'span') attribute[part.tells] = text;
      else records[part.of].set(part.role, text);
    },
    skips: (path) => {
      const part = partAt.get(path);
      const isValue = part?.of === 'span' && part.tells === 'value';
      return isValue && attribute.name !== null && !roleOfKey.has(attribute.name);
    },
    end: (path) => {
      const record = recordAt.get(path);
      if (record === 'attribute') endAttribute();
      else if (record !== undefined) put(records[record].finish());
    },
    line: (text) => put(requestOfLine(text, hosts)),
  };
}
