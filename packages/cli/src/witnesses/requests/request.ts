/** What is taken of one request that a file tells of; everything else of it was never kept. */
export interface SeenRequest {
  readonly method: string;
  /** A URL without its query, or a path. */
  readonly address: string;
  /** With or without a port; null where only the address could say it. */
  readonly host: string | null;
  readonly status: number | null;
  /** The platform's own, out of the answer; null where the file does not say it. */
  readonly code: number | null;
}

export type Role = 'method' | 'address' | 'host' | 'status' | 'code';

/** The parts of a request as they come, in any order. */
export class RequestParts {
  private readonly parts = new Map<Role, string>();

  set(role: Role, text: string): void {
    const known = this.parts.get(role);
    // A log may tell the path and the whole URL: the URL says more. Else the first one stands.
    if (known === undefined || (role === 'address' && /^https?:/i.test(text))) this.parts.set(role, text);
  }

  /** The whole of it, where it is a request at all; and begins anew. */
  finish(): SeenRequest | null {
    const [method, address] = [this.parts.get('method'), this.parts.get('address')];
    const host = this.parts.get('host') ?? null;
    const [status, code] = [numberIn(this.parts.get('status')), numberIn(this.parts.get('code'))];
    this.parts.clear();
    if (method === undefined || address === undefined) return null;
    return { method: method.toUpperCase(), address, host, status, code };
  }
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
