/*
 * Copyright 2026 The IT asset management for Backstage authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { createHash } from 'node:crypto';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  AssetState,
  AssetTypeLibrary,
  factsOfAsset,
  itamAssetReadPermission,
  itamCostReadPermission,
  LifecycleLibrary,
  LifecycleModel,
  lifecycleRoleDefinitions,
  lifecycleRoutes,
  PossibleTransition,
  RouteContract,
  simulatePath,
  TransitionItem,
} from '@itam/plugin-itam-common';
import type { RouteCall, RouteHandler } from '../http';
import type { AssetAccess, PermittedAssets, Register } from '../register';
import { FieldRights, hideFacts } from '../register/fieldAccess';
import { modelItem } from '../register/libraryItems';
import { actorOfCall } from './callerRoles';
import type { LifecycleCases } from './LifecycleCases';
import { LifecycleService, NOT_YET } from './LifecycleService';
import type { LifecycleStore } from './LifecycleStore';
import type { TransitionExaminer } from './TransitionExaminer';

/** The handler of each route of the lifecycle. */
export type LifecycleHandlers = {
  [Operation in keyof typeof lifecycleRoutes]: RouteHandler<
    (typeof lifecycleRoutes)[Operation]
  >;
};

/** The largest document the register keeps itself. */
const MAX_DOCUMENT_BYTES = 20 * 1024 * 1024;

