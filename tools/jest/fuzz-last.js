import { createRequire } from 'node:module';

const { default: Sequencer } = createRequire(import.meta.url)('@jest/test-sequencer');

/** The fuzzer deletes what the other stories need: it comes when they are told. */
export default class FuzzLast extends Sequencer {
  sort(tests) {
    const isFuzz = ({ path }) => path.includes('fuzz');
    return [...super.sort(tests)].sort((a, b) => Number(isFuzz(a)) - Number(isFuzz(b)));
  }
}
