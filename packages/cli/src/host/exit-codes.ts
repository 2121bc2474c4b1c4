/** What a script can rely on. Documented in `leastscope --help` and the README. */
export const exitCodes = {
  clean: 0,
  findings: 1,
  misuse: 2,
  incomplete: 3,
  /** As sysexits.h has it: an internal error, never the user's doing. */
  bug: 70,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