/** Serves the lifecycle. */
export function createLifecycleHandlers(options: {
  service: LifecycleService;
  cases: LifecycleCases;
  examiner: TransitionExaminer;
  store: LifecycleStore;
  register: Register;
  assets: PermittedAssets;
  types: AssetTypeLibrary;
  models: LifecycleLibrary;
  now?: () => Date;
}): LifecycleHandlers {
  const { service, cases, examiner, store, assets, types, models } = options;
  const { vocabulary } = models;
  const now = options.now ?? (() => new Date());
  const today = () => now().toISOString().slice(0, 10);

  const locate = async (idOrTag: string, access: AssetAccess) => {
    const id = await assets.locate(idOrTag, access);
    if (id === undefined) {
      throw new NotFoundError(`there is no asset ${idOrTag}`);
    }
    return id;
  };
  const stateOf = async (idOrTag: string, access: AssetAccess) => {
    const id = await locate(idOrTag, access);
    const state = (await options.register.states([id])).get(id);
    if (!state) {
      throw new NotFoundError(`there is no asset ${idOrTag}`);
    }
    return state;
  };
  const ofAsset = async (asset: string | undefined, access: AssetAccess) => ({
    assetId: asset === undefined ? undefined : await locate(asset, access),
  });
  const titled = (fact: string, kind: 'fact' | 'evidence') => {
    const { title, what } = (kind === 'fact'
      ? vocabulary.facts[fact]
      : vocabulary.evidence[fact]) ?? { title: fact, what: fact };
    return { title, what };
  };
  const titleOf = (model: string, transition: string) =>
    models.find(model)?.transitions.find(({ id }) => id === transition)
      ?.title ?? transition;

  return {
    async assetTransitions(call) {
      const state = await stateOf(call.params.id, call.access);
      const actor = actorOfCall(call, assets);
      const mayForce = (await actor.mayForce([state.id])).has(state.id);
      const roles = (await actor.rolesTowards([state.id])).get(state.id) ?? [];
      const { items, ground } = await examiner.all(state, {
        isNew: false,
        actor: actor.ref,
        roles,
        mayForce,
        now: now(),
      });
      const model = models.forStatus(
        types.get(state.type).lifecycleModel,
        state.status,
      );
      const values = {
        ...Object.fromEntries(
          [...ground.record.facts].map(([fact, { value }]) => [fact, value]),
        ),
        ...factsOfAsset(state),
      };
      const shown = hideFacts(values, await fieldRights(call));
      return {
        model: modelItem(model),
        status: state.status,
        since: state.statusSince ?? state.createdAt,
        version: state.version,
        flags: [...(state.flags ?? [])],
        mayForce,
        items: items.map(item => transitionItem(item, models, model, shown)),
      };
    },
    async creationTransitions(call) {
      const type = types.get(call.params.type);
      const actor = actorOfCall(call, assets);
      const roles = (await actor.rolesTowards([NOT_YET])).get(NOT_YET) ?? [];
      const { items } = await examiner.all(blankOf(type, actor.ref, now()), {
        isNew: true,
        actor: actor.ref,
        roles,
        mayForce: (await actor.mayForce([NOT_YET])).has(NOT_YET),
        now: now(),
      });
      return {
        items: items.map(item =>
          transitionItem(item, models, models.get(type.lifecycleModel), {}),
        ),
      };
    },
    async transitionAsset(call) {
      const id = await seen(call, locate);
      await required(id, call.params.id, call.access, assets);
      return service.transition(
        {
          assetId: id,
          request: call.body,
          expectedVersion: call.expectedVersion,
        },
        actorOfCall(call, assets),
      );
    },
    async transitionHistory({ params, query, access }) {
      const page = await store.transitions(
        await locate(params.id, access),
        query,
      );
      return {
        ...page,
        items: page.items.map(({ model, ...item }) => ({
          ...item,
          title: titleOf(model, item.transition),
        })),
      };
    },
    async assetKnownFacts(call) {
      const state = await stateOf(call.params.id, call.access);
      const record = (await store.records([state.id])).get(state.id);
      const rights = await fieldRights(call);
      const fields = hideFacts(factsOfAsset(state), rights);
      return {
        items: [
          ...Object.entries(fields).map(([fact, value]) => ({
            fact,
            title: titled(fact, 'fact').title,
            value,
            place: 'asset' as const,
          })),
          ...[...(record?.facts.values() ?? [])]
            .filter(({ fact }) => !Object.hasOwn(fields, fact))
            .flatMap(item =>
              Object.values(hideFacts({ [item.fact]: item.value }, rights)).map(
                value => ({ ...item, value }),
              ),
            )
            .map(({ fact, value, givenAt, givenBy }) => ({
              fact,
              title: titled(fact, 'fact').title,
              value,
              place: 'given' as const,
              givenAt,
              givenBy,
            })),
        ].sort((one, other) => (one.fact < other.fact ? -1 : 1)),
      };
    },
    async giveFacts(call) {
      const id = await seen(call, locate);
      await required(id, call.params.id, call.access, assets);
      return service.giveFacts(id, call.body, call.caller.ref);
    },
    async listOpenFacts({ query, access }) {
      const { asset, ...rest } = query;
      const page = await store.openFacts(
        { ...rest, ...(await ofAsset(asset, access)), today: today() },
        access,
      );
      return {
        ...page,
        items: page.items.map(item => ({
          ...item,
          ...titled(item.fact, item.kind),
        })),
      };
    },
    updateOpenFact: ({ params, body, caller, access }) =>
      cases.updateOpenFact(params.id, body, caller.ref, access),
    async listDocuments({ params, query, access }) {
      const page = await store.documents(
        await locate(params.id, access),
        query,
      );
      return {
        ...page,
        items: page.items.map(item => ({
          ...item,
          docTitle: titled(item.doc, 'evidence').title,
        })),
      };
    },
    async addDocument(call) {
      const id = await seen(call, locate);
      await required(id, call.params.id, call.access, assets);
      const { doc, title } = call.query;
      if (!Object.hasOwn(vocabulary.evidence, doc)) {
        throw new InputError(
          `query.doc: '${doc}' is no kind of document; use one of ${Object.keys(
            vocabulary.evidence,
          ).join(', ')}`,
        );
      }
      if (!call.file) {
        throw new InputError('body: send the document as the body');
      }
      const { name, content } = call.file;
      if (content.length > MAX_DOCUMENT_BYTES) {
        throw new InputError(
          `body: larger than ${MAX_DOCUMENT_BYTES} bytes; keep it elsewhere and give its link`,
        );
      }
      const added = await store.addDocument({
        assetId: id,
        doc,
        title: title ?? name.slice(0, 200),
        mediaType: 'application/octet-stream',
        sha256: createHash('sha256').update(content).digest('hex'),
        content,
        now: now().toISOString(),
        actor: call.caller.ref,
      });
      return { ...added, docTitle: titled(doc, 'evidence').title };
    },
    async documentContent({ params, access }) {
      const found = await store.content(
        await locate(params.id, access),
        params.documentId,
      );
      if (!found) {
        throw new NotFoundError(
          `there is no document ${params.documentId} kept for ${params.id}`,
        );
      }
      return {
        mediaType: found.mediaType,
        fileName: found.title,
        content: onePiece(found.content),
      };
    },
    listHolds: async ({ query: { asset, ...query }, access }) =>
      store.holds({ ...query, ...(await ofAsset(asset, access)) }, access),
    async placeHold(call) {
      const id = await seen(call, locate);
      await required(id, call.params.id, call.access, assets);
      return cases.placeHold(id, call.body, call.caller.ref);
    },
    releaseHold: ({ params, body, caller, access }) =>
      cases.releaseHold(params.id, body.reason, caller.ref, access),
    listExceptions: async ({ query: { asset, ...query }, access }) =>
      store.exceptions({ ...query, ...(await ofAsset(asset, access)) }, access),
    reviewException: ({ params, body, caller, access }) =>
      cases.reviewException(params.id, body, caller.ref, access),
    async listPlannedTransitions({ query: { asset, ...query }, access }) {
      const page = await store.planned(
        { ...query, ...(await ofAsset(asset, access)) },
        access,
      );
      return {
        ...page,
        items: page.items.map(({ type, ...item }) => ({
          ...item,
          title: titleOf(
            types.find(type)?.lifecycleModel ?? type,
            item.transition,
          ),
        })),
      };
    },
    async cancelPlannedTransition({ params, access }) {
      const assetId = await store.plannedAsset(params.id);
      if (!assetId || !(await assets.within([assetId], access)).has(assetId)) {
        throw new NotFoundError(`there is no planned transition ${params.id}`);
      }
      const cancelled = await store.settlePlan(params.id, {
        state: 'cancelled',
        now: now().toISOString(),
      });
      if (!cancelled) {
        throw new NotFoundError(
          `the transition ${params.id} is no longer planned`,
        );
      }
      return undefined;
    },
    async simulateLifecycle({ params, body }) {
      return {
        steps: simulatePath({
          model: models.get(params.id),
          from: body.from,
          facts: body.facts,
          flags: body.flags,
          path: body.path,
          now: now(),
          vocabulary,
        }),
      };
    },
  };
}

