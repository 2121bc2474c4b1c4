import {
  layers,
  namings,
  noises,
  pathForms,
  shares,
  siteShapes,
  urlForms,
  type Layer,
  type Program,
} from './program.js';

/** A rewriting that never changes what a program uses. */
export interface Change {
  readonly name: string;
  readonly apply: (program: Program) => Program;
}

const change = (name: string, apply: Change['apply']): Change => ({ name, apply });

/** Everything that people do to code without changing what it calls. */
export const changes: readonly Change[] = [
  ...namings
    .slice(1)
    .map((naming) => change(`rename everything, ${naming}`, (program) => ({ ...program, naming }))),
  ...shares.map((share) =>
    change(`move constants and helpers to other files, shared as ${share}`, (program) => ({
      ...program,
      share,
      placement: { ...program.placement, constants: 'apart', helpers: 'apart' },
    })),
  ),
  ...shares.map((share) =>
    change(`one file for each helper, shared as ${share}`, (program) => ({
      ...program,
      share,
      placement: { ...program.placement, constants: 'apart', helpers: 'each' },
    })),
  ),
  ...layers.map((layer) => change(`wrap in one more helper: ${layer}`, (program) => wrapped(program, layer))),
  ...pathForms.map((path) =>
    change(`write paths by ${path}`, (program) => ({
      ...program,
      calls: program.calls.map((call) => ({ ...call, path })),
    })),
  ),
  ...urlForms.map((url) => change(`put URLs together by ${url}`, (program) => ({ ...program, url }))),
  ...siteShapes.map((shape) =>
    change(`call from a ${shape}`, (program) => ({
      ...program,
      calls: program.calls.map((call) => ({ ...call, shape })),
    })),
  ),
  ...noises.map((noise) =>
    change(`add ${noise}`, (program) => ({ ...program, noise: [...program.noise, noise] })),
  ),
  change('take methods from an enum', (program) => ({ ...program, hasMethodEnum: true })),
  change('reorder', (program) => ({ ...program, isReversed: true })),
  change('other language', (program) => ({ ...program, language: program.language === 'ts' ? 'js' : 'ts' })),
  change('other modules', (program) => ({ ...program, modules: program.modules === 'esm' ? 'cjs' : 'esm' })),
  change('spread over three files', (program) => ({
    ...program,
    placement: { ...program.placement, callFiles: 3 },
  })),
];

function wrapped(program: Program, layer: Layer): Program {
  return {
    ...program,
    clients: program.clients.map((chain) => ({ ...chain, layers: [...chain.layers, layer] })),
  };
}
