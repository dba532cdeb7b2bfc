export interface Standing {
  name: string;
  what: string;
  address: string;
  state: 'ready' | 'starting' | 'away';
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const row = ({ name, what, address, state }: Standing): string => `<tr>
      <td><strong>${escaped(name)}</strong><br>${escaped(what)}</td>
      <td class="${state}">${state}</td>
      <td><a href="/docs?urls.primaryName=${encodeURIComponent(name)}">docs</a> · <a href="/docs-json/${encodeURIComponent(name)}">openapi</a></td>
      <td><code>${escaped(address)}</code></td>
    </tr>`;

/** The page at `/apis`: what runs, and where its documentation is. Plain HTML, nothing is fetched from elsewhere. */
export const apisPage = (standings: Standing[]): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Offset Zero</title>
  <style>
    :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
    body { max-width: 60rem; margin: 3rem auto; padding: 0 1rem; }
    table { border-collapse: collapse; width: 100%; }
    td, th { text-align: left; padding: .5rem 1rem .5rem 0; border-top: 1px solid #8884; vertical-align: top; }
    .ready { color: #2a8a3e; } .starting { color: #b7791f; } .away { color: #c53030; }
  </style>
</head>
<body>
  <h1>Offset Zero</h1>
  <p>An event-driven shop. Everything is reached through this door, under <code>/api</code>:
    <a href="/docs">try the API</a>, or take <a href="/docs-json">all of it as one OpenAPI document</a>.
    What the services tell each other is in <a href="/asyncapi">the topics and their messages</a>.</p>
  <table>
    <thead><tr><th>Service</th><th>State</th><th>API</th><th>Address</th></tr></thead>
    <tbody>
    ${standings.map(row).join('\n    ')}
    </tbody>
  </table>
  <p><a href="/health/ready">Health</a> and <a href="/metrics">metrics</a> of this gateway.</p>
</body>
</html>
`;
