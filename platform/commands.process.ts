import { publishes } from '@offset-zero/service/manifest';
import type { Commands } from './control-server.process.ts';
import { recreateDatabase } from './databases.process.ts';
import type { Supervised } from './supervise.process.ts';
import type { System } from './system.process.ts';

const START_MS = 120_000;

/** What `npm run platform` and `npm run bootstrap` can ask of a running system. `stopAll` ends it. */
export function commandsOf(system: System, stopAll: () => void): Commands {
  const one = (name = ''): Supervised => {
    const found = system.all().find((each) => each.name === name);
    if (found) return found;
    const names = system.all().map((each) => each.name);
    throw new Error(`${name ? `There is no "${name}" here` : 'Say which one'}. There are: ${names.join(', ')}`);
  };

  return {
    status: () => system.all().map((each) => each.status()),
    async start(name) {
      const target = one(name);
      if (system.app(target.name) && !system.isBuilt(target.name)) await system.build([target.name]);
      await target.start(START_MS);
      return `${name} is ready`;
    },
    async stop(name) {
      if (!name) {
        setImmediate(stopAll); // this answer first
        return 'everything stops';
      }
      await one(name).stop();
      return `${name} is stopped`;
    },
    async restart(name) {
      const target = one(name);
      if (system.app(target.name)) await system.build([target.name]);
      await target.stop();
      await target.start(START_MS);
      return `${name} is ready`;
    },
    kill(name) {
      one(name).kill();
      return `${name} was killed`;
    },
    /** An empty database for a service that can fill it from Kafka alone, then the service. */
    async bootstrap(name = '') {
      const app = system.app(name);
      if (!app) throw new Error(`There is no service "${name}"`);
      const truths = publishes(app.manifest).map((topic) => topic.name);
      if (truths.length > 0) {
        throw new Error(
          `${name} publishes ${truths.join(', ')}: its database is the truth, no topic can bring it back`,
        );
      }
      if (!app.manifest.database) throw new Error(`${name} keeps no data: there is nothing to fill`);
      const isKafkaAway = system.all().some((each) => each.name === 'kafka' && each.status().state !== 'ready');
      if (isKafkaAway) throw new Error(`Kafka is away: ${name} would be left with an empty database`);
      const target = one(name);
      await system.build([name]);
      await target.stop();
      await recreateDatabase(system.servers().postgresUrl, name);
      target.start(START_MS).catch(() => {}); // whoever asked watches it, and so does the console
      return { url: `http://127.0.0.1:${app.port}` };
    },
  };
}
