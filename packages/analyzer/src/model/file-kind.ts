/** What a file is for. Tests are left out of the needed set unless asked for. */
export type FileKind = 'production' | 'test' | 'script';
