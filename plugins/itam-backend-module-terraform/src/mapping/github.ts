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

import { alike, asset, fold, MappingTable, other } from './definition';

const repository = 'github_repository';
const team = 'github_team';

/** GitHub. */
export const github: MappingTable = {
  github_repository: asset(
    'repository',
    {
      host: { from: 'html_url', as: 'host' },
      url: 'html_url',
      visibility: {
        from: 'visibility',
        values: { private: 'private', internal: 'internal', public: 'public' },
      },
      mainLanguage: 'primary_language',
    },
    {
      name: ['full_name', 'name'],
      id: ['node_id'],
      globalId: true,
      keys: { url: 'html_url' },
      status: { from: 'archived', values: { true: 'archived' } },
    },
  ),
  ...alike(
    [
      'github_actions_environment_secret',
      'github_actions_environment_variable',
      'github_actions_repository_permissions',
      'github_actions_secret',
      'github_actions_variable',
      'github_branch',
      'github_branch_default',
      'github_branch_protection',
      'github_branch_protection_v3',
      'github_codespaces_secret',
      'github_dependabot_secret',
      'github_issue_label',
      'github_issue_labels',
      'github_release',
      'github_repository_autolink_reference',
      'github_repository_collaborator',
      'github_repository_collaborators',
      'github_repository_dependabot_security_updates',
      'github_repository_environment',
      'github_repository_file',
      'github_repository_ruleset',
      'github_repository_tag_protection',
      'github_repository_topics',
      'github_repository_webhook',
      'github_team_repository',
    ],
    fold({ repository, repository_id: repository }),
  ),
  github_repository_deploy_key: asset(
    'credential',
    { kind: { always: 'ssh-key' }, heldIn: { always: 'github' } },
    { name: ['title'], partOf: { repository } },
  ),
  github_team: fold(),
  ...alike(
    [
      'github_team_membership',
      'github_team_members',
      'github_team_settings',
      'github_team_sync_group_mapping',
    ],
    fold({ team_id: team }),
  ),
  ...alike(
    [
      'github_actions_organization_secret',
      'github_actions_organization_variable',
      'github_actions_runner_group',
      'github_membership',
      'github_organization_ruleset',
      'github_organization_settings',
      'github_organization_webhook',
    ],
    fold(),
  ),
  github_app_installation_repository: fold({ repository }),
  github_enterprise_organization: other(),
};
