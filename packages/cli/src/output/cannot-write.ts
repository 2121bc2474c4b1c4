import { Misuse } from '../host/misuse.js';

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it would be too large',
  EIO: 'the disk reports an error',
  ELOOP: 'it is a link to itself',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  ENXIO: 'nothing takes it at the other end',
  EPIPE: 'the other end was closed before all was written',
  EBADF: 'it is not open',
};

/** What the system said of a write, as one sentence. `shown` is how a person calls the place. */
export function cannotWrite(shown: string, error: unknown): Misuse {
  return new Misuse(`cannot write ${shown}: ${reasonOf(error)}`, { cause: error });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const code = 'code' in error ? String(error.code) : '';
  return reasons[code] ?? (code || error.message);
}
