import { globSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** The sources of every service, specs left out, as the compiler knows them. */
export function programOf(workspace: string): ts.Program {
  const base = ts.readConfigFile(join(workspace, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, workspace);
  const files = globSync('apps/*/src/**/*.ts', { cwd: workspace, exclude: ['**/*.spec.ts', '**/dist/**'] });
  return ts.createProgram(
    files.map((file) => join(workspace, file)),
    { ...options, composite: false, noEmit: true, declaration: false, declarationMap: false },
  );
}
