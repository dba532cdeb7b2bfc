import ts from 'typescript';
import { generatedIn, type GeneratedType, isStill } from './generated-types.ts';

/**
 * The record that a method handles, `@Reacts(topics.order, 'Order')`, when its `@Payload()` is declared as something
 * else: what becomes of it there cannot be followed.
 */
export function untypedPayload(checker: ts.TypeChecker, method: ts.MethodDeclaration): GeneratedType[] {
  const payload = method.parameters.find((parameter) => decorator(parameter, 'Payload'));
  const reacts = decorator(method, 'Reacts');
  const [topic, record] = reacts?.arguments ?? [];
  if (!payload || !topic || !record || !ts.isStringLiteral(record)) return [];
  const property = checker.getTypeAtLocation(topic).getProperty('records');
  const records = property && checker.getTypeOfSymbol(property).getProperty(record.text);
  const sample = records && checker.getTypeOfSymbol(records).getProperty('sample');
  const handled = sample ? generatedIn(checker, checker.getTypeOfSymbol(sample)) : [];
  return isStill(checker, handled, checker.getTypeAtLocation(payload)) ? [] : handled;
}

function decorator(node: ts.HasDecorators, name: string): ts.CallExpression | undefined {
  return ts
    .getDecorators(node)
    ?.map(({ expression }) => expression)
    .filter(ts.isCallExpression)
    .find(({ expression }) => ts.isIdentifier(expression) && expression.text === name);
}
