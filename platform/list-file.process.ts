import { readFileSync } from 'node:fs';

/**
 * The list that a file of secrets holds. Throws one line that names the file, and tells nothing of what is in it, when it is
 * no JSON or no list; what the file system throws comes out as it is.
 */
export function listIn<Entry>(file: string): Entry[] {
  const text = readFileSync(file, 'utf8');
  let kept: unknown;
  try {
    kept = JSON.parse(text);
  } catch {
    throw new Error(`${file} is no JSON: mend it, or delete it and restart identity`); // JSON.parse would quote it
  }
  if (!Array.isArray(kept)) throw new Error(`${file} must be a list`);
  return kept as Entry[];
}
