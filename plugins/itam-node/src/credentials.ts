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

const secretParameter =
  /sig|signature|token|secret|pass|pwd|credential|key|auth|jwt|^code$|^x-amz-|^x-goog-/i;

/**
 * A location as it may be shown: a URL without user, password, fragment and
 * the parameters people put secrets in; anything else as it is.
 *
 * @public
 */
export function withoutCredentials(location: string): string {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(location)) {
    return location;
  }
  const [address, query] = location.replace(/#.*/s, '').split(/\?(.*)/s);
  // a password may hold an @ that should have been encoded, a path may too
  const open = address.replace(/^([a-z][a-z0-9+.-]+:\/\/)[^/]*@/i, '$1');
  const kept = (query ?? '')
    .split('&')
    .filter(part => part !== '' && !secretParameter.test(part.split('=')[0]));
  return kept.length > 0 ? `${open}?${kept.join('&')}` : open;
}

/**
 * A text such as the message of an error, with every URL in it as it may be
 * shown: readers of URLs name addresses of their own in what they report.
 *
 * @public
 */
export function withoutCredentialsIn(text: string): string {
  return text.replace(/[a-z][a-z0-9+.-]+:\/\/[^\s'"`<>(){}]+/gi, url => {
    const end = /[.,;:!]*$/.exec(url)?.[0] ?? '';
    return `${withoutCredentials(url.slice(0, url.length - end.length))}${end}`;
  });
}
