import { AvroSchemaParser } from '@asyncapi/avro-schema-parser';
import { type AsyncAPIDocumentInterface, type Diagnostic, Parser } from '@asyncapi/parser';

const ERROR = 0;
const WARNING = 1;

/** A document as AsyncAPI's own parser understands it. Throws with everything that it has against it. */
export async function parsed(document: object): Promise<AsyncAPIDocumentInterface> {
  const parser = new Parser();
  parser.registerSchemaParser(AvroSchemaParser());
  const { document: found, diagnostics } = await parser.parse(JSON.stringify(document));
  const faults = diagnostics.filter(({ severity }) => severity === ERROR || severity === WARNING);
  if (found === undefined || faults.length > 0) throw new Error(faults.map(told).join('\n'));
  return found;
}

const told = ({ code, message, path }: Diagnostic): string => `${path.join('.')}: ${message} (${code})`;
