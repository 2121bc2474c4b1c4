import { isOfHost } from '../lookups/hosts-of.js';
import type { Declaration } from '../model/declaration.js';
import type { DeclaredAs } from '../model/evidence.js';

/** What code shows of somebody or something that may be declared. */
export interface Shown {
  /** As the code says it: `carrier.book`, `prisma.label`, `process.env.ERP_URL`. */
  readonly texts: readonly string[];
  readonly packages: readonly string[];
  readonly host: string | null;
}

export interface Binding {
  readonly recipient: (shown: Shown) => DeclaredAs | null;
  readonly store: (shown: Pick<Shown, 'texts'>) => DeclaredAs | null;
}

/** Finds the entry of the declaration that names what code shows. Only what is written there binds: names are no proof. */
export function createBinding(declaration: Declaration | null): Binding {
  const recipients = declaration?.evidence.recipients ?? [];
  const storage = declaration?.evidence.storage ?? [];
  return {
    recipient: ({ texts, packages, host }) => {
      const found = recipients.find(
        (one) =>
          (host !== null && one.hosts.some((given) => isOfHost(given, host))) ||
          one.packages.some((given) => packages.includes(given)) ||
          one.code.some((given) => texts.some((text) => isCode(given, text))) ||
          one.aka.some((given) => host !== null && isOfHost(given, host)),
      );
      return found === undefined ? null : { kind: 'recipient', id: found.id };
    },
    store: ({ texts }) => {
      const found = storage.find((one) =>
        one.code.some((given) => texts.some((text) => isCode(given, text))),
      );
      return found === undefined ? null : { kind: 'store', id: found.id };
    },
  };
}

/** What is named, or a part of it: `prisma.label` names `prisma.label.create`; with `*` at the end, all that begin so. */
function isCode(given: string, text: string): boolean {
  if (given.endsWith('*')) return text.startsWith(given.slice(0, -1));
  return text === given || text.startsWith(`${given}.`) || text === `this.${given}`;
}
