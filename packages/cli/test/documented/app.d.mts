/** The files of the app, by path. */
export const app: Readonly<Record<string, string | Buffer>>;

/** Further files, by path: what these commands print in the app. */
export const madeBy: Readonly<Record<string, readonly string[]>>;
