import ts from 'typescript';
import { type GeneratedType, isStill } from './generated-types.ts';

/** Around these the value is the same, or one of several. */
const isWrapping = (parent: ts.Node, node: ts.Node): boolean =>
  ts.isParenthesizedExpression(parent) ||
  ts.isAsExpression(parent) ||
  ts.isSatisfiesExpression(parent) ||
  ts.isNonNullExpression(parent) ||
  ts.isAwaitExpression(parent) ||
  ts.isArrayLiteralExpression(parent) ||
  (ts.isSpreadElement(parent) && ts.isArrayLiteralExpression(parent.parent)) ||
  (ts.isConditionalExpression(parent) && parent.condition !== node) ||
  (ts.isBinaryExpression(parent) && isChoice(parent.operatorToken.kind));

const isChoice = (operator: ts.SyntaxKind): boolean =>
  operator === ts.SyntaxKind.QuestionQuestionToken ||
  operator === ts.SyntaxKind.BarBarToken ||
  operator === ts.SyntaxKind.AmpersandAmpersandToken;

/** Here a value is only looked at: compared, or asked whether it is there. */
const isLookedAt = (parent: ts.Node): boolean =>
  ts.isExpressionStatement(parent) ||
  ts.isIfStatement(parent) ||
  ts.isPrefixUnaryExpression(parent) ||
  ts.isTypeOfExpression(parent) ||
  ts.isConditionalExpression(parent) ||
  (ts.isBinaryExpression(parent) && parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken);

/**
 * Whether a value goes where its type is not known any more: into an object, a library, an answer, JSON. From there on
 * nobody can tell which of its fields are read, so all of them count as read.
 */
export function escapes(checker: ts.TypeChecker, expression: ts.Node, types: GeneratedType[]): boolean {
  let node = expression;
  while (isWrapping(node.parent, node)) node = node.parent;
  const { parent } = node;
  const still = (at: ts.Node) => isStill(checker, types, checker.getTypeAtLocation(at));

  if (node !== expression && !still(node)) return true;
  if (ts.isPropertyAccessExpression(parent)) return false;
  if (ts.isElementAccessExpression(parent)) return !ts.isStringLiteral(parent.argumentExpression) && !still(parent);
  if (isLookedAt(parent)) return false;
  if (ts.isVariableDeclaration(parent)) return !still(parent.name);
  if (ts.isForOfStatement(parent)) return false;
  if (ts.isReturnStatement(parent)) return !staysInReturn(checker, types, enclosingFunction(parent));
  if (ts.isArrowFunction(parent)) return !staysInReturn(checker, types, parent);
  if (ts.isCallExpression(parent)) return !staysInArgument(checker, types, parent, node);
  return true;
}

/** A parameter of our own, declared as what it is given. A library's may do anything with it. */
function staysInArgument(checker: ts.TypeChecker, types: GeneratedType[], call: ts.CallExpression, node: ts.Node) {
  const index = call.arguments.findIndex((argument) => argument === node);
  const parameter = checker.getResolvedSignature(call)?.declaration?.parameters[index];
  if (!parameter || !ts.isParameter(parameter) || !parameter.getSourceFile().fileName.includes('/apps/')) return false;
  return isStill(checker, types, checker.getTypeAtLocation(parameter));
}

/** A function's own return type says what its callers get; a callback's result is what the call around it makes of it. */
function staysInReturn(checker: ts.TypeChecker, types: GeneratedType[], from: ts.Node): boolean {
  if (ts.isMethodDeclaration(from) && ts.getDecorators(from)?.length) return false;
  if (ts.isCallExpression(from.parent)) return isStill(checker, types, checker.getTypeAtLocation(from.parent));
  if (ts.isPropertyAssignment(from.parent)) return false;
  const [signature] = checker.getTypeAtLocation(from).getCallSignatures();
  return signature !== undefined && isStill(checker, types, signature.getReturnType());
}

function enclosingFunction(node: ts.Node): ts.Node {
  let found = node;
  while (!ts.isFunctionLike(found)) found = found.parent;
  return found;
}
