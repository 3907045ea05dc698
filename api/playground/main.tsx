import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import type { GraphiQLPlugin } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { GROUPS } from './examples';
import { ExamplesPane, PANE_TITLE } from './examples-pane';
import { fetcher } from './fetcher';
import { RunFooter } from './run-footer';
import { sandboxUrl } from './sandbox';
import { SANDBOX_TITLE, SandboxPane } from './sandbox-pane';
import { SessionMenu } from './session-menu';

const EXAMPLES: GraphiQLPlugin = { title: PANE_TITLE, content: ExamplesPane, icon: ExamplesIcon };
const SANDBOX: GraphiQLPlugin = { title: SANDBOX_TITLE, content: SandboxPane, icon: SandboxIcon };
const PLUGINS = [EXAMPLES, ...(sandboxUrl ? [SANDBOX] : []), HISTORY_PLUGIN];

/** The first jobs, open on their first steps; every other one gets its tab when it is chosen. */
const TABS = GROUPS[0]!.jobs.slice(0, 2).map(({ steps: [first] }) => ({
  query: first!.query,
  variables: JSON.stringify(first!.fill({})?.(), null, 2),
}));

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 6h1M4 12h1M4 18h1M9 6h11M9 12h11M9 18h11" strokeLinecap="round" />
    </svg>
  );
}

function SandboxIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h16v11H9l-4 3.5V16H4zM8 9h8M8 12h5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

createRoot(document.getElementById('playground')!).render(
  <StrictMode>
    <Suspense>
      {/* Documents and phones stand in the variables: what is typed here ends with the tab. */}
      <GraphiQL
        fetcher={fetcher}
        plugins={PLUGINS}
        visiblePlugin={EXAMPLES}
        defaultTabs={TABS}
        defaultEditorToolsVisibility="variables"
        shouldPersistHeaders={false}
        storage={sessionStorage}
      >
        <GraphiQL.Logo>
          <SessionMenu />
        </GraphiQL.Logo>
        <GraphiQL.Footer>
          <RunFooter />
        </GraphiQL.Footer>
      </GraphiQL>
    </Suspense>
  </StrictMode>,
);
