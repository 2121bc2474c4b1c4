import { Node } from 'ts-morph';
import { declarationOf } from './declaration-of.js';
import { catalogName } from './spelling.js';

/** What `rest` lacks of the record: `cpf` in `const { cpf, ...rest } = order`. */
export function takenFrom(node: Node): ReadonlySet<string> {
  const names = new Set<string>();
  let declaration = declarationOf(node) ?? undefined;
  while (Node.isBindingElement(declaration) && declaration.getDotDotDotToken() !== undefined) {
    const pattern = declaration.getParent();
    for (const element of pattern.getElements())
      if (Node.isBindingElement(element))
        names.add(catalogName((element.getPropertyNameNode() ?? element.getNameNode()).getText()));
    const owner = pattern.getParent();
    const whole = Node.isVariableDeclaration(owner) ? owner.getInitializer() : undefined;
    declaration = whole === undefined ? undefined : (declarationOf(whole) ?? undefined);
  }
  return names;
}
