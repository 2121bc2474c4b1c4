/** A call of a file. */
export interface CallSite {
  readonly file: string;
  readonly call: number;
}
