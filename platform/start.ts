/** `npm start`: the whole system on this machine, until Ctrl-C. */
import { relative } from 'node:path';
import { accountsIn, whoCanSignIn } from './accounts.process.ts';
import { addressTable } from './address-table.ts';
import { HELP, readArguments } from './arguments.ts';
import { blockedPorts } from './blocked-ports.ts';
import { bold, complain, dim, say, seconds, tell } from './console.ts';
import { commandsOf } from './commands.process.ts';
import { startControl } from './control-server.process.ts';
import { type DataDir, eraseData, openDataDir } from './data-dir.process.ts';
import { DOOR, IDENTITY, loadSettings, portVariable, root, type Settings } from './environment.ts';
import { isFetched } from './fetch.process.ts';
import { startGuard } from './guard.process.ts';
import { onInterrupt } from './interrupt.process.ts';
import { type App, findApps } from './manifests.process.ts';
import { takenPorts, type Wanted } from './ports.process.ts';
import { missingTools } from './prerequisites.process.ts';
import { createSystem, type System } from './system.process.ts';

async function main(): Promise<void> {
  const apps = await findApps(root);
  const wanted = readArguments(
    process.argv.slice(2),
    apps.map(({ manifest }) => manifest.name),
  );
  if (wanted.help) return say(HELP);
  const settings = loadSettings();
  const wants = (name: string) => wanted.wants(name) && !(settings.own.issuer && name === IDENTITY.name);
  const ownJava = Boolean(settings.own.brokers && settings.own.registryUrl);
  const missing = missingTools({ java: !ownJava, maven: !ownJava && !isFetched() });
  if (missing.length > 0) throw new Error(missing.join('\n'));

  if (wanted.fresh) await erase(settings.dataDir);
  const dataDir = await openDataDir(settings.dataDir);
  try {
    if (dataDir.orphans.length > 0)
      tell('recovered', `ended what a killed run left behind: ${dataDir.orphans.join(', ')}`, 'yellow');
    const needed = ports(settings, apps, wants);
    const problems = [...blockedPorts(needed), ...(await takenPorts(needed))];
    if (problems.length > 0) throw new Error(problems.join('\n'));
    await run(settings, apps, dataDir, wants);
  } finally {
    dataDir.release();
  }
}

async function erase(path: string): Promise<void> {
  (await openDataDir(path)).release(); // nobody works on it, nobody is left over
  for (const gone of eraseData(path)) tell('fresh', `deleted ${shown(gone)}`, 'yellow');
}

async function run(settings: Settings, apps: App[], dataDir: DataDir, wants: (name: string) => boolean): Promise<void> {
  const guard = startGuard(dataDir.pids);
  const system = createSystem({ settings, apps, dataDir });
  const over = Promise.withResolvers<void>();
  const stop = (why: string) => {
    tell('stopping', `${why}: services first, then the servers; once more to kill them`, 'yellow');
    over.resolve();
  };
  onInterrupt(stop, () => {
    system.abandon();
    setTimeout(() => process.exit(130), 200);
  });
  const control = await startControl(
    dataDir.pids,
    commandsOf(system, () => stop('asked to')),
  );
  try {
    const isUp = await Promise.race([system.start(wants).then(() => true), over.promise]);
    if (isUp) {
      announce(settings, apps, dataDir, system);
      await over.promise;
    }
  } finally {
    control.close();
    await system.stop();
    await guard.dismiss();
  }
  tell('stopped', `the data stay in ${dataDir.path}`, 'green');
}

function announce(settings: Settings, apps: App[], dataDir: DataDir, system: System): void {
  const states = new Map(system.all().map((each) => [each.name, each.status().state]));
  const services = apps.map(({ manifest }) => ({
    manifest,
    port: system.app(manifest.name)!.port,
    state: states.get(manifest.name)!,
  }));
  say();
  const title = services.some(({ state }) => state !== 'stopped') ? 'The shop runs' : 'The servers run';
  say(`  ${bold(title)} ${dim(`after ${seconds()}`)}`);
  say();
  for (const line of addressTable({ services, ...system.servers() })) say(line);
  say();
  say(`  ${signIn(settings, states.get(IDENTITY.name))}`);
  say(dim(`  logs and data in ${shown(dataDir.path)}; Ctrl-C stops everything, the data stay`));
  if (states.get(DOOR.name) === 'ready') say(`  ${whereToBegin(settings)}`);
}

/** Who can sign in, and how to learn the passwords, which are not for a log. */
function signIn({ own, identityDir }: Settings, state: string | undefined): string {
  if (own.issuer) return `sign in at ${own.issuer}`;
  const accounts = accountsIn(identityDir);
  if (state === 'stopped' || !accounts) return 'nobody can sign in: identity was not started';
  return `sign in as ${whoCanSignIn(accounts)}; passwords: ${bold('npm run -s accounts')}`;
}

/** The last line, which is looked for first. */
const whereToBegin = ({ door }: Settings) =>
  `open ${bold(`${door}/`)} in a browser; an empty shop is filled by ${bold('npm run seed')}`;

/** A path as people read it: short inside the repository, whole outside. */
const shown = (path: string) => (path.startsWith(root) ? relative(root, path) : path);

/** Every port that must be free: of the servers and the services that are to be started here. */
function ports(settings: Settings, apps: App[], wants: (name: string) => boolean): Wanted[] {
  const { own, ports: at } = settings;
  const services = apps.filter(({ manifest }) => wants(manifest.name));
  return [
    ...(own.brokers
      ? []
      : [
          { port: at.kafka, who: 'Kafka', variable: 'KAFKA_PORT' },
          { port: at.kafkaController, who: "Kafka's controller", variable: 'KAFKA_CONTROLLER_PORT' },
        ]),
    ...(own.registryUrl ? [] : [{ port: at.registry, who: 'the registry', variable: 'REGISTRY_PORT', http: true }]),
    ...(own.postgresUrl ? [] : [{ port: at.postgres, who: 'Postgres', variable: 'POSTGRES_PORT' }]),
    ...services.map(({ manifest }) => ({
      port: settings.portOf(manifest),
      who: manifest.name,
      variable: portVariable(manifest.name),
      http: true,
    })),
  ];
}

await main().catch((error: Error) => {
  complain(error.message);
  process.exitCode = 1;
});
process.exit();
