import { isWeakAtRest, isWeakInTransit } from '../../lookups/weak-protection.js';
import type { DeclaredEvidence } from '../../model/declaration.js';
import type { SecuritySign } from '../../model/evidence.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';

type MessageId = 'atRest' | 'inTransit' | 'code';

const why =
  'The platform asks for AES-256 at rest, TLS 1.2 in transit and RSA of 2048 bits, or what is as strong.';

export const weakProtection = defineRule<MessageId>({
  id: 'weak-protection',
  meta: {
    title: 'Data is protected by less than the platform asks for.',
    defaultSeverity: 'warning',
    horizon: 'project',
    why: 'Data of the platform is encrypted with AES-256 at rest and TLS 1.2 or newer in transit. The review asks for no less.',
    fix: 'Use AES-256-GCM and TLS 1.2 or newer, and check certificates; then correct the declaration.',
  },
  messages: {
    atRest: {
      message: 'Store `{{store}}` is said to be encrypted with {{what}}, which is less than AES-256.',
      why,
      help: 'Encrypt it with AES-256, or correct the line if it is.',
    },
    inTransit: {
      message: 'Data is said to be protected in transit with {{what}}, which is less than TLS 1.2.',
      why,
      help: 'Take TLS 1.2 as the least, or correct the line if it is.',
    },
    code: {
      message: 'The code says `{{what}}`: {{problem}}.',
      why,
      help: 'Use AES-256-GCM, TLS 1.2 or newer and checked certificates.',
    },
  },
  check({ declaration, evidence }) {
    return [
      ...(declaration === null ? [] : ofDeclaration(declaration.evidence)),
      ...(evidence?.security ?? []).filter(({ isWeak }) => isWeak).map(ofCode),
    ];
  },
});

function ofDeclaration({ storage, protection }: DeclaredEvidence): readonly Report<MessageId>[] {
  const stores = storage.flatMap(({ id, encryption }): Report<MessageId>[] =>
    encryption === null || !isWeakAtRest(encryption.algorithm)
      ? []
      : [{ message: 'atRest', data: { store: id, what: encryption.algorithm }, place: encryption.place }],
  );
  const inTransit = protection?.inTransit ?? null;
  if (protection === null || inTransit === null || !isWeakInTransit(inTransit)) return stores;
  return [...stores, { message: 'inTransit', data: { what: inTransit }, place: protection.place }];
}

const problems: Readonly<Record<SecuritySign['kind'], string>> = {
  cipher: 'this cipher is weaker than AES-256',
  hash: 'this hash is broken',
  'tls-version': 'TLS below 1.2 is taken',
  'certificates-unchecked': 'anybody may answer in the name of the other side',
  'plain-http': 'personal data is sent without TLS',
  'database-without-tls': 'the way to the database is not encrypted',
  'token-without-cipher': 'a token is kept as it is',
};

function ofCode({ kind, what, at }: SecuritySign): Report<MessageId> {
  return { message: 'code', data: { what, problem: problems[kind] }, place: at };
}
