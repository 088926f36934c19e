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

import { anAssetType, aWantedFact } from '../__testUtils__/lifecycleBuilders';
import {
  askedFacts,
  factProblem,
  factsOfValues,
  FactTexts,
  fieldsOfFact,
  knownValues,
  placeInAsset,
} from './factFields';

const texts: FactTexts = {
  neededBeforeUse: 'needed',
  entityHelp: kinds => kinds,
  canFollow: due => `by ${due}`,
  dayOrNone: 'or none',
};

describe('fields of facts', () => {
  it('leave out what the register works out itself', () => {
    const facts = [
      aWantedFact({ fact: 'a', level: 'auto' }),
      aWantedFact({ fact: 'b', type: 'report' }),
      aWantedFact({ fact: 'c', level: 'warn' }),
    ];

    expect(askedFacts(facts).map(({ fact }) => fact)).toEqual(['c']);
  });

  it('let one find a location by its name', () => {
    const [field] = fieldsOfFact({
      fact: aWantedFact({ type: 'reference', refersTo: 'location' }),
      texts,
    });

    expect(field.kind).toBe('location');
  });

  it('ask for each technical fact of the type', () => {
    const fact = aWantedFact({ fact: 'spec.asBuilt', type: 'attributes' });
    const type = anAssetType({
      attributes: [
        { name: 'cpu', kind: 'text', multi: false, required: true },
        { name: 'memory', kind: 'number', multi: false, required: false },
      ],
    });

    expect(fieldsOfFact({ fact, texts, type }).map(at => at.path)).toEqual([
      'facts.spec.asBuilt.cpu',
      'facts.spec.asBuilt.memory',
    ]);
    expect(
      factsOfValues([fact], {
        'facts.spec.asBuilt.cpu': 'arm',
        'facts.spec.asBuilt.memory': 16,
      }),
    ).toEqual({ 'spec.asBuilt': { cpu: 'arm', memory: 16 } });
    expect(knownValues([fact], { cpu: 'x86' })).toEqual({
      'facts.spec.asBuilt.cpu': 'x86',
    });
  });

  it('say what would be right, in the words of the contract', () => {
    const owner = aWantedFact({
      fact: 'owner',
      type: 'entity',
      entityKinds: ['Group'],
    });

    expect(factProblem(owner, 'user:default/ada')).toBe(
      'must be the entity ref of a Group, such as group:default/name',
    );
    expect(factProblem(owner, 'group:default/ops')).toBeUndefined();
    expect(factProblem(aWantedFact({ type: 'date' }), '22.11.2026')).toBe(
      'must be a day as YYYY-MM-DD',
    );
  });

  it('know which facts the form of an asset asks for already', () => {
    expect(placeInAsset('identity.serial')).toBe('serial');
    expect(placeInAsset('date.warrantyEnd')).toBe('dates.warranty-end');
    expect(placeInAsset('service.supported')).toBe('supports');
    expect(placeInAsset('order.line')).toBeUndefined();
  });
});
