import type { CommandSpec } from '../command-line/command.js';
import { textOrJson } from './common-options.js';
import {
  cwd,
  color,
  output,
  reporting,
  declaration,
  includeTests,
  exclude,
  analysis,
} from './common-options.js';
import { diffCommand, whatIfCommand } from './difference-commands.js';
import { fixCommand } from './fix-command.js';
import { typesCommand } from './types-command.js';
import { reportCommand } from './report-command.js';
import { witnessCommands } from './witness-commands.js';

/** Commands as data: help, parsing and shell completions are all made from this table. */
export const commandTable: readonly CommandSpec[] = [
  {
    name: 'init',
    summary: 'propose a scope-declaration.yaml from the calls in the code',
    argument: null,
    options: [
      { flags: '--force', summary: 'overwrite an existing declaration' },
      { flags: '--stdout', summary: 'print it instead of writing the file' },
      includeTests,
      exclude,
      cwd,
    ],
    examples: [
      { line: 'leastscope init', says: 'write a first declaration, then fill in its TODOs' },
      { line: 'leastscope init --stdout', says: 'look at it first' },
    ],
    load: () => import('./init.js'),
  },
  {
    name: 'check',
    summary: 'report where code and declaration disagree',
    argument: {
      name: '[paths...]',
      summary: 'files, folders or globs: show what is found in them (the whole is judged all the same)',
      choices: [],
      completes: 'file',
    },
    options: [
      ...reporting('pretty'),
      {
        flags: '--staged',
        summary:
          'judge what is staged, not the work tree: findings the commit answers for, and what it changes',
      },
      {
        flags: '--changed-since <ref>',
        summary: 'the same for everything since the work branched off from this commit',
      },
      { flags: '--notes', summary: 'show notes one by one, not only how many there are' },
      { flags: '--watch', summary: 'judge again after every save' },
      {
        flags: '--shard <i/n>',
        summary: 'judge only the i-th of n parts of the declarations below; see merge',
      },
      { flags: '--fix', summary: 'add missing scopes to the declaration and correct misspelt ones' },
      {
        flags: '--fix-unsafe',
        summary:
          'also take out scopes that are surely unused, and declare under `also` what a purpose may take',
      },
      { flags: '--dry-run', summary: 'with --fix or --accept: show the difference, write nothing' },
      {
        flags: '--accept',
        summary: 'write today’s findings down as exceptions; takes --until, --reason and --by',
      },
      { flags: '--until <date>', summary: 'with --accept: their last day, YYYY-MM-DD, at most a year ahead' },
      { flags: '--reason <text>', summary: 'with --accept: why they may stay' },
      { flags: '--by <name>', summary: 'with --accept: who accepts them' },
      ...analysis,
      color,
    ],
    examples: [
      { line: 'leastscope check', says: 'findings with code frames' },
      { line: "leastscope check src/orders 'src/**/*.vue'", says: 'what is found in some files' },
      { line: 'leastscope check --strict --max-warnings 0', says: 'the strictest gate for CI' },
      { line: 'leastscope check --staged', says: 'before a commit' },
      { line: 'leastscope check --fix --dry-run', says: 'what would be written into the declaration' },
      {
        line: 'leastscope check --accept --until 2027-05-31 --reason "Old code" --by "privacy owner"',
        says: 'begin with old code: from now on, only what is new fails',
      },
      { line: 'leastscope check --format sarif=leastscope.sarif', says: 'and a file for code scanning' },
    ],
    load: () => import('./check.js'),
  },
  fixCommand(analysis),
  {
    name: 'manifest',
    summary: 'write scope-manifest.json: the minimal scopes, with their evidence',
    argument: null,
    options: [
      { flags: '--check', summary: 'write nothing; exit 1 when the file is stale' },
      { flags: '--stdout', summary: 'print it instead of writing the file' },
      {
        flags: '--as <form>',
        summary:
          'json, or scope-manifest.ts: the scopes as a constant, with a check of granted ones at start',
        choices: ['json', 'ts'],
        byDefault: 'json',
      },
      ...analysis,
      color,
    ],
    examples: [
      { line: 'leastscope manifest', says: 'write it beside the declaration' },
      { line: 'leastscope manifest --check', says: 'fail in CI when somebody forgot to' },
      {
        line: 'leastscope manifest --as ts',
        says: 'write scope-manifest.ts, for the app to check its tokens by',
      },
    ],
    load: () => import('./manifest.js'),
  },
  typesCommand(output, analysis),
  {
    name: 'uses',
    summary: 'list every call with its evidence; needs no declaration',
    argument: {
      name: '[place]',
      summary: 'a file, or file:line to see how that call was read',
      choices: [],
      completes: 'file',
    },
    options: [
      textOrJson,
      { flags: '--unreached', summary: 'also list calls in helpers that nobody calls' },
      { flags: '--fields', summary: 'also list which fields of the responses are read, and where they go' },
      { flags: '--personal', summary: 'as --fields, and of these only personal data' },
      output,
      ...analysis,
      color,
    ],
    examples: [
      { line: 'leastscope uses', says: 'every call in the project' },
      { line: 'leastscope uses src/orders.ts:42', says: 'how one call was understood' },
      { line: 'leastscope uses --fields', says: 'and what is done with the responses' },
      { line: 'leastscope uses --format json', says: 'for scripts' },
    ],
    load: () => import('./uses.js'),
  },
  {
    name: 'why',
    summary:
      'tell what in this code needs a scope, a category of data or an endpoint, or arrives at a store or recipient',
    argument: {
      name: '<subject...>',
      summary:
        'a scope, a category, an endpoint, or a store, recipient or host by its id or its name in the code',
      choices: [],
      completes: 'subjects',
    },
    options: [textOrJson, output, ...analysis, color],
    examples: [
      { line: 'leastscope why seller.order.info', says: 'the calls, webhooks and purposes that need it' },
      { line: 'leastscope why buyer.phone', says: 'where it is read, kept, logged or sent, and what for' },
      { line: 'leastscope why POST /order/202309/orders/search', says: 'its calls, and what they take' },
      { line: 'leastscope why prisma.label', says: 'what is stored there, and what deletes it' },
    ],
    load: () => import('./why.js'),
  },
  {
    name: 'explain',
    summary:
      'explain a rule, scope, endpoint, category, purpose, webhook or error 105005, or search them all; offline',
    argument: { name: '[topic...]', summary: 'what to explain', choices: [], completes: 'topics' },
    options: [
      {
        flags: '--list [kind]',
        summary: 'list everything of a kind instead; without one, the rules',
        choices: ['rules', 'scopes', 'endpoints', 'categories', 'purposes', 'webhooks'],
      },
      textOrJson,
      color,
    ],
    examples: [
      { line: 'leastscope explain missing-scope', says: 'a rule' },
      { line: 'leastscope explain --list', says: 'all rules, and how severe each is' },
      { line: 'leastscope explain seller.order.info', says: 'a scope: what it opens' },
      { line: 'leastscope explain "POST /order/202309/orders/search"', says: 'an endpoint: what it needs' },
      { line: 'leastscope explain webhook 6', says: 'a webhook: what it brings' },
      { line: 'leastscope explain order', says: 'everything with this word in its name or title' },
      { line: 'leastscope explain --list webhooks', says: 'all there are of a kind' },
      { line: 'leastscope explain 105005', says: 'the error of a missing scope' },
    ],
    load: () => import('./explain.js'),
  },
  reportCommand(output, analysis),
  diffCommand(output, analysis),
  whatIfCommand(output, analysis),
  {
    name: 'catalog',
    summary: 'tell how old and how complete the catalog is, or compare it with files saved from the platform',
    argument: null,
    options: [
      {
        flags: '--against <file>',
        summary:
          'JSON saved from the platform’s own command line tool: the endpoints of a scope package, or the state of a service; <scope or package id>=<file> says which package; may be given several times',
        completes: 'file',
        repeats: true,
      },
      textOrJson,
      output,
      declaration,
      color,
      cwd,
    ],
    examples: [
      { line: 'leastscope catalog', says: 'dates, coverage and gaps' },
      { line: 'leastscope catalog --format json', says: 'the same for scripts' },
      {
        line: 'leastscope catalog --against seller.order.info=list.json',
        says: 'where the platform says otherwise; exit 1 then',
      },
    ],
    load: () => import('./catalog.js'),
  },
  ...witnessCommands(output, analysis, color),
  {
    name: 'merge',
    summary: 'put JSON reports of packages or shards together to the report of the whole',
    argument: {
      name: '<reports...>',
      summary: 'files that `check --format json` has written, globs of them, or folder=file',
      choices: [],
      completes: 'file',
    },
    options: [...reporting('json'), color, cwd],
    examples: [
      { line: "leastscope merge 'apps/*/leastscope.json'", says: 'each beside its declaration' },
      { line: 'leastscope merge shard-1.json shard-2.json', says: 'what --shard 1/2 and 2/2 wrote' },
    ],
    load: () => import('./merge.js'),
  },
  {
    name: 'lsp',
    summary: 'speak the language server protocol with an editor, on standard input and output',
    argument: null,
    options: [
      { flags: '--stdio', summary: 'as editors say it; there is no other way' },
      {
        flags: '--clientProcessId <pid>',
        summary: 'the process of the editor: when it ends, so does the server',
      },
    ],
    examples: [{ line: 'leastscope lsp --stdio', says: 'what an editor starts' }],
    load: () => import('./lsp.js'),
  },
  {
    name: 'completion',
    summary: 'print a completion script for your shell',
    argument: {
      name: '<shell>',
      summary: 'which shell; or topics, subjects, rules: the names that its script asks for',
      choices: ['bash', 'zsh', 'fish', 'topics', 'subjects', 'rules'],
    },
    options: [],
    examples: [
      { line: 'source <(leastscope completion bash)', says: 'in ~/.bashrc; zsh: the same in ~/.zshrc' },
      { line: 'leastscope completion fish | source', says: 'in ~/.config/fish/config.fish' },
    ],
    load: () => import('./completion.js'),
  },
];
