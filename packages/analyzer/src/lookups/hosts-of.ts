/** Whether a host is one of those that an entry of the declaration names, or lies below it: `*.carrier.example`, `carrier.example`. */
export function isOfHost(given: string, host: string): boolean {
  const [wanted, actual] = [plain(given).replace(/^\*\./, ''), plain(host)];
  return wanted !== '' && (actual === wanted || actual.endsWith(`.${wanted}`));
}

function plain(host: string): string {
  return host
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[:/].*$/, '');
}
