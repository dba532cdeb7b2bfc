import { portVariable } from '@offset-zero/platform/environment';
import type { Manifest } from '@offset-zero/service/manifest';

const id = (name: string) => name.replaceAll('-', '_');

/**
 * The Mermaid picture of a system: who publishes what, who reacts to it (solid), who keeps a view of it (dotted), and
 * who asks whom over HTTP (thick).
 */
export function map(services: Manifest[]): string {
  const topics = new Set(services.flatMap((s) => [...s.owns, ...s.sends].map(({ name }) => name)));
  return [
    'flowchart LR',
    ...services.map(({ name }) => `  ${id(name)}["${name}"]`),
    ...[...topics].map((topic) => `  t_${id(topic)}[/"${topic}"/]`),
    ...services.flatMap(({ name, owns, sends }) =>
      [...owns, ...sends].map((topic) => `  ${id(name)} --> t_${id(topic.name)}`),
    ),
    ...services.flatMap(({ name, reactsTo }) => reactsTo.map((topic) => `  t_${id(topic.name)} --> ${id(name)}`)),
    ...services.flatMap(({ name, keeps }) =>
      keeps.map((view) => `  t_${id(view.topic.name)} -. "${view.name}" .-> ${id(name)}`),
    ),
    ...services.flatMap(({ name, asks }) => asks.map((other) => `  ${id(name)} == HTTP ==> ${id(other)}`)),
    '  classDef topic fill:#fff3d6,stroke:#c98a00,color:#333',
    '  classDef service fill:#e3f0ff,stroke:#2b6cb0,color:#123',
    `  class ${[...topics].map((topic) => `t_${id(topic)}`).join(',')} topic`,
    `  class ${services.map(({ name }) => id(name)).join(',')} service`,
  ].join('\n');
}

const names = (list: readonly { name: string }[]) => list.map(({ name }) => `\`${name}\``).join(', ') || '–';

/** One row per service: what it is, owns, sends, keeps and reacts to. */
export function canvas(services: Manifest[]): string {
  return [
    '| service | what it is | owns | sends | keeps views of | reacts to |',
    '| --- | --- | --- | --- | --- | --- |',
    ...services.map(
      (s) =>
        `| [${s.name}](apps/${s.name}/src/service.ts) | ${s.summary} | ${names(s.owns)} | ${names(s.sends)} | ${names(s.keeps.map(({ topic }) => topic))} | ${names(s.reactsTo)} |`,
    ),
  ].join('\n');
}

/** The table of addresses that `npm start` prints too. */
export function addresses(services: Manifest[]): string {
  const servers = [
    ['schema registry', 'http://127.0.0.1:8081', '`REGISTRY_PORT`'],
    ['Kafka', '127.0.0.1:9092', '`KAFKA_PORT`'],
    ['Postgres', '127.0.0.1:15432', '`POSTGRES_PORT`'],
  ];
  return [
    '| what | address | port from |',
    '| --- | --- | --- |',
    ...services.map(
      ({ name, port }) =>
        `| ${name} | http://127.0.0.1:${port} · [docs](http://127.0.0.1:${port}/docs) | \`${portVariable(name)}\` |`,
    ),
    ...servers.map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
}
