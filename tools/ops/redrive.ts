import { whole } from '../arguments.ts';
import { type Command, CONFIRMED, CONFIRMED_USAGE, confirmed, text } from './command.ts';
import { pickedOut, showPicked } from './pick.ts';
import { subscriptionsOf } from './subscriptions.ts';

interface Redriven {
  handled: number;
  failed: number;
  left: number;
}

/** `npm run ops -- redrive` */
export const redrive: Command = {
  usage: `<subscription> [--key <key> | --partition <n> [--offset <n>]] ${CONFIRMED_USAGE}`,
  about: 'handles parked messages again: one, those of a key, of a partition, or all',
  more: 'Each key in the order of its log, up to its first message that still fails. An --offset must be the first of its key.',
  takes: [1, 1],
  options: { ...CONFIRMED, key: { type: 'string' }, partition: { type: 'string' }, offset: { type: 'string' } },
  async run(given, io) {
    const { service, args } = given;
    const [subscription = ''] = args;
    await subscriptionsOf(service, subscription);
    const partition = whole(text(given, 'partition'), '--partition');
    const offset = whole(text(given, 'offset'), '--offset');
    const what = { subscription, key: text(given, 'key'), partition, offset };
    const picked = await pickedOut(service, what);
    showPicked(picked, io);
    if (picked.items.length === 0 || !(await confirmed(given, io, 'Handle these again?'))) return picked;
    const done = await service.post<Redriven>('parked/redrive', what);
    io.say(`${done.handled} handled, ${done.failed} keys failed again, ${done.left} left`);
    return done;
  },
};
