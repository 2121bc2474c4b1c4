import { defineRule } from '../define-rule.js';

export const unresolvedCall = defineRule({
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
  },
  check: ({ open }) =>
    open
      // What the caller settles is reported at the caller.
      .filter((call) => call.settledBy !== 'caller')
      .map((call) => ({
        message: 'open',
        data: { reason: call.reason.replace(/\.$/, ''), path: call.knownPath ?? '' },
        place: call.place,
        related: call.via,
      })),
});
