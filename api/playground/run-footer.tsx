import { useGraphiQL } from '@graphiql/react';
import { useState } from 'react';
import { lastRun } from './last-run';
import { useMessages } from './messages';
import { bringsToken } from './send';
import { session } from './session';
import { SNIPPETS, type Kind, type Shown } from './snippets';
import { useStore } from './store';

const KINDS = Object.keys(SNIPPETS) as Kind[];

/** What the run has cost, and the same request for elsewhere. */
export function RunFooter() {
  const text = useMessages();
  const shownNow = useShown();
  const [said, setSaid] = useState('');
  const [snippet, setSnippet] = useState('');

  async function copy(kind: Kind): Promise<void> {
    setSnippet('');
    const shown = shownNow();
    if (!shown) return setSaid(text.variablesNotJson);
    const code = SNIPPETS[kind](shown);
    try {
      await navigator.clipboard.writeText(code);
      setSaid(`${text.copied} · ${kind}`);
    } catch {
      setSaid(text.copyFailed);
      setSnippet(code);
    }
  }

  return (
    <div className="run">
      <CostShown />
      <div className="copy" role="group" aria-label={text.copyAs}>
        <span aria-hidden="true">{text.copyAs}</span>
        {KINDS.map((kind) => (
          <button key={kind} type="button" onClick={() => void copy(kind)}>
            {kind}
          </button>
        ))}
        <span role="status">{said}</span>
      </div>
      {snippet && (
        <div className="snippet">
          <textarea readOnly rows={6} value={snippet} aria-label={text.copyAs} />
          <button type="button" onClick={() => setSnippet('')}>
            {text.close}
          </button>
        </div>
      )}
    </div>
  );
}

function CostShown() {
  const text = useMessages();
  const { language } = useStore(session);
  const { cost } = useStore(lastRun);
  if (!cost) return <p className="cost">{text.noCost}</p>;
  const { requested, limit, perMinute } = cost;
  const words = [text.cost, ...(perMinute ? [text.perMinute] : [])].join(' · ');
  const numbers: Record<string, number> = { requested, limit, remaining: perMinute?.remaining ?? 0 };
  return (
    <p className="cost">
      {words.replace(/\{(\w+)\}/g, (_, name: string) => numbers[name]!.toLocaleString(language))}
      <meter min={0} max={limit} value={requested} aria-hidden="true" />
    </p>
  );
}

/** What stands in the editors; null while the variables are no JSON. */
function useShown(): () => Shown | null {
  const { queryEditor, variableEditor, headerEditor } = useGraphiQL((state) => state);
  return () => {
    const { language, token } = session.get();
    try {
      const headers = read(headerEditor?.getValue()) as Record<string, string>;
      return {
        url: location.origin + location.pathname,
        language,
        query: queryEditor?.getValue() ?? '',
        variables: read(variableEditor?.getValue()),
        signedIn: token !== null || bringsToken(headers),
      };
    } catch {
      return null;
    }
  };
}

const read = (json = ''): Record<string, unknown> =>
  json.trim() === '' ? {} : (JSON.parse(json) as Record<string, unknown>);
