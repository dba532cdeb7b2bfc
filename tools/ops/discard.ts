import { whole } from '../arguments.ts';
import { type Command, CONFIRMED, CONFIRMED_USAGE, confirmed, text } from './command.ts';
import { pickedOut, showPicked } from './pick.ts';
import { subscriptionsOf } from './subscriptions.ts';

interface Discarded {
  discarded: number;
  left: number;
}

/** `npm run ops -- discard` */
export const discard: Command = {
  usage: `<subscription> (--key <key> | --partition <n> --offset <n>) --reason <text> ${CONFIRMED_USAGE}`,
  about: 'gives up one parked message, or all of a key; its bytes stay in the audit',
  more: 'What is parked behind it stays: redrive it afterwards.',
  takes: [1, 1],
  options: {
    ...CONFIRMED,
    key: { type: 'string' },
    partition: { type: 'string' },
    offset: { type: 'string' },
    reason: { type: 'string' },
  },
  async run(given, io) {
    const { service, args } = given;
    const [subscription = ''] = args;
    const partition = whole(text(given, 'partition'), '--partition');
    const offset = whole(text(given, 'offset'), '--offset');
    const what = { subscription, key: text(given, 'key'), partition, offset };
    const isOne = partition !== undefined && offset !== undefined;
    const isKey = what.key !== undefined && partition === undefined && offset === undefined;
    if (!isKey && (!isOne || what.key !== undefined)) throw new Error('Say --key, or --partition and --offset');
    const reason = text(given, 'reason');
    if (!reason) throw new Error('Say why, with --reason: it is kept');
    await subscriptionsOf(service, subscription);
    const picked = await pickedOut(service, what);
    showPicked(picked, io);
    if (!(await confirmed(given, io, 'Give these up for good?'))) return picked;
    const done = await service.post<Discarded>('parked/discard', { ...what, reason });
    io.say(`${done.discarded} discarded, ${done.left} of the key are still parked`);
    return done;
  },
};