/** @throws NotAllowedError when the caller may see it, but not do this to it. */
async function required(
  id: string,
  name: string,
  access: AssetAccess,
  assets: PermittedAssets,
): Promise<void> {
  if (!(await assets.within([id], access)).has(id)) {
    throw new NotAllowedError(
      `you may see the asset ${name} but not do this to it; ask its owner`,
    );
  }
}

/** What the caller may see of what they may see. */
async function fieldRights<C extends RouteContract>(
  call: RouteCall<C>,
): Promise<FieldRights> {
  return { costs: (await call.accessTo(itamCostReadPermission)) !== 'none' };
}

/** What the caller may not see is not there. */
async function seen<C extends RouteContract>(
  call: RouteCall<C>,
  locate: (id: string, access: AssetAccess) => Promise<string>,
): Promise<string> {
  const id = String(Reflect.get(Object(call.params), 'id'));
  const read = await call.accessTo(itamAssetReadPermission);
  if (read === 'none') {
    throw new NotFoundError(`there is no asset ${id}`);
  }
  return locate(id, read);
}

function transitionItem(
  item: PossibleTransition,
  models: LifecycleLibrary,
  model: LifecycleModel,
  values: Record<string, unknown>,
): TransitionItem {
  const { vocabulary } = models;
  const roles = model.transitions.find(({ id }) => id === item.id)?.roles ?? [];
  return {
    id: item.id,
    title: item.title,
    to: [...item.to],
    roles: roles.map(role => lifecycleRoleDefinitions[role].title),
    allowed: item.allowed,
    completable:
      !item.allowed &&
      item.reasons.every(
        ({ kind }) =>
          kind === 'fact' || kind === 'evidence' || kind === 'guard',
      ) &&
      item.reasons.some(({ kind }) => kind === 'fact' || kind === 'evidence'),
    reasons: item.reasons,
    warnings: item.warnings,
    facts: item.facts.map(({ fact, level, known }) => {
      const {
        title,
        what,
        type,
        values: words,
        ...rest
      } = vocabulary.facts[fact];
      return {
        fact,
        title,
        what,
        type,
        level,
        known,
        value: values[fact],
        values: words,
        entityKinds: rest.entityKinds,
        refersTo: rest.refersTo,
        many: rest.many,
        members: rest.members,
      };
    }),
    evidence: item.evidence.map(({ doc, level, known }) => ({
      doc,
      title: vocabulary.evidence[doc].title,
      what: vocabulary.evidence[doc].what,
      level,
      known,
    })),
    effects: item.effects.map(effect => vocabulary.effects[effect]),
  };
}

/** Something of a type of which nothing is known yet. */
function blankOf(
  type: { id: string; category: AssetState['category'] },
  actor: string,
  now: Date,
): AssetState {
  const at = now.toISOString();
  return {
    id: NOT_YET,
    tag: '',
    type: type.id,
    category: type.category,
    name: '',
    status: '',
    stage: 'plan',
    attributes: {},
    labels: {},
    keys: [],
    relations: [],
    fields: [],
    version: 0,
    createdAt: at,
    createdBy: actor,
    updatedAt: at,
    updatedBy: actor,
  };
}

async function* onePiece(content: Uint8Array): AsyncIterable<Uint8Array> {
  yield content;
}
