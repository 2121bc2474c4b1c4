import type { Catalog } from '@leastscope/scope-catalog';
import type { DeclaredException, DeclarationMistake } from '../model/declaration.js';
import { checkText } from './check-text.js';
import { inOrder } from './in-order.js';
import { keepWhatIsRight, valuesOf } from './keep-what-is-right.js';
import { categorySlip } from './meaning-mistakes.js';
import { acceptedSchema, partialAcceptedSchema } from './schema-accepted.js';
import type { Slip } from './slip.js';
import { toException } from './to-declaration.js';
import { findYamlMistakes } from './yaml-mistakes.js';
import { placeOfValue, readYaml } from './yaml-source.js';
import type { Path } from './yaml-source.js';

export interface ParsedAccepted {
  readonly exceptions: readonly DeclaredException[];
  /** Every mistake, by place. */
  readonly mistakes: readonly DeclarationMistake[];
}

/** Some thousand findings; what is longer is something else. */
const longest = 2_000_000;

interface Entry {
  readonly exception: DeclaredException;
  readonly slips: readonly Slip[];
}

/** Reads `leastscope-accepted.yaml` with the places and mistakes of a declaration. Never throws on what a file holds. */
export function parseAccepted(text: string, file: string, catalog: Catalog): ParsedAccepted {
  const refusal = checkText(text, file, longest);
  if (refusal !== null) return { exceptions: [], mistakes: [refusal] };
  const source = readYaml(text, file);
  const yaml = findYamlMistakes(source);
  const raw = valuesOf(source);
  const broken = [...yaml.mistakes, ...('mistake' in raw ? [raw.mistake] : [])];
  if ('mistake' in raw || yaml.brokenFrom !== null)
    return { exceptions: [], mistakes: inOrder(broken, file) };
  const { data, mistakes } = keepWhatIsRight(source, {
    whole: acceptedSchema,
    partial: partialAcceptedSchema,
    unitOf: (path) => (path[2] === 'findings' ? path.slice(0, 4) : path),
  });
  const entries = (data?.accepted ?? []).flatMap(({ findings, ...terms }, batch) =>
    findings.map((finding, index): Entry => {
      const path = ['accepted', batch, 'findings', index];
      const exception = toException({ ...finding, ...terms }, placeOfValue(source, path), batch);
      return { exception, slips: slipsOf(exception, path, catalog) };
    }),
  );
  const slips = entries.flatMap((entry) => entry.slips);
  const said = slips.map(({ path, message, help }) => ({ message, help, place: placeOfValue(source, path) }));
  return {
    exceptions: entries.filter((entry) => entry.slips.length === 0).map((entry) => entry.exception),
    mistakes: inOrder([...yaml.mistakes, ...mistakes, ...said], file),
  };
}

function slipsOf({ category }: DeclaredException, path: Path, catalog: Catalog): readonly Slip[] {
  return category === null ? [] : categorySlip(category, [...path, 'category'], catalog);
}
