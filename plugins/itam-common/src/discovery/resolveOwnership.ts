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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { ObservedThing } from './observation';
import type { OwnershipRule } from './ownership';

/** The fields ownership rules decide. @public */
export type OwnershipField = 'owner' | 'supports' | 'environment';

/** What ownership rules are asked about. @public */
export interface OwnershipQuestion {
  thing: Pick<
    ObservedThing,
    'type' | 'provider' | 'account' | 'environment' | 'labels'
  >;
  /** The category of the thing's asset type. */
  category?: string;
  sourceId: string;
  /** The entity of the stack that provisioned the thing. */
  stackEntityRef?: string;
  /** The owner of that entity. */
  stackOwner?: string;
  rules: OwnershipRule[];
  /**
   * Whether the catalog has an entity. Left out while nothing is known of the
   * catalog: every result is then taken as it is.
   */
  knownEntities?: (ref: string) => boolean;
}

/** What ownership rules say of one thing. @public */
export interface ResolvedOwnership {
  /** Entity ref, normalised. */
  owner?: string;
  /** Entity refs, normalised, each once. */
  supports: string[];
  environment?: string;
  /** What a rule said and could not be taken, by field, with the reason. */
  claims: Partial<Record<OwnershipField, { value: unknown; reason: string }>>;
  /** The rule that decided, by field: its place in the list. */
  ruleIndex: Partial<Record<OwnershipField, number>>;
}

/**
 * Applies ownership rules: for each field the first rule that matches wins. A
 * rule whose result names an entity the catalog does not have does not win; its
 * claim is kept, and the next rule that matches may decide.
 *
 * @public
 */
export function resolveOwnership(
  question: OwnershipQuestion,
): ResolvedOwnership {
  const resolved: ResolvedOwnership = {
    supports: [],
    claims: {},
    ruleIndex: {},
  };
  matchingRules(question).forEach(match => {
    decideRef('owner', match, question, resolved);
    decideRef('supports', match, question, resolved);
    decideEnvironment(match, resolved);
  });
  return resolved;
}

/**
 * Every entity the rules could name for a thing: what to look up in the
 * catalog before {@link resolveOwnership} is asked.
 *
 * @public
 */
export function ownershipCandidates(question: OwnershipQuestion): string[] {
  return [
    ...new Set(
      matchingRules(question).flatMap(match =>
        (['owner', 'supports'] as const).flatMap(field =>
          refsOf(field, match, question).flatMap(({ ref }) => ref ?? []),
        ),
      ),
    ),
  ];
}

interface RuleMatch {
  index: number;
  then: OwnershipRule['then'];
  /** What the tag the rule looks at holds. */
  value?: string;
}

interface NamedRef {
  /** As the rule and the tag say it. */
  text: string;
  /** Normalised; none if it cannot be an entity ref. */
  ref?: string;
}

function matchingRules(question: OwnershipQuestion): RuleMatch[] {
  const { thing } = question;
  return question.rules.flatMap(({ match, then }, index) => {
    const value = match.tag && tagValue(thing.labels, match.tag);
    const matches =
      isOneOf(match.source, question.sourceId) &&
      isOneOf(match.category, question.category) &&
      isOneOf(match.type, thing.type) &&
      isOneOf(match.provider, thing.provider) &&
      isOneOf(match.account, thing.account) &&
      isOneOf(match.environment, thing.environment) &&
      (match.tag === undefined || value !== undefined) &&
      (match.value === undefined ||
        [value ?? '', ...parts(value ?? '')].some(part =>
          isOneOf(match.value, part),
        )) &&
      (match.stack === undefined ||
        toList(match.stack).some(
          ref =>
            toRef(ref, {}) === toRef(question.stackEntityRef ?? '', {}) &&
            question.stackEntityRef !== undefined,
        ));
    return matches ? [{ index, then, value }] : [];
  });
}

/** What the first of these tags that is there holds; a blank tag is not there. */
function tagValue(
  labels: Record<string, string>,
  names: string | string[],
): string | undefined {
  for (const name of toList(names)) {
    const found = Object.entries(labels).find(
      ([label, text]) => fold(label) === fold(name) && text.trim() !== '',
    );
    if (found) {
      return found[1].trim();
    }
  }
  return undefined;
}

