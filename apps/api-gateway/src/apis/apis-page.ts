import { escaped } from '../pages/escaped.ts';
import { plainPage } from '../pages/plain-page.ts';

export interface Standing {
  name: string;
  what: string;
  address: string;
  state: 'ready' | 'starting' | 'away';
}

const row = ({ name, what, address, state }: Standing): string => `<tr>
      <td><strong>${escaped(name)}</strong><br>${escaped(what)}</td>
      <td class="${state}">${state}</td>
      <td><a href="/docs?urls.primaryName=${encodeURIComponent(name)}">docs</a> · <a href="/docs-json/${encodeURIComponent(name)}">openapi</a></td>
      <td><code>${escaped(address)}</code></td>
    </tr>`;

/** The page at `/apis`: what runs, and where its documentation is. */
export const apisPage = (standings: Standing[]): string =>
  plainPage(
    'Services and their APIs',
    `  <p>An event-driven shop. Everything is reached through this door, under <code>/api</code>:
    <a href="/docs">try the API</a>, or take <a href="/docs-json">all of it as one OpenAPI document</a>.
    What the services tell each other is in <a href="/asyncapi">the topics and their messages</a>.</p>
  <table>
    <thead><tr><th>Service</th><th>State</th><th>API</th><th>Address</th></tr></thead>
    <tbody>
    ${standings.map(row).join('\n    ')}
    </tbody>
  </table>
  <p><a href="/health/ready">Health</a> and <a href="/metrics">metrics</a> of this gateway.</p>`,
  );
