import { useEffect, useState } from 'react';
import { useMessages, type Messages } from './messages';
import { advanceClock, readClock, readInbox, type Sms } from './sandbox';
import { session } from './session';
import { useStore } from './store';

export const SANDBOX_TITLE = '沙箱 Sandbox';

const LOOK_MS = 2_000;
const SHOWN = 30;
const ADVANCES = ['10', '180', '3600', '86400'] as const satisfies (keyof Messages['advance'])[];

/** The city's clock, and the messages that its people got. */
export function SandboxPane() {
  const text = useMessages();
  const { identity } = useStore(session);
  const [mine, setMine] = useState(false);
  const phone = mine ? (identity?.phone ?? null) : null;
  const { now, inbox, away, look } = useSandbox(phone);

  return (
    <div className="sandbox">
      <div className="graphiql-doc-explorer-title">{SANDBOX_TITLE}</div>
      {away && <p role="alert">{text.sandboxAway}</p>}
      <section>
        <h3>{text.clock}</h3>
        <p>{text.clockAbout}</p>
        <p className="clock">
          <Moment at={now} />
        </p>
        <div className="advances">
          {ADVANCES.map((seconds) => (
            <button
              key={seconds}
              type="button"
              onClick={() => void advanceClock(Number(seconds)).then(look, look)}
            >
              {text.advance[seconds]}
            </button>
          ))}
        </div>
      </section>
      <section>
        <h3>{text.inbox}</h3>
        <label>
          <input type="checkbox" checked={mine} onChange={(event) => setMine(event.target.checked)} />
          {text.inboxOf}
        </label>
        {inbox.length === 0 ? (
          <p>{text.inboxEmpty}</p>
        ) : (
          <ul>
            {inbox.slice(0, SHOWN).map((sms) => (
              <li key={sms.sentAt + sms.phone + sms.text}>
                <p className="sms-head">
                  {text.to.replace('{phone}', sms.phone)} · <Moment at={sms.sentAt} />
                </p>
                <p>{sms.text}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function Moment({ at }: { at: string | null }) {
  const { language } = useStore(session);
  if (at === null) return null;
  const format = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Asia/Shanghai',
  });
  return <time dateTime={at}>{format.format(new Date(at))}</time>;
}

/** Looked at again and again while the pane is open. */
function useSandbox(phone: string | null) {
  const [now, setNow] = useState<string | null>(null);
  const [inbox, setInbox] = useState<readonly Sms[]>([]);
  const [away, setAway] = useState(false);
  const [looks, setLooks] = useState(0);

  useEffect(() => {
    let open = true;
    const look = async (): Promise<void> => {
      const seen = await Promise.all([readClock(), readInbox(phone)]).catch(() => null);
      if (!open) return;
      setAway(seen === null);
      if (!seen) return;
      setNow(seen[0]);
      setInbox(seen[1]);
    };
    void look();
    const timer = setInterval(() => void look(), LOOK_MS);
    return () => {
      open = false;
      clearInterval(timer);
    };
  }, [phone, looks]);

  return { now, inbox, away, look: () => setLooks((count) => count + 1) };
}
