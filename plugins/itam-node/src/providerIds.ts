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

const servicesByLink: Record<string, string> = { sqladmin: 'cloudsql' };

/**
 * The provider id in a name that says by itself where its target is, in the
 * form the register keeps it; undefined for any other id. ARNs, Google's full
 * resource names and Oracle's OCIDs are kept as they are, links to Google's
 * APIs become full resource names, ids of Azure are lower-cased.
 *
 * @public
 */
export function fullProviderId(id: string): string | undefined {
  if (
    /^arn:[\w-]+:/.test(id) ||
    /^\/\/[\w-]+\.googleapis\.com\//.test(id) ||
    /^ocid1\.[\w-]+\./.test(id)
  ) {
    return id;
  }
  if (/^https:\/\/[\w.-]*googleapis\.com\//.test(id)) {
    return googleNameOfLink(id) ?? id.toLowerCase();
  }
  if (/^\/subscriptions\//i.test(id)) {
    return id.toLowerCase().replace(/\/+$/, '');
  }
  return /^https:\/\/[\w-]+\.vault\.azure\.net\//i.test(id)
    ? id.toLowerCase()
    : undefined;
}

/** The partition of AWS a region is in. @public */
export function awsPartition(region: string): string {
  if (region.startsWith('cn-')) {
    return 'aws-cn';
  }
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/**
 * The full resource name Google's inventory uses, from a link to the API:
 * `//compute.googleapis.com/projects/p/zones/z/instances/n`.
 */
function googleNameOfLink(link: string): string | undefined {
  const url = /^https:\/\/([\w-]+)\.googleapis\.com\/(.+)$/.exec(link);
  if (!url) {
    return undefined;
  }
  const [, host, path] = url;
  const bucket = /(?:^|\/)b\/([^/]+)$/.exec(path);
  if (bucket) {
    return `//storage.googleapis.com/${bucket[1]}`;
  }
  const from = path.indexOf('projects/');
  if (from < 0) {
    return undefined;
  }
  const service = host === 'www' ? path.slice(0, path.indexOf('/')) : host;
  return `//${servicesByLink[service] ?? service}.googleapis.com/${path.slice(
    from,
  )}`;
}
