/** Lies beside the declaration; `check --accept` writes it. */
export const acceptedFileName = 'leastscope-accepted.yaml';