function decideRef(
  field: 'owner' | 'supports',
  match: RuleMatch,
  question: OwnershipQuestion,
  resolved: ResolvedOwnership,
): void {
  if (resolved.ruleIndex[field] !== undefined) {
    return;
  }
  const { knownEntities = () => true } = question;
  const named = refsOf(field, match, question);
  const known = named.flatMap(({ ref }) =>
    ref !== undefined && knownEntities(ref) ? [ref] : [],
  );
  const unknown = named.filter(
    ({ ref }) => ref === undefined || !knownEntities(ref),
  );
  if (unknown.length > 0 && !resolved.claims[field]) {
    const values = unknown.map(({ ref, text }) => ref ?? text);
    resolved.claims[field] = {
      value: field === 'owner' ? values[0] : values,
      reason: unknown.map(whyNot).join('; '),
    };
  }
  if (known.length === 0) {
    return;
  }
  resolved.ruleIndex[field] = match.index;
  if (field === 'owner') {
    resolved.owner = known[0];
  } else {
    resolved.supports = [...new Set(known)];
  }
}

function decideEnvironment(
  match: RuleMatch,
  resolved: ResolvedOwnership,
): void {
  const { environment } = match.then;
  if (environment !== undefined && resolved.environment === undefined) {
    resolved.environment = environment.replace(
      /\{\{value\}\}/g,
      () => match.value ?? '',
    );
    resolved.ruleIndex.environment = match.index;
  }
}

function whyNot({ ref, text }: NamedRef): string {
  return ref === undefined
    ? `'${text}' is not an entity reference`
    : `the catalog has no ${ref}`;
}

/** The entities a rule names for a field; none if a placeholder is empty. */
function refsOf(
  field: 'owner' | 'supports',
  match: RuleMatch,
  question: OwnershipQuestion,
): NamedRef[] {
  return toList(match.then[field] ?? []).flatMap(template => {
    const texts =
      field === 'supports' ? parts(match.value ?? '') : [match.value ?? ''];
    return template.includes('{{value}}')
      ? texts.map(text => insertValue(template, text))
      : insertStack(template, question);
  });
}

/**
 * A value can be a name, or a ref of its own: what the template says in front
 * of the placeholder is then only the default.
 */
function insertValue(template: string, text: string): NamedRef {
  const prefix = /^(?:([^:/{}]+):)?(?:([^:/{}]+)\/)?\{\{value\}\}$/.exec(
    template.trim(),
  );
  return prefix
    ? {
        text,
        ref: toRef(text, {
          defaultKind: prefix[1],
          defaultNamespace: prefix[2],
        }),
      }
    : {
        text,
        ref: toRef(
          template.replace(/\{\{value\}\}/g, () => text),
          {},
        ),
      };
}

function insertStack(
  template: string,
  question: OwnershipQuestion,
): NamedRef[] {
  const { stackEntityRef, stackOwner } = question;
  if (
    (template.includes('{{stack}}') && !stackEntityRef) ||
    (template.includes('{{stackOwner}}') && !stackOwner)
  ) {
    return [];
  }
  const text = template
    .replace('{{stack}}', () => stackEntityRef ?? '')
    .replace('{{stackOwner}}', () => stackOwner ?? '');
  return [{ text, ref: toRef(text, {}) }];
}

function toRef(
  text: string,
  context: { defaultKind?: string; defaultNamespace?: string },
): string | undefined {
  try {
    return stringifyEntityRef(parseEntityRef(text.trim(), context));
  } catch {
    return undefined;
  }
}

/** Cuts a list as people write them into tags. */
function parts(value: string): string[] {
  return value.split(/[\s,;]+/).filter(Boolean);
}

function isOneOf(
  allowed: string | string[] | undefined,
  value: string | undefined,
): boolean {
  return (
    allowed === undefined ||
    (value !== undefined &&
      toList(allowed).some(item => fold(item) === fold(value)))
  );
}

function toList(value: string | string[]): string[] {
  return Array.isArray(value) ? value : [value];
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}
