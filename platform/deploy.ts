/** `npm run deploy -w @offset-zero/platform`: topics, schemas and relays of every manifest, on servers that run. */
import { deploy } from '@offset-zero/contracts';
import { createKafka } from '@offset-zero/kafka';
import { root } from './environment.ts';
import { findApps, withRelay } from './manifests.process.ts';

const { KAFKA_BROKERS, REGISTRY_URL } = process.env;
if (!KAFKA_BROKERS || !REGISTRY_URL) {
  console.error('deploy needs KAFKA_BROKERS (host:port,host:port) and REGISTRY_URL');
  process.exit(1);
}

try {
  await deploy({
    kafka: createKafka({ brokers: KAFKA_BROKERS.split(','), clientId: 'deploy' }),
    registryUrl: REGISTRY_URL,
    relays: withRelay(await findApps(root)),
    log: (line) => console.log(line),
  });
  console.log('topics and schemas are as declared');
} catch (error) {
  console.error(`${(error as Error).name}: ${(error as Error).message}`);
  process.exit(1);
}
