import { plain } from '../faces/plain.js';
import type { RecordGraph, Resource, Value } from './record-graph.js';

/** The same graph in Turtle. */
export function toTurtle({ prefixes, resources }: RecordGraph, gaps: string): string {
  const heads = Object.entries(prefixes).map(([prefix, address]) => `@prefix ${prefix}: <${address}> .`);
  const bodies = resources.map((one) => `${one.id ?? '[]'} ${propertiesOf(one, '  ')} .`);
  return `# gaps: ${gaps}\n${heads.join('\n')}\n\n${bodies.join('\n\n')}\n`;
}

function propertiesOf({ properties, type }: Resource, indent: string): string {
  const typed = type === null ? [] : [`a ${type}`];
  const lines = properties.map(
    ([key, values]) => `${key} ${values.map((value) => valueOf(value, `${indent}  `)).join(', ')}`,
  );
  return [...typed, ...lines].join(` ;\n${indent}`);
}

function valueOf(value: Value, indent: string): string {
  if (value.kind === 'name') return value.name;
  if (value.kind === 'duration') return `${quote(value.text)}^^xsd:duration`;
  if (value.kind === 'text') return quote(value.text);
  return `[ ${propertiesOf(value.resource, indent)} ]`;
}

function quote(text: string): string {
  return `"${plain(text).replace(/[\\"]/g, '\\$&')}"`;
}
