import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const src = join(import.meta.dirname, '../src');

/** Attributes that people see or hear. */
const SPOKEN = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label', 'description']);

const hasWords = (text: string): boolean => /\p{L}{2,}/u.test(text);

/** Text between tags, and in attributes that are seen, that does not come out of the language files. */
function literalsIn(file: string, code = readFileSync(join(src, file), 'utf8')): string[] {
  const tree = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWords(node.text)) found.push(`${file}: ${node.text.trim()}`);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer) {
      if (ts.isStringLiteral(node.initializer) && hasWords(node.initializer.text)) {
        found.push(`${file}: ${node.name.getText()}="${node.initializer.text}"`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe('what people read comes out of the language files', () => {
  it('is seen by this test where it does not', () => {
    expect(literalsIn('x.tsx', '<p>Hello <b aria-label="World">{name}</b></p>')).toEqual([
      'x.tsx: Hello',
      'x.tsx: aria-label="World"',
    ]);
    expect(literalsIn('x.tsx', "<p className='a'>{t('hello')} · {'Kafka'}</p>")).toEqual([]);
  });

  it('in every component', () =>
    expect(globSync('**/*.tsx', { cwd: src }).flatMap((file) => literalsIn(file))).toEqual([]));
});
