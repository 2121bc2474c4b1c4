/** Two kinds of work that wait for quiet: what is changed is looked at soon, the whole when nobody types. */
export interface Schedule {
  /** A text has changed. */
  readonly touch: (path: string) => void;
  readonly end: () => void;
}

export interface Work {
  readonly files: (paths: readonly string[]) => void;
  readonly projects: () => void;
}

export function createSchedule(
  quiet: { readonly file: number; readonly project: number },
  work: Work,
): Schedule {
  const touched = new Set<string>();
  let soon: NodeJS.Timeout | undefined;
  let later: NodeJS.Timeout | undefined;
  const stop = (): void => {
    clearTimeout(soon);
    clearTimeout(later);
  };
  return {
    touch: (path) => {
      touched.add(path);
      stop();
      soon = setTimeout(() => {
        const paths = [...touched];
        touched.clear();
        work.files(paths);
      }, quiet.file);
      later = setTimeout(work.projects, quiet.project);
    },
    end: stop,
  };
}
