/** The provider and its tokens read the real clock. In this process, and in no other, it is ahead like the service's. */
const realNow = Date.now.bind(Date);
const RealDate = Date;
let offsetMs = 0;

export function installClock(): void {
  Date.now = () => realNow() + offsetMs;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget: new () => Date) =>
      Reflect.construct(target, args.length === 0 ? [realNow() + offsetMs] : args, newTarget) as Date,
  });
}

export function setClockOffset(seconds: number): void {
  offsetMs = Math.max(offsetMs, seconds * 1000);
}
