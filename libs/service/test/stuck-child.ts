/**
 * A service whose handler never ends, as a process of its own; started from what is compiled, since Node itself knows no
 * decorators. TOPIC names its topic, one like `order-events`.
 */
import { Controller, Module } from '@nestjs/common';
import { topics } from '@offset-zero/contracts';
import { Reacts } from '@offset-zero/messaging/nest';
// eslint-disable-next-line @nx/enforce-module-boundaries -- itself, as it was compiled
import { runService, service } from '@offset-zero/service';

class Reactions {
  on(): Promise<never> {
    return new Promise(() => {});
  }
}
const from = { ...topics.orderEvents, name: process.env.TOPIC! };
const { prototype } = Reactions;
Reacts(from, 'OrderConfirmed')(prototype, 'on', Object.getOwnPropertyDescriptor(prototype, 'on')!);
Controller()(Reactions);

class Hanging {}
Module({ controllers: [Reactions] })(Hanging);

const name = process.env.SERVICE!;
await runService(service({ name, port: 0, summary: 'Never comes to an end.', reactsTo: [from as never] }), Hanging);
