/** Names of what is weaker than AES-256; a text that names none of them is not judged. */
const atRest =
  /\b(?:aes[-_ ]?(?:128|192)|(?:3|triple[-_ ]?)?des|rc4|blowfish|rsa[-_ ]?(?:512|768|1024)|none|no encryption)\b/i;
const inTransit = /\b(?:tls\s?v?1(?:\.[01])?(?![\d.])|ssl\s?v?[23]?(?:\.0)?(?!\w)|http(?!s))/i;

/** Whether what is declared of encryption at rest is below what the platform asks for. */
export function isWeakAtRest(declared: string): boolean {
  return atRest.test(declared);
}

/** The same of encryption in transit. "TLS 1.1 is refused, 1.2 or newer" names both, and is none. */
export function isWeakInTransit(declared: string): boolean {
  return inTransit.test(declared) && !/1\.[23]/.test(declared);
}
