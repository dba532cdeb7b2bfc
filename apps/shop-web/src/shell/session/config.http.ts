/** What the gateway tells the web app about the identity provider. */
export interface Config {
  issuer: string;
  clientId: string;
  audience: string;
  rolesClaim?: string;
}

export async function readConfig(): Promise<Config> {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`/config.json: HTTP ${response.status}`);
  return (await response.json()) as Config;
}
