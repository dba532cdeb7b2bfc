import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { controlFile } from './control-server.process.ts';

/** Asks the running system whose data are in `dataDir`. Throws with its refusal, or when nothing runs there. */
export async function ask<T>(dataDir: string, command: string, name?: string): Promise<T> {
  const nothing = new Error(`Nothing runs on the data in ${dataDir}: \`npm start\` first.`);
  let address: { url: string; token: string };
  try {
    address = JSON.parse(readFileSync(controlFile(join(dataDir, 'run')), 'utf8'));
  } catch {
    throw nothing;
  }
  const path = [address.url, command, ...(name ? [encodeURIComponent(name)] : [])].join('/');
  const headers = { authorization: `Bearer ${address.token}` };
  const answer = await fetch(path, { method: 'POST', headers }).catch(() => {
    throw nothing; // the file of a run that was killed
  });
  const body = await answer.json();
  if (!answer.ok) throw new Error(String(body));
  return body as T;
}
