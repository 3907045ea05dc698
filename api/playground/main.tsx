import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import type { GraphiQLPlugin } from '@graphiql/react';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { JOBS } from './examples';
import { ExamplesPane, PANE_TITLE } from './examples-pane';
import { fetcher } from './fetcher';
import { SessionMenu } from './session-menu';

const EXAMPLES: GraphiQLPlugin = { title: PANE_TITLE, content: ExamplesPane, icon: ExamplesIcon };
const PLUGINS = [EXAMPLES, HISTORY_PLUGIN];

/** One tab a job, open on its first step. */
const TABS = JOBS.map(({ steps: [first] }) => ({
  query: first!.query,
  variables: JSON.stringify(first!.fill({})?.(), null, 2),
})).filter((tab, index, tabs) => tabs.findIndex(({ query }) => query === tab.query) === index);

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 6h1M4 12h1M4 18h1M9 6h11M9 12h11M9 18h11" strokeLinecap="round" />
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
      </GraphiQL>
    </Suspense>
  </StrictMode>,
);
