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

/** A place on a drawing. */
export interface Point {
  x: number;
  y: number;
}

/** The size of a box. */
export interface Size {
  width: number;
  height: number;
}

/**
 * Where an edge from left to right leaves and meets its boxes: in the middle of
 * their facing sides. The layout ends an edge wherever the line to the middle
 * of a box crosses its border, which may be on top of it.
 */
export function edgeEnds(
  points: Point[],
  box: Size,
): { start: Point; end: Point } | undefined {
  if (points.length < 2) {
    return undefined;
  }
  const first = middleOf(points[0], points[1], box);
  const last = middleOf(
    points[points.length - 1],
    points[points.length - 2],
    box,
  );
  return {
    start: { x: first.x + box.width / 2, y: first.y },
    end: { x: last.x - box.width / 2, y: last.y },
  };
}

/** The middle of a box whose border a line from `before` meets at `border`. */
function middleOf(border: Point, before: Point, box: Size): Point {
  const across = border.x - before.x;
  const down = border.y - before.y;
  const share = Math.min(
    box.width / 2 / Math.abs(across),
    box.height / 2 / Math.abs(down),
  );
  return Number.isFinite(share)
    ? { x: border.x + share * across, y: border.y + share * down }
    : border;
}
