/** A small app as a model: what stands in it, how it is written down, and how it is edited. */

export const fields = [
  'recipient_address.name',
  'recipient_address.phone_number',
  'buyer_email',
  'cpf',
] as const;

/** One statement of a function: a personal field that is read, or read and logged. */
export interface Statement {
  readonly deed: 'read' | 'log';
  readonly field: (typeof fields)[number];
}

export interface AppFunction {
  /** The same as long as it is the same function under the same name. */
  readonly id: string;
  readonly name: string;
  readonly form: 'function' | 'arrow' | 'method' | 'wrapped';
  readonly filler: number;
  readonly statements: readonly Statement[];
}

export interface AppFile {
  readonly name: string;
  readonly isRenamed: boolean;
  readonly functions: readonly AppFunction[];
}

export type App = readonly AppFile[];

export const declaration = `schema: 1
app: { name: Adopted, type: public, tokens: [seller] } # the name in the store
requestedScopes: [seller.order.info]
purposes:
  - id: dashboard
    kind: analytics_reporting
    text: Show the seller how sales developed, by week and by region.
    also:
      - { category: buyer.purchase, because: Sales are counted by article. }
      - { category: order.reference, because: Orders are counted once. }
    retention: { period: P30D, after: order.completed, onDeauthorization: P7D }
`;

const client = `export async function call(method: string, path: string, body?: unknown) {
  const response = await fetch('https://open-api.tiktokglobalshop.com' + path, {
    method,
    headers: { 'x-tts-access-token': process.env.TTS_TOKEN ?? '' },
    body: JSON.stringify(body),
  });
  return response.json();
}
export const wrap = <T>(run: T): T => run;
`;

/** Path to text. */
export function sourcesOf(app: App): Readonly<Record<string, string>> {
  return {
    'src/client.ts': client,
    ...Object.fromEntries(app.map(({ name, functions }) => [name, textOf(functions)])),
  };
}

function textOf(functions: readonly AppFunction[]): string {
  return ["import { call, wrap } from '../client.js';\n", ...functions.map(functionText)].join('\n');
}

function functionText({ name, form, filler, statements }: AppFunction): string {
  const body = `{
  const { data } = await call('POST', '/order/202309/orders/search', {});
  for (const order of data.orders) {
${statements.map(statementText).join('')}  }
}`;
  const lead = '// A line that was not there before.\n'.repeat(filler);
  switch (form) {
    case 'function':
      return `${lead}export async function ${name}() ${body}\n`;
    case 'arrow':
      return `${lead}export const ${name} = async () => ${body};\n`;
    case 'wrapped':
      return `${lead}export const ${name} = wrap(async () => ${body});\n`;
    case 'method':
      return `${lead}export class ${name} {\n  run = async () => ${body};\n}\n`;
  }
}

function statementText({ deed, field }: Statement): string {
  return deed === 'read' ? `    show(order.${field});\n` : `    console.log(order.${field});\n`;
}

/** One thing that a finding tells of, in words of the model. */
export function tellings(app: App): ReadonlySet<string> {
  return new Set(
    app.flatMap(({ functions }) =>
      functions.flatMap(({ id, statements }) =>
        statements.flatMap(({ deed, field }) => [
          `field-not-allowed ${id} ${field}`,
          ...(deed === 'log' ? [`personal-data-logged ${id} ${field}`] : []),
        ]),
      ),
    ),
  );
}

export function symbolOf({ name, form }: AppFunction): string {
  return form === 'method' ? `${name}.run` : name;
}

export const edits = [
  'moveLines',
  'reorder',
  'renameFile',
  'addStatement',
  'removeStatement',
  'addFunction',
  'addFile',
  'removeFunction',
  'renameFunction',
] as const;

/** Where an edit falls, and what it puts there: numbers that are taken modulo what there is. */
export interface Edit {
  readonly kind: (typeof edits)[number];
  readonly file: number;
  readonly at: number;
  readonly statement: Statement;
  /** No other edit has it. */
  readonly serial: number;
}

export function apply(app: App, edit: Edit): App {
  const index = edit.file % app.length;
  const file = app[index];
  if (file === undefined) return app;
  if (edit.kind === 'addFile') return [...app, newFile(edit)];
  return app.with(index, edited(file, edit, app));
}

function newFile(edit: Edit): AppFile {
  return { name: `src/new/f${edit.serial}.ts`, isRenamed: false, functions: [newFunction(edit)] };
}

function newFunction({ serial, statement }: Edit): AppFunction {
  const forms = ['function', 'arrow', 'method', 'wrapped'] as const;
  const form = forms[serial % forms.length] ?? 'function';
  return { id: `new${serial}`, name: `fresh${serial}`, form, filler: 0, statements: [statement] };
}

function edited(file: AppFile, edit: Edit, app: App): AppFile {
  const { functions } = file;
  const index = functions.length === 0 ? -1 : edit.at % functions.length;
  const inFunction = (change: (one: AppFunction) => AppFunction): AppFile => ({
    ...file,
    functions: functions.map((one, position) => (position === index ? change(one) : one)),
  });
  switch (edit.kind) {
    case 'moveLines':
      return inFunction((one) => ({ ...one, filler: one.filler + 1 + (edit.serial % 3) }));
    case 'reorder':
      return { ...file, functions: [...functions.slice(index + 1), ...functions.slice(0, index + 1)] };
    case 'renameFile':
      return isToldApart(file, app)
        ? { ...file, name: `src/moved/f${edit.serial}.ts`, isRenamed: true }
        : file;
    case 'addStatement':
      return inFunction((one) => ({ ...one, statements: [...one.statements, edit.statement] }));
    case 'removeStatement':
      return inFunction((one) => ({ ...one, statements: one.statements.slice(1) }));
    case 'addFunction':
      return { ...file, functions: [newFunction(edit), ...functions] };
    case 'removeFunction':
      return { ...file, functions: functions.filter((_, position) => position !== index) };
    case 'renameFunction':
      return inFunction((one) => ({ ...one, id: `named${edit.serial}`, name: `renamed${edit.serial}` }));
    case 'addFile':
      return file;
  }
}

/** Of two renamed files with functions of one name nobody could say which is which. */
function isToldApart(file: AppFile, app: App): boolean {
  const names = new Set(file.functions.map(symbolOf));
  return app.every(
    (other) => other === file || !other.isRenamed || !other.functions.some((one) => names.has(symbolOf(one))),
  );
}
