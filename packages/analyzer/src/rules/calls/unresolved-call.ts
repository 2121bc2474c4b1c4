import type { OpenCall } from '../../model/needs.js';
import { defineRule } from '../define-rule.js';
import type { Report } from '../define-rule.js';

type MessageId = 'open' | 'otherHost';

export const unresolvedCall = defineRule<MessageId>({
  id: 'unresolved-call',
  meta: {
    title: 'A call reaches the platform, and its endpoint cannot be decided.',
    defaultSeverity: 'warning',
    horizon: 'file',
    why: 'A call whose endpoint is open could need any scope. While it is open, no scope can surely be called unused.',
    fix: 'Write the path where it can be read: as a literal, a constant, or a table of literals. Or name the endpoint above the call: `// leastscope-endpoint GET /order/202507/orders`.',
  },
  messages: {
    open: {
      message: 'This call reaches the platform, but its endpoint is open: {{reason}}.',
      why: 'It could need any scope, so no scope can surely be called unused.',
      help: 'Write the path as a literal or a constant, or name the endpoint above the call: `// leastscope-endpoint GET /order/202507/orders`.',
    },
    otherHost: {
      message:
        'This call asks for a path of the platform, but `{{host}}` is none of its hosts that this catalog knows.',
      why: 'If it passes the call on to the platform, the call needs a scope; if not, it needs none.',
      help: 'Correct the host if the platform is meant. If it is a gateway to the platform, name the endpoint above the call: `// leastscope-endpoint GET /order/202507/orders`.',
    },
  },
  check: ({ open }) =>
    open
      // What the caller settles is reported at the caller.
      .filter((call) => call.settledBy !== 'caller')
      .map((call) => ({ ...explain(call), place: call.place, related: call.via })),
});

function explain({
  reason,
  knownPath,
  otherHost,
}: OpenCall): Pick<Report<MessageId>, 'message' | 'data' | 'atMost'> {
  const path = knownPath ?? '';
  if (otherHost !== undefined)
    return { message: 'otherHost', data: { host: otherHost, path }, atMost: 'note' };
  return { message: 'open', data: { reason: reason.replace(/\.$/, ''), path } };
}
