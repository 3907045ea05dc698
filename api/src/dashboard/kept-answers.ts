import { isSystem } from '@enrolment/rulebook/access.js';
import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import {
  getArgumentValues,
  getVariableValues,
  Kind,
  OperationTypeNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import { actorOf, type Context } from '../context.js';
import type { ReferenceData } from '../database/reference-data.js';
import { readVersion, type Version } from './tally.statements.js';

/** As long an answer may be given again. A change of the figures is told to all who follow them within five seconds. */
const KEPT_MS = 5_000;
/** Answers of some ten kilobytes each. */
const MOST_KEPT = 200;
/** What may stand beside a dashboard: it is the same for everybody, in a language. */
const SAME_FOR_ALL = ['rules', '__typename'];

interface Kept {
  readonly version: Version;
  readonly reference: ReferenceData;
  readonly at: number;
  readonly answer: Promise<ExecutionResult>;
}

type Requested = Parameters<GatewayExecutor>[0];

/**
 * Keeps answers of the site's own documents that ask for a dashboard, so that a burst of pages that look again costs one
 * computation. For those alone who may read the records of the place: whoever is kept from small numbers has hers computed for
 * herself. Who may know the place, and its results before they are published, is asked anew each time.
 *
 * An answer is given again while no count of the place has changed. A page that names its document may also get one that
 * lacks what was not added up yet: it is told when that has happened, and looks again. In the opening rush, when counts change
 * all the time, the figures of a place are thus computed once each time that they are added up.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly isRegistered: (text: string) => boolean,
  ) {}

  around(execute: GatewayExecutor): GatewayExecutor {
    return async (requested) => {
      const context = requested.context as Context;
      const asked = await this.askedBy(requested, context);
      if (!asked) return execute(requested);
      const version = await readVersion(context.em, asked.district);
      const known = this.kept.get(asked.key);
      if (known && isGood(known, version, context)) return { ...(await known.answer) };
      const answer = Promise.resolve(execute(requested)) as Promise<ExecutionResult>;
      this.keep(asked.key, {
        version,
        reference: context.reference,
        at: context.now.getTime(),
        answer,
      });
      return { ...(await answer) };
    };
  }

  /** The place that a document asks for, and by what its answer is kept; null if it is not kept. */
  private async askedBy(
    { source, operation, operationName, request }: Requested,
    context: Context,
  ): Promise<{ key: string; district: string | null } | null> {
    const { viewer, language, reference, services } = context;
    if (!viewer || viewer.roles.some(({ role }) => isSystem(role))) return null;
    if (operation.operation !== OperationTypeNode.QUERY || !this.isRegistered(source)) return null;
    const board = dashboardOf(operation.selectionSet.selections);
    if (!board) return null;
    const { coerced } = getVariableValues(
      this.schema,
      operation.variableDefinitions ?? [],
      request.variables ?? {},
    );
    if (!coerced) return null;
    const place = this.placeOf(board, coerced);
    if (place.school !== null) return null;
    // Whoever may not know it is told so by the resolver.
    const known = await services.dashboards.placeOf(actorOf(context), reference, place).catch(() => null);
    if (known?.hidden !== null) return null;
    const { district, unpublished } = known;
    return { key: JSON.stringify([source, operationName, coerced, language, unpublished]), district };
  }

  private placeOf(board: FieldNode, variables: Readonly<Record<string, unknown>>) {
    const field = this.schema.getQueryType()!.getFields()['dashboard']!;
    const { district, school } = getArgumentValues(field, board, variables) as Partial<
      Record<string, string | null>
    >;
    return { district: district ?? null, school: school ?? null };
  }

  private keep(key: string, kept: Kept): void {
    this.kept.delete(key);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size < MOST_KEPT) break;
      this.kept.delete(oldest);
    }
    this.kept.set(key, kept);
    const forget = () => {
      if (this.kept.get(key) === kept) this.kept.delete(key);
    };
    // What failed is asked anew.
    kept.answer.then(({ errors }) => errors && forget(), forget);
  }
}

function isGood({ version, reference, at }: Kept, present: Version, context: Context): boolean {
  if (reference !== context.reference || Math.abs(context.now.getTime() - at) > KEPT_MS) return false;
  return version.merges === present.merges && (version.pending === present.pending || context.documentNamed);
}

/** The only dashboard of a document that asks for nothing that depends on the reader beside it. */
function dashboardOf(selections: readonly SelectionNode[]): FieldNode | null {
  const fields = selections.filter((one) => one.kind === Kind.FIELD);
  const [board, ...more] = fields.filter(({ name }) => !SAME_FOR_ALL.includes(name.value));
  const alone = fields.length === selections.length && more.length === 0;
  return alone && board?.name.value === 'dashboard' ? board : null;
}
