import type { Declaration, DeclaredEvidence } from '@leastscope/analyzer';

/**
 * What the app says of itself: the declaration, with its evidence beside the rest. Null and empty mean that it is not
 * said. Paths are the declaration's own: see `inProject`.
 */
export interface Claims
  extends
    DeclaredEvidence,
    Pick<Declaration, 'requestedScopes' | 'purposes' | 'webhooks' | 'deletion' | 'exceptions' | 'console'> {
  /** The declaration's file, relative to the project; null without one. */
  readonly file: string | null;
  readonly app: Declaration['app'] | null;
}

const nothing: Claims = {
  file: null,
  app: null,
  requestedScopes: [],
  purposes: [],
  webhooks: [],
  deletion: null,
  exceptions: [],
  console: null,
  company: null,
  controllers: null,
  recipients: [],
  storage: [],
  rights: null,
  controls: [],
  certifications: [],
  protection: null,
  privacyNotice: null,
};

export function claimsOf(declaration: Declaration | null): Claims {
  return declaration === null ? nothing : { ...declaration.evidence, ...declaration };
}
