import { allTopics as table, type Topic } from '@offset-zero/contracts';
import type { Declared } from './document.ts';
import { fieldsOf } from './fields.ts';
import { HEADERS, headersOf } from './headers.ts';
import { each, html, type Html } from './html.ts';
import { STYLE } from './style.ts';

type RecordType = Topic['records'][string];

const row = (...cells: (Html | string)[]): Html =>
  html`<tr>
    ${each(cells, (cell) => html`<td>${cell}</td>`)}
  </tr>`;
const rows = (head: string[], body: Html[]): Html =>
  html`<div class="wide">
    <table>
      <thead>
        <tr>
          ${each(head, (cell) => html`<th>${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div>`;
const code = (text: string): Html => html`<code>${text}</code>`;
const json = (value: unknown): Html => html`<pre>${JSON.stringify(value, null, 2)}</pre>`;

const messageOf = (topic: Topic, { name, fullName, subject, schema, sample, released }: RecordType): Html =>
  html` <section id="${topic.name}-${name}">
    <h3>${name}</h3>
    <p>${schema.doc ?? ''}</p>
    <p class="fine">
      ${code(fullName)}, subject ${code(subject)},
      ${released.length === 1 ? '1 version' : `${released.length} versions`}
    </p>
    ${rows(
      ['field', 'type', 'default', ''],
      fieldsOf(schema).map(({ path, type, standard, doc }) => row(code(path), type, standard, doc)),
    )}
    <details>
      <summary>Example</summary>
      ${json(sample)}
    </details>
    <details>
      <summary>Headers of the example</summary>
      ${json(headersOf(topic, fullName))}
    </details>
    <details>
      <summary>Avro schema</summary>
      ${json(schema)}
    </details>
  </section>`;

const names = (list: string[]): string => list.join(', ') || 'nobody';

function topicOf(topic: Topic, services: readonly Declared[]): Html {
  const has = (list: readonly { name: string }[]) => list.some(({ name }) => name === topic.name);
  const senders = services.filter(({ owns, sends }) => has(owns) || has(sends)).map(({ name }) => name);
  const reacting = services.filter(({ reactsTo }) => has(reactsTo)).map(({ name }) => name);
  const keeping = services.filter(({ keeps }) => has(keeps.map((view) => view.topic))).map(({ name }) => name);
  return html` <article id="${topic.name}">
    <h2>${topic.name}</h2>
    <p>${topic.summary}</p>
    <dl>
      <dt>kind</dt>
      <dd>${topic.kind}</dd>
      <dt>key</dt>
      <dd>${topic.key}</dd>
      <dt>partitions</dt>
      <dd>${String(topic.partitions)}</dd>
      <dt>sent by</dt>
      <dd>${names(senders)}</dd>
      <dt>a view of it is kept by</dt>
      <dd>${names(keeping)}</dd>
      <dt>reacting to it</dt>
      <dd>${names(reacting)}</dd>
    </dl>
    <details>
      <summary>Settings</summary>
      ${rows(
        ['setting', 'value'],
        Object.entries(topic.config).map(([name, value]) => row(code(name), code(value))),
      )}
    </details>
    ${each(Object.values(topic.records), (record) => messageOf(topic, record))}
  </article>`;
}

const headers = (): Html =>
  rows(
    ['header', 'always', ''],
    Object.entries(HEADERS.properties).map(([name, property]) =>
      row(
        code(name),
        HEADERS.required.includes(name) ? 'yes' : '',
        'description' in property ? property.description : property.const,
      ),
    ),
  );

/** The topics and their messages for people: one page without any script, as the gateway shows it at `/asyncapi`. */
export const asyncApiPage = (services: readonly Declared[]): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Topics and messages · Offset Zero</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header>
          <a href="/">← Offset Zero</a>
          <h1>Topics and messages</h1>
          <p>
            Values are Avro in the Confluent wire format, keys are plain UTF-8 strings. The same for machines:
            <a href="/asyncapi/document.json">the AsyncAPI 3 document</a>.
          </p>
        </header>
        <nav aria-label="Topics">
          <ul>
            ${each(table, ({ name }) => html`<li><a href="#${name}">${name}</a></li>`)}
            <li><a href="#headers">headers</a></li>
          </ul>
        </nav>
        <main>
          ${each(table, (topic) => topicOf(topic, services))}
          <article id="headers">
            <h2>Headers</h2>
            <p>Every record has them: CloudEvents in binary mode, and W3C trace context.</p>
            ${headers()}
          </article>
        </main>
      </body>
    </html> `.text;
