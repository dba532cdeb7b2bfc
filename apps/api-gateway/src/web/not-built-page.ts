/** What is at `/` before the web app has been built. */
export const notBuiltPage = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Offset Zero</title>
  <style>:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif } body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
</head>
<body>
  <h1>The web app has not been built</h1>
  <p>The gateway runs. What it shows in a browser is made by <code>npm run build</code>; <code>npm start</code> does so by itself.</p>
  <p>All that works without: <a href="/apis">services and their APIs</a>.</p>
</body>
</html>
`;
