import { format } from 'prettier';
import { STYLE } from './files.ts';
import { topicsPage } from './topics-page.ts';

/** The generated pages; made from the generated types, so those go first. */
export async function generatedDocs(): Promise<Map<string, string>> {
  return new Map([['docs/topics.md', await format(topicsPage(), { ...STYLE, parser: 'markdown' })]]);
}
