import { useSyncExternalStore } from 'react';

/** A value outside of React: the fetcher reads it, components follow it. */
export class Store<T> {
  private readonly listeners = new Set<() => void>();

  private value: T;
  constructor(value: T) {
    this.value = value;
  }

  readonly get = (): T => this.value;

  update(change: Partial<T>): void {
    this.value = { ...this.value, ...change };
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export function useStore<T>(store: Store<T>): T {
  return useSyncExternalStore(store.subscribe, store.get);
}
