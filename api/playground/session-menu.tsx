import { ROLE_NAMES } from '@enrolment/rulebook/names.ts';
import { useGraphiQLActions } from '@graphiql/react';
import { use, useState, type FormEvent } from 'react';
import { useMessages } from './messages';
import { identities, sandboxUrl, type Identity } from './sandbox';
import { LANGUAGES, session, signIn, signOut, type Language } from './session';
import { useStore } from './store';

/** Who asks, and in which language. */
export function SessionMenu() {
  const text = useMessages();
  const { language, token } = useStore(session);
  return (
    <div className="session">
      {sandboxUrl ? <IdentityChoice /> : <TokenField />}
      {token && (
        <button type="button" onClick={signOut}>
          {text.signOut}
        </button>
      )}
      <select
        aria-label={text.language}
        value={language}
        onChange={(event) => session.update({ language: event.target.value as Language })}
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

const offered: Promise<readonly Identity[] | null> = identities.catch(() => null);

function IdentityChoice() {
  const text = useMessages();
  const { identity, language } = useStore(session);
  const people = use(offered);
  const [away, setAway] = useState(people === null);

  function choose(id: string): void {
    const chosen = people?.find((person) => person.id === id);
    if (!chosen) return signOut();
    signIn(chosen).then(
      () => setAway(false),
      () => setAway(true),
    );
  }

  return (
    <>
      {away && <span role="alert">{text.sandboxAway}</span>}
      <select
        aria-label={text.signedInAs}
        value={identity?.id ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{text.nobody}</option>
        {Object.entries(Object.groupBy(people ?? [], ({ role }) => role)).map(([role, members]) => (
          <optgroup key={role} label={ROLE_NAMES[role as Identity['role']][language]}>
            {members.map(({ id, name, district }) => (
              <option key={id} value={id}>
                {[name, district, id].filter(Boolean).join(' · ')}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}

function TokenField() {
  const text = useMessages();
  const { token } = useStore(session);
  const { introspect } = useGraphiQLActions();
  if (token) return <span>{text.tokenInUse}</span>;

  function take(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const entered = new FormData(event.currentTarget).get('token');
    session.update({ token: String(entered).trim() });
    // The schema is shown to whom the token belongs.
    introspect();
  }

  return (
    <form onSubmit={take}>
      <input
        name="token"
        type="password"
        autoComplete="off"
        required
        placeholder={text.accessToken}
        aria-label={text.accessToken}
      />
      <button type="submit">{text.useToken}</button>
    </form>
  );
}
