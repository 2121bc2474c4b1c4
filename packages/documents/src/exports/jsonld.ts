import { safeJson } from '../faces/json.js';
import { plain } from '../faces/plain.js';
import type { RecordGraph, Resource, Value } from './record-graph.js';

/** With its prefixes inside: a reader asks nobody for a context. */
export function toJsonLd({ prefixes, resources }: RecordGraph): string {
  return safeJson({ '@context': prefixes, '@graph': resources.map(node) });
}

function node({ id, properties, type }: Resource): object {
  return {
    ...(id === null ? {} : { '@id': id }),
    ...(type === null ? {} : { '@type': type }),
    ...Object.fromEntries(properties.map(([key, values]) => [key, values.map(valueOf)])),
  };
}

function valueOf(value: Value): unknown {
  if (value.kind === 'name') return { '@id': value.name };
  if (value.kind === 'resource') return node(value.resource);
  if (value.kind === 'duration') return { '@value': plain(value.text), '@type': 'xsd:duration' };
  return plain(value.text);
}
