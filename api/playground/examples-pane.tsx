import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useState } from 'react';
import { GROUPS } from './examples';
import type { Job, Step } from './job';
import { useMessages, type Messages } from './messages';
import { results } from './results';
import { identities, sandboxUrl } from './sandbox';
import { session, signIn } from './session';
import { useStore } from './store';

/** Jobs in steps: a step goes into the job's tab with its variables filled in, and the person runs it. */
export function ExamplesPane() {
  const text = useMessages();
  const known = useStore(results);
  const place = usePlaceInEditor();
  const [problem, setProblem] = useState<string>();

  async function open(job: Job, step: Step): Promise<void> {
    setProblem(undefined);
    try {
      await signInFor(job, text);
      const variables = await step.fill(known)?.();
      place(job, step, { variables, headers: step.headers?.(known) });
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <div className="examples">
      <div className="graphiql-doc-explorer-title">{PANE_TITLE}</div>
      <p>{sandboxUrl ? text.howTo : text.howToWithToken}</p>
      {problem && <p role="alert">{problem}</p>}
      {GROUPS.map(({ name, jobs }) => (
        <details key={name} open>
          <summary>{text.groups[name]}</summary>
          {jobs.map((job) => (
            <section key={job.name}>
              <h3>{text.jobs[job.name].title}</h3>
              <p>{text.jobs[job.name].about}</p>
              <ol>
                {job.steps.map((step) => {
                  const ready = step.fill(known) !== null;
                  return (
                    <li key={step.label}>
                      <button
                        type="button"
                        disabled={!ready}
                        title={ready ? step.name : text.earlierFirst}
                        onClick={() => void open(job, step)}
                      >
                        {text.steps[step.label]}
                      </button>
                    </li>
                  );
                })}
              </ol>
            </section>
          ))}
        </details>
      ))}
    </div>
  );
}

export const PANE_TITLE = '例子 Examples';

/** Somebody who can do the job, unless the person signed in can. */
async function signInFor({ fits }: Job, text: Messages): Promise<void> {
  const { identity } = session.get();
  if (!fits || (identity && fits(identity))) return;
  const somebody = (await identities).find(fits);
  if (!somebody) throw new Error(text.nobodyFits);
  await signIn(somebody);
}

interface Filled {
  readonly variables: unknown;
  readonly headers: object | undefined;
}

function usePlaceInEditor() {
  const state = useGraphiQL((all) => all);
  const { tabs, activeTabIndex, queryEditor, variableEditor, headerEditor, responseEditor } = state;
  const { addTab, changeTab, setOperationName } = useGraphiQLActions();
  return ({ steps }: Job, { name, query }: Step, { variables, headers }: Filled): void => {
    const isOfJob = (tab: (typeof tabs)[number] | undefined) =>
      steps.some((step) => step.name === tab?.operationName);
    if (!isOfJob(tabs[activeTabIndex])) {
      const index = tabs.findIndex(isOfJob);
      if (index === -1) addTab();
      else changeTab(index);
    }
    queryEditor?.setValue(query);
    variableEditor?.setValue(JSON.stringify(variables, null, 2));
    headerEditor?.setValue(headers ? JSON.stringify(headers, null, 2) : '');
    responseEditor?.setValue('');
    setOperationName(name);
  };
}
