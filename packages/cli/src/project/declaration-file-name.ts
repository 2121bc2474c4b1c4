/** STUB: `declarationFileName` of the analyzer's face takes its place. */
export const declarationFileName = 'scope-declaration.yaml';
