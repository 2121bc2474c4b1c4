import { fieldKinds } from '../corrections/fields/field-kinds.js';
import { code, table } from './table.js';

/** What names mean wherever some operations have them. */
export function kindLines(): string {
  return table(
    ['operations', 'fields', 'hold', 'because'],
    fieldKinds.map(({ families, direction, pattern, category, reason }) => [
      families.map(code).join('<br>'),
      `${direction === 'request' ? 'request ' : ''}${code(pattern.source.replaceAll('|', '\\|'))}`,
      code(category),
      reason,
    ]),
  );
}
