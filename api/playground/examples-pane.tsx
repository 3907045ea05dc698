import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { useState } from 'react';
import { JOBS } from './examples';
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
      place(job, step, variables);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  return (
    <div className="examples">
      <div className="graphiql-doc-explorer-title">{PANE_TITLE}</div>
      <p>{sandboxUrl ? text.howTo : text.howToWithToken}</p>
      {problem && <p role="alert">{problem}</p>}
      {JOBS.map((job) => (
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

function usePlaceInEditor() {
  const { tabs, activeTabIndex, queryEditor, variableEditor, responseEditor } = useGraphiQL((state) => state);
  const { addTab, changeTab, setOperationName } = useGraphiQLActions();
  return ({ steps }: Job, { name, query }: Step, variables: unknown): void => {
    const isOfJob = (tab: (typeof tabs)[number] | undefined) =>
      steps.some((step) => step.name === tab?.operationName);
    if (!isOfJob(tabs[activeTabIndex])) {
      const index = tabs.findIndex(isOfJob);
      if (index === -1) addTab();
      else changeTab(index);
    }
    queryEditor?.setValue(query);
    variableEditor?.setValue(JSON.stringify(variables, null, 2));
    responseEditor?.setValue('');
    setOperationName(name);
  };
}
