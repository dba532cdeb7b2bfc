import ts from 'typescript';
import { escapes } from './escape.ts';
import { untypedPayload } from './reactions.ts';
import { generatedIn, type GeneratedType, ownersOf } from './generated-types.ts';

/** A property of a generated interface that a file reads. */
export interface Use extends GeneratedType {
  /** `*` = the value goes on as a whole. */
  property: string;
}

export const WHOLE = '*';

/** Every use of a generated interface in a file. Sees values that are typed by it; a cast to another type is a use of all. */
export function usesIn(program: ts.Program, file: ts.SourceFile): Use[] {
  const checker = program.getTypeChecker();
  const uses: Use[] = [];
  const whole = (types: GeneratedType[]) => uses.push(...types.map((type) => ({ ...type, property: WHOLE })));
  const property = (symbol: ts.Symbol | undefined) =>
    uses.push(...ownersOf(symbol).map((type) => ({ ...type, property: symbol!.name })));

  function visit(node: ts.Node): void {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node)) return;
    if (ts.isPropertyAccessExpression(node)) property(checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression))
      property(checker.getTypeAtLocation(node.expression).getProperty(node.argumentExpression.text));
    if (ts.isObjectBindingPattern(node)) visitPattern(node);
    if (ts.isMethodDeclaration(node)) whole(untypedPayload(checker, node));
    if (ts.isShorthandPropertyAssignment(node)) {
      const value = checker.getShorthandAssignmentValueSymbol(node);
      if (value) whole(generatedIn(checker, checker.getTypeOfSymbol(value)));
    } else if (isValue(node)) {
      const types = generatedIn(checker, checker.getTypeAtLocation(node));
      if (types.length > 0 && escapes(checker, node, types)) whole(types);
    }
    ts.forEachChild(node, visit);
  }

  function visitPattern(pattern: ts.ObjectBindingPattern): void {
    const type = checker.getTypeAtLocation(pattern);
    for (const element of pattern.elements) {
      const name = element.propertyName ?? element.name;
      if (element.dotDotDotToken) whole(generatedIn(checker, type));
      else if (ts.isIdentifier(name) || ts.isStringLiteral(name)) property(type.getProperty(name.text));
    }
  }

  visit(file);
  return uses;
}

/** Where a value comes into an expression; what is around it (casts, choices, `await`) is `escapes`' business. */
function isValue(node: ts.Node): boolean {
  if (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) return true;
  if (ts.isElementAccessExpression(node) || ts.isAsExpression(node)) return true;
  if (!ts.isIdentifier(node)) return false;
  const { parent } = node;
  const isName =
    ('name' in parent && parent.name === node) || ('propertyName' in parent && parent.propertyName === node);
  return !isName;
}
