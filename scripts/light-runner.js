// @ts-nocheck: jest loads this as plain JavaScript.
import Runner from 'jest-light-runner/child-process';
import Tinypool from 'tinypool';

/*
 * jest-light-runner 0.8.2 tells a worker what it runs when the worker asks, by a channel that all workers share: the first
 * that asks has all of them told, and one that starts a moment later is not told any more and waits for ever. With a channel
 * of its own, each is told when it asks itself.
 */
const ownOf = (shared) => {
  let told;
  return {
    onMessage: (listener) => (told = listener),
    postMessage(message) {
      shared.onMessage(told);
      shared.postMessage(message);
    },
  };
};

const { run } = Tinypool.prototype;
Tinypool.prototype.run = function (task, options) {
  return run.call(this, task, options?.channel ? { ...options, channel: ownOf(options.channel) } : options);
};

export default Runner;
