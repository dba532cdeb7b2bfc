import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** The gateway that the development server asks: of the shop that runs with this PORT_OFFSET. */
const gateway = `http://127.0.0.1:${8080 + Number(process.env.PORT_OFFSET ?? 0)}`;

// Whoever starts a build has an environment of his own (a test has NODE_ENV=test): what browsers are given has not.
if (process.argv.includes('build')) process.env.NODE_ENV = 'production';

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@offset-zero/source', ...defaultClientConditions] },
  // cssTarget: browsers that know light-dark(); what would be put in its place does not hear Mantine's colour scheme.
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    manifest: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5173, strictPort: true, proxy: { '/api': gateway, '/config.json': gateway } },
});
