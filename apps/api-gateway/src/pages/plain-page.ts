/** A page for those who look behind the shop: HTML with a way back, no script, nothing from elsewhere. Both are HTML. */
export const plainPage = (title: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · Offset Zero</title>
  <link rel="icon" href="/favicon.svg" type="image/svg+xml">
  <style>
    :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
    body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
    table { border-collapse: collapse; width: 100%; }
    td, th { text-align: left; padding: .5rem 1rem .5rem 0; border-top: 1px solid #8884; vertical-align: top; }
    .ready { color: #2a8a3e; } .starting { color: #b7791f; } .away { color: #c53030; }
  </style>
</head>
<body>
  <nav><a href="/">← Offset Zero</a></nav>
  <h1>${title}</h1>
${body}
</body>
</html>
`;
