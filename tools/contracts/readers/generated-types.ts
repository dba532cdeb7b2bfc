import { basename } from 'node:path';
import ts from 'typescript';

/** An interface that is generated from a schema: its topic, and its name, which is that of the Avro record. */
export interface GeneratedType {
  topic: string;
  name: string;
}

const GENERATED = '/libs/contracts/src/generated/';
/** Through these a value goes unchanged. */
const CONTAINERS = ['Array', 'ReadonlyArray', 'Promise', 'Map', 'ReadonlyMap', 'Set', 'Iterable', 'AsyncIterable'];

const key = ({ topic, name }: GeneratedType): string => `${topic}/${name}`;

/** Which interface a declaration is, or stands in, if it is a generated one. */
function generated(declaration: ts.Node): GeneratedType[] {
  const { fileName } = declaration.getSourceFile();
  const owner = ts.isPropertySignature(declaration) ? declaration.parent : declaration;
  if (!fileName.includes(GENERATED) || !ts.isInterfaceDeclaration(owner)) return [];
  return [{ topic: basename(fileName, '.ts'), name: owner.name.text }];
}

/** The generated interfaces that a property belongs to; several for a property of a union. */
export const ownersOf = (property: ts.Symbol | undefined): GeneratedType[] =>
  (property?.declarations ?? []).filter(ts.isPropertySignature).flatMap(generated);

/** The generated interfaces that a value of this type is, or is a list, a promise or a map of. */
export function generatedIn(checker: ts.TypeChecker, type: ts.Type): GeneratedType[] {
  if (type.isUnionOrIntersection()) return type.types.flatMap((part) => generatedIn(checker, part));
  const symbol = type.getSymbol();
  const found = (symbol?.declarations ?? []).flatMap(generated);
  if (found.length > 0 || !symbol || !CONTAINERS.includes(symbol.name)) return found;
  return checker.getTypeArguments(type as ts.TypeReference).flatMap((inner) => generatedIn(checker, inner));
}

/** Whether everything of `types` is still known to be that in a value of this type. */
export function isStill(checker: ts.TypeChecker, types: GeneratedType[], type: ts.Type): boolean {
  const known = new Set(generatedIn(checker, type).map(key));
  return types.every((one) => known.has(key(one)));
}
