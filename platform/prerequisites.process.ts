import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { javaMajor } from './java-version.ts';

const JAVA_FLOOR = 17;

/** The Java to run: JAVA_HOME's when it is set, else the one on the PATH. */
export const java = (): string => (process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java');

/** One line for everything that must be installed first. Maven is only asked for when something is to be fetched. */
export function missingTools(needs: { java: boolean; maven: boolean }): string[] {
  const problems: string[] = [];
  if (needs.java) {
    const { stderr, error } = spawnSync(java(), ['-version'], { encoding: 'utf8' });
    const major = error ? undefined : javaMajor(stderr);
    const install = `install a JDK ${JAVA_FLOOR} or newer (Debian, Ubuntu: apt install openjdk-17-jre-headless; macOS: brew install openjdk)`;
    if (major === undefined) problems.push(`Java is missing (tried ${java()}): ${install}.`);
    else if (major < JAVA_FLOOR)
      problems.push(`Java ${major} is too old for Kafka: ${install}, or point JAVA_HOME at one.`);
  }
  if (needs.maven && spawnSync('mvn', ['-version'], { stdio: 'ignore' }).status !== 0) {
    problems.push(
      'Maven is missing; it fetches Kafka and the registry: install it (Debian, Ubuntu: apt install maven; macOS: brew install maven).',
    );
  }
  return problems;
}
