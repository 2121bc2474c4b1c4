/** Below what the platform asks for at rest: AES-256, or a cipher as strong. ECB hides nothing of the pattern. */
export function isWeakCipher(name: string): boolean {
  return !/^(?:aes-?256-(?!ecb)|id-aes256-|chacha20|camellia-?256-(?!ecb)|aria-?256-(?!ecb))/i.test(name);
}

/** Below TLS 1.2. */
export function isWeakTls(version: string): boolean {
  const found = /^TLSv1(?:\.(\d))?$/.exec(version);
  return found !== null && Number(found[1] ?? '0') < 2;
}
