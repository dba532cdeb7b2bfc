/** One more way in: clients that come by `port` are told to come back by `advertised`, where something stands between. */
export interface Listener {
  /** As Kafka names listeners: capitals, digits and underscores. */
  name: string;
  port: number;
  advertised: number;
}

/** server.properties of a one-node KRaft broker: every internal topic on one replica, nothing created by accident. */
export function serverProperties(o: {
  port: number;
  controllerPort: number;
  logDir: string;
  listeners?: Listener[];
}): string {
  const { listeners: more = [] } = o;
  const own = { name: 'PLAINTEXT', port: o.port, advertised: o.port };
  const controller = { name: 'CONTROLLER', port: o.controllerPort, advertised: o.controllerPort };
  const all = [own, controller, ...more];
  const at = (port: (listener: Listener) => number) =>
    all.map((each) => `${each.name}://127.0.0.1:${port(each)}`).join(',');
  return `\
process.roles=broker,controller
node.id=1
controller.quorum.bootstrap.servers=127.0.0.1:${o.controllerPort}
listeners=${at(({ port }) => port)}
advertised.listeners=${at(({ advertised }) => advertised)}
controller.listener.names=CONTROLLER
inter.broker.listener.name=PLAINTEXT
listener.security.protocol.map=${all.map(({ name }) => `${name}:PLAINTEXT`).join(',')}
log.dirs=${o.logDir}
num.partitions=3
default.replication.factor=1
offsets.topic.replication.factor=1
offsets.topic.num.partitions=8
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=8
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
group.initial.rebalance.delay.ms=0
auto.create.topics.enable=false
log.retention.hours=-1
log.cleaner.dedupe.buffer.size=16777216
log.cleaner.backoff.ms=1000
num.network.threads=2
num.io.threads=4
`;
}

/** A cluster id as StorageTool makes it: 16 bytes in base64url. It refuses one that begins with a dash. */
export const clusterId = (random: Buffer): string => random.toString('base64url').replace(/^-/, 'A');
