/**
 * The seam: a mended bowl grown from the record.
 *
 * Pure: the same input gives the same paths, on every device and in every year. No clock, no `Math.random`.
 * Gold that has been laid never thins, and a new injury never changes an older crack. Seam.svelte draws what
 * this returns; seam-words.ts says it.
 *
 * Units: drawing units of the view box, 360 × 236.
 */

/** What both partners can read of one week. More than the caps of `weekWeight` adds nothing. */
export type SeamWeek = { readonly kept?: number; readonly closed?: number; readonly wins?: number };
/** In the order in which the record names them. */
export type SeamInjury = { readonly id: string; readonly weeks: readonly SeamWeek[] };
export type SeamRecord = { readonly room: string; readonly injuries: readonly SeamInjury[] };

export type SeamCrack = {
  /** The ink hairlines, as one path. */
  readonly hair: string;
  /** How much of the crack is gold, 0 to below 1. */
  readonly share: number;
  /** How deep the gold reaches along the crack. */
  readonly front: number;
  readonly gold: { readonly path: string; readonly shine: string; readonly drop: Point } | null;
};
export type SeamDrawing = {
  readonly cracks: readonly SeamCrack[];
  /** No injury has been named: one crack, no gold. */
  readonly unnamed: boolean;
  readonly bowl: {
    readonly body: string;
    readonly foot: string;
    readonly clay: string;
    readonly spots: string;
    readonly glint: string;
    readonly rim: string;
    readonly lip: string;
    readonly base: string;
    readonly ink: string;
    readonly shadow: { readonly cx: number; readonly cy: number };
  };
};

export type Point = readonly [x: number, y: number];
/** A point and where it lies along its line. */
type Station = readonly [x: number, y: number, along: number];
type Random = () => number;

export const seamBox = { width: 360, height: 236 } as const;

const centreX = 180;
const rimY = 50;
const rimRadius = { x: 132, y: 34 } as const;
const wallHeight = 150;
const footAt = 0.93;
const cracksMax = 7;
const walkStep = 9;
const walkStepsMax = 26;
const trunkMin = 100;
const attemptsMax = 8;
/** Weeks of full weight that lay 63 % of the way. */
const paceWeeks = 14;
/** The first touch of gold. */
const firstTouch = 14;
/** The last hair's breadth stays open. */
const openEnd = 0.985;

// --- seeded randomness -------------------------------------------------------------------------------------

/** FNV-1a over the UTF-16 code units, 32 bits. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** mulberry32: numbers from 0 to below 1. */
export function stream(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Near zero, near-normal, never beyond `spread`. */
const around = (random: Random, spread: number) => ((random() + random() + random() - 1.5) / 1.5) * spread;

// --- the wall of the bowl ----------------------------------------------------------------------------------

/** The wall's radius as a share of the rim's; `v` runs from 0 at the rim to 1 below the foot. */
function radiusShare(v: number): number {
  const t = Math.min(1, v / footAt);
  return 1 - 0.045 * t - 0.52 * t ** 2.7;
}

/** A point of the wall; `u` runs from −1 at the left edge to 1 at the right one. */
function wallPoint(u: number, v: number): Point {
  const angle = (u * Math.PI) / 2;
  const share = radiusShare(v);
  return [
    centreX + rimRadius.x * share * Math.sin(angle),
    rimY + wallHeight * v + rimRadius.y * share * Math.cos(angle) * (1 - 0.25 * v),
  ];
}

// --- 1. a crack: angular runs, drawn on the wall -----------------------------------------------------------

type Arm = { readonly generation: number; readonly points: Point[]; readonly depths: number[]; lip?: Point };
type Crack = { readonly arms: readonly Arm[]; readonly trunk: Arm; readonly reach: number };

/** A trunk cut short by an older crack is drawn anew. */
function growCrack(room: string, injury: string, place: number, older: readonly Crack[]): Crack {
  for (let attempt = 0; ; attempt++) {
    const crack = attemptCrack(room, injury, place, older, attempt);
    if (attempt === attemptsMax - 1 || crack.trunk.depths.at(-1)! >= trunkMin) return crack;
  }
}

function attemptCrack(
  room: string,
  injury: string,
  place: number,
  older: readonly Crack[],
  attempt: number,
): Crack {
  const random = stream(hash32(`${room}|${injury}|crack|${attempt}`));
  const start = stream(hash32(`${room}|start`))();
  const slot = (start + place * 0.6180339887) % 1; // golden steps: never crowded
  const u0 = -0.56 + 1.12 * slot + around(random, 0.04);
  const arms: Arm[] = [];

  const run = (
    u: number,
    v: number,
    firstHeading: number,
    steps: number,
    from: number,
    generation: number,
  ) => {
    const arm: Arm = { generation, points: [wallPoint(u, v)], depths: [from] };
    arms.push(arm);
    const home = firstHeading;
    let heading = firstHeading;
    let side = random() < 0.5 ? -1 : 1;
    let untilKink = 2 + Math.floor(random() * 3);
    let depth = from;
    for (let step = 0; step < steps; step++) {
      if (untilKink-- === 0) {
        const turn = side * (0.35 + 0.5 * random());
        const branches =
          generation < 2 && step > 2 && steps - step > 4 && random() < (generation ? 0.3 : 0.72);
        const bend = side * (0.62 + 0.4 * random());
        const share = 0.5 + 0.42 * random();
        if (branches)
          run(u, v, home - bend * 1.15, Math.round((steps - step) * share), depth, generation + 1);
        heading = home + turn;
        side = -side;
        untilKink = 2 + Math.floor(random() * 4);
      }
      heading += around(random, 0.2) + (home - heading) * 0.12;
      const radius = (rimRadius.x * radiusShare(v) * Math.max(0.35, Math.cos(u * 1.2)) * Math.PI) / 2;
      const nextU = u + (walkStep * Math.sin(heading)) / radius;
      const nextV = v + (walkStep * Math.cos(heading)) / wallHeight;
      const hit = meetingPoint(wallPoint(u, v), wallPoint(nextU, nextV), older);
      depth += walkStep;
      if (hit) {
        arm.points.push(hit);
        arm.depths.push(depth);
      }
      if (hit || nextV > 0.9 || nextV < 0.03 || Math.abs(nextU) > 0.9) break; // an older crack, the foot, the edge
      u = nextU;
      v = nextV;
      arm.points.push(wallPoint(u, v));
      arm.depths.push(depth);
    }
  };
  run(u0, 0, around(random, 0.3) - u0 * 0.35, walkStepsMax, 0, 0);

  const kept = arms.filter((arm, index) => index === 0 || arm.points.length > 3);
  const trunk = kept[0]!;
  const [rimX, rimTop] = trunk.points[0]!;
  trunk.lip = [rimX - (rimX - centreX) * 0.03, rimTop - 4.2];
  return { arms: kept, trunk, reach: Math.max(...kept.map((arm) => arm.depths.at(-1)!)) };
}

/** Where the step from `a` to `b` first crosses an older crack, or null. */
function meetingPoint(a: Point, b: Point, older: readonly Crack[]): Point | null {
  for (const crack of older)
    for (const arm of crack.arms)
      for (let index = 1; index < arm.points.length; index++) {
        const p = arm.points[index - 1]!;
        const q = arm.points[index]!;
        const cross = (b[0] - a[0]) * (q[1] - p[1]) - (b[1] - a[1]) * (q[0] - p[0]);
        if (Math.abs(cross) < 1e-9) continue;
        const t = ((p[0] - a[0]) * (q[1] - p[1]) - (p[1] - a[1]) * (q[0] - p[0])) / cross;
        const s = ((p[0] - a[0]) * (b[1] - a[1]) - (p[1] - a[1]) * (b[0] - a[0])) / cross;
        if (t >= 0 && t <= 1 && s >= 0 && s <= 1) return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])];
      }
  return null;
}

// --- 2. gold laid week by week -----------------------------------------------------------------------------

/** From 0 for a quiet week to below 1: no week runs far ahead of another. */
export function weekWeight(week: SeamWeek): number {
  const facts =
    Math.min(7, week.kept ?? 0) + Math.min(3, week.closed ?? 0) + 0.5 * Math.min(4, week.wins ?? 0);
  return 1 - Math.exp(-facts / 4);
}

type Laid = { readonly weight: number; readonly front: number };

/** How far the gold reaches after each week. It only ever adds, so it cannot shrink. */
function layGold(weeks: readonly SeamWeek[], reach: number): Laid[] {
  let sum = 0;
  return weeks.map((week) => {
    const weight = weekWeight(week);
    sum += weight;
    const way = 1 - Math.exp(-sum / paceWeeks);
    return { weight, front: sum === 0 ? 0 : firstTouch + (reach * openEnd - firstTouch) * way };
  });
}

// --- 3. drawing --------------------------------------------------------------------------------------------

const rounded = (value: number) => String(Math.round(value * 10) / 10);
const polyline = (points: readonly Point[]) =>
  points.map(([x, y], index) => `${index ? "L" : "M"}${rounded(x)} ${rounded(y)}`).join("");

/** The centre line of an arm down to depth `to`, every 3 units. */
function centreLine(arm: Arm, to: number): Station[] {
  const stations: Station[] = [];
  for (let index = 1; index < arm.points.length; index++) {
    const [x0, y0] = arm.points[index - 1]!;
    const [x1, y1] = arm.points[index]!;
    const from = arm.depths[index - 1]!;
    const until = arm.depths[index]!;
    for (let depth = from; depth < until; depth += 3) {
      if (depth > to) return stations;
      const t = (depth - from) / (until - from);
      stations.push([x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, depth]);
    }
  }
  const end = arm.points.at(-1)!;
  if (arm.depths.at(-1)! <= to) stations.push([end[0], end[1], arm.depths.at(-1)!]);
  return stations;
}

/** Lacquer rounds the corners. */
export function soften(stations: readonly Station[]): Station[] {
  return stations.map((here, index) => {
    const before = stations[index - 1];
    const after = stations[index + 1];
    if (!before || !after) return here;
    return [(before[0] + 2 * here[0] + after[0]) / 4, (before[1] + 2 * here[1] + after[1]) / 4, here[2]];
  });
}

/** A line of varying width as one filled path; `half` gives half the width at a station. */
export function ribbon(stations: readonly Station[], half: (along: number, index: number) => number): string {
  const left: Point[] = [];
  const right: Point[] = [];
  stations.forEach((here, index) => {
    const before = stations[Math.max(0, index - 1)]!;
    const after = stations[Math.min(stations.length - 1, index + 1)]!;
    const dx = after[0] - before[0];
    const dy = after[1] - before[1];
    const length = Math.hypot(dx, dy) || 1;
    const width = half(here[2], index);
    left.push([here[0] - (dy / length) * width, here[1] + (dx / length) * width]);
    right.push([here[0] + (dy / length) * width, here[1] - (dx / length) * width]);
  });
  return closedCurve([...left, ...right.reverse()]);
}

/** A closed quadratic through the mid-points. */
function closedCurve(points: readonly Point[]): string {
  const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const start = middle(points.at(-1)!, points[0]!);
  let path = `M${rounded(start[0])} ${rounded(start[1])}`;
  points.forEach((point, index) => {
    const [x, y] = middle(point, points[(index + 1) % points.length]!);
    path += `Q${rounded(point[0])} ${rounded(point[1])} ${rounded(x)} ${rounded(y)}`;
  });
  return `${path}Z`;
}

const withLip = (arm: Arm, stations: Station[]): Station[] =>
  arm.lip ? [[arm.lip[0], arm.lip[1], 0], ...stations] : stations;

function drawCrack(room: string, injury: string, crack: Crack, weeks: readonly SeamWeek[]): SeamCrack {
  const laid = layGold(weeks, crack.reach);
  const front = laid.at(-1)?.front ?? 0;
  return {
    hair: hairlines(crack),
    share: front / crack.reach,
    front,
    gold: front === 0 ? null : goldOf(room, injury, crack, laid, front),
  };
}

function hairlines(crack: Crack): string {
  return crack.arms
    .map((arm) => {
      const stations = arm.points.map(([x, y], index): Station => [x, y, arm.depths[index]!]);
      return ribbon(
        withLip(arm, stations),
        (depth) => (arm.generation ? 0.42 : 0.6) * (1 - (0.6 * depth) / crack.reach),
      );
    })
    .join("");
}

function goldOf(room: string, injury: string, crack: Crack, laid: readonly Laid[], front: number) {
  const half = goldWidth(room, injury, crack, laid, front);
  let path = "";
  let shine = "";
  for (const arm of crack.arms) {
    const stations = soften(withLip(arm, centreLine(arm, front))); // gold folds over the lip
    if (stations.length < 2) continue;
    const halfHere = half(arm);
    path += ribbon(stations, halfHere);
    const upper = stations.slice(0, -1).map(([x, y, depth]): Station => [x - 0.45, y - 0.4, depth]);
    if (upper.length > 2) shine += ribbon(upper, (depth) => halfHere(depth) * 0.24);
  }
  const [x, y] = centreLine(crack.trunk, front).at(-1)!;
  return { path, shine, drop: [x, y] as const };
}

/** Half the gold's width by depth. It looks back only, so laid gold never thins. */
function goldWidth(room: string, injury: string, crack: Crack, laid: readonly Laid[], front: number) {
  const hand = stream(hash32(`${room}|${injury}|hand`));
  const tremor = Array.from({ length: 64 }, hand);
  const weightAt = (depth: number) => (laid.find((week) => week.front >= depth) ?? laid.at(-1)!).weight;
  return (arm: Arm) => {
    const end = arm.depths.at(-1)!;
    return (depth: number) => {
      const swell = (weightAt(depth - 7) + 2 * weightAt(depth)) / 3;
      const x = depth / 11;
      const index = Math.floor(x);
      const shake = tremor[index & 63]! * (1 - (x - index)) + tremor[(index + 1) & 63]! * (x - index);
      const taper =
        arm.generation === 0 ? 1 - (0.28 * depth) / crack.reach : arm.generation === 1 ? 0.74 : 0.56;
      const tip = Math.min(1, (front - depth) / 9 + 0.42) * Math.min(1, (end - depth) / 14 + 0.3);
      return 1.95 * taper * (0.66 + 0.52 * swell + 0.34 * (shake - 0.5)) * Math.max(0.2, tip);
    };
  };
}

function drawBowl(room: string): SeamDrawing["bowl"] {
  const hand = stream(hash32(`${room}|hand`));
  const phase = hand() * 6;
  const wobble = (at: number) =>
    1 + 0.006 * Math.sin(at * 1.7 + phase) + 0.004 * Math.sin(at * 3.1 + 2 * phase);
  const edge = (u: number) =>
    Array.from({ length: 25 }, (_, index): Point => {
      const v = (index / 24) * footAt;
      const [x, y] = wallPoint(u, v);
      return [centreX + (x - centreX) * wobble(v * 4), y];
    });
  const left = edge(-1);
  const right = edge(1);
  const footY = rimY + wallHeight * footAt;
  const footRadius = { x: rimRadius.x * radiusShare(footAt), y: rimRadius.y * radiusShare(footAt) * 0.77 };
  const dip = rounded(footY + footRadius.y * 1.5);
  const [leftEnd, rightEnd] = [left.at(-1)!, right.at(-1)!];
  const at = ([x, y]: Point) => `${rounded(x)} ${rounded(y)}`;
  const lines = (points: readonly Point[]) => points.map((point) => `L${at(point)}`).join("");

  const body = `${polyline(left)}Q${centreX} ${dip} ${at(rightEnd)}${lines(right.toReversed().slice(1))}A${rimRadius.x} ${rimRadius.y} 0 0 1 ${at(left[0]!)}Z`;
  const footSide = (share: number, y: number) => `${rounded(centreX + footRadius.x * share)} ${rounded(y)}`;
  const footEnd = footY + 14;
  const foot = `M${footSide(-0.92, footY)}L${footSide(-0.86, footEnd)}Q${centreX} ${rounded(footEnd + footRadius.y * 1.35)} ${footSide(0.86, footEnd)}L${footSide(0.92, footY)}Z`;

  const glazeEnd = Array.from({ length: 33 }, (_, index) => {
    const u = -1 + index / 16;
    return wallPoint(u, 0.86 + 0.03 * Math.sin(u * 5 + phase) + 0.018 * Math.sin(u * 13 + phase * 2));
  });
  const low = (point: Point) => point[1] > rimY + wallHeight * 0.87;
  const clay = `${polyline(glazeEnd)}${lines(right.filter(low))}Q${centreX} ${dip} ${at(leftEnd)}${lines(left.filter(low).toReversed())}Z`;

  const glint = ribbon(
    Array.from({ length: 13 }, (_, index): Station => {
      const [x, y] = wallPoint(-0.66 + 0.012 * index, 0.1 + index * 0.045);
      return [x, y, index];
    }),
    (_, index) => 3.4 * Math.sin((Math.PI * index) / 12),
  );
  const spots = Array.from({ length: 46 }, () => {
    const u = hand() * 1.6 - 0.8; // the order of these draws is part of the drawing
    const [x, y] = wallPoint(u, 0.05 + hand() * 0.8);
    const radius = 0.3 + 0.55 * hand() * hand();
    const r = rounded(radius);
    return `M${rounded(x - radius)} ${rounded(y)}a${r} ${r} 0 1 0 ${rounded(2 * radius)} 0a${r} ${r} 0 1 0 ${rounded(-2 * radius)} 0`;
  }).join("");
  const brush = (points: readonly Point[], width: number) =>
    ribbon(
      points.map(([x, y], index): Station => [x, y, index]),
      (_, index) => width * (0.72 + 0.36 * Math.sin((Math.PI * (index + 2)) / (points.length + 3))),
    );
  const ellipse = (rx: number, ry: number, lower: number) =>
    closedCurve(
      Array.from({ length: 40 }, (_, index): Point => {
        const angle = (index / 40) * 2 * Math.PI;
        const uneven = 1 + 0.004 * Math.sin(2 * angle + phase) + 0.003 * Math.sin(5 * angle + 2 * phase);
        return [centreX + rx * uneven * Math.cos(angle), rimY + lower + ry * uneven * Math.sin(angle)];
      }),
    );

  return {
    body,
    foot,
    clay,
    spots,
    glint,
    rim: ellipse(rimRadius.x, rimRadius.y, 0),
    lip: ellipse(rimRadius.x - 4, rimRadius.y - 3.2, 1.4),
    base: `M${at(leftEnd)}Q${centreX} ${dip} ${at(rightEnd)}`,
    ink: brush(left, 0.95) + brush(right, 1.15),
    shadow: { cx: centreX + 8, cy: Number(rounded(footY + 19)) },
  };
}

/**
 * Draws the seam of one room.
 *
 * - Shape: at most seven cracks; later injuries lay their weeks on the seventh.
 * - Before a name there is one crack without gold; the first injury takes that crack, unchanged.
 */
export function drawSeam({ room, injuries }: SeamRecord): SeamDrawing {
  const unnamed = injuries.length === 0;
  const cracks: Crack[] = [];
  const drawn = onSevenCracks(unnamed ? [{ id: "first", weeks: [] }] : injuries).map((injury, place) => {
    const key = place === 0 ? "first" : injury.id;
    const crack = growCrack(room, key, place, cracks);
    cracks.push(crack);
    return drawCrack(room, key, crack, injury.weeks);
  });
  return { cracks: drawn, unnamed, bowl: drawBowl(room) };
}

/** Weeks of the injuries after the seventh follow the seventh's own, in the order of the record. */
function onSevenCracks(injuries: readonly SeamInjury[]): readonly SeamInjury[] {
  const later = injuries.slice(cracksMax);
  const seventh = injuries[cracksMax - 1];
  if (later.length === 0 || !seventh) return injuries;
  const weeks = [...seventh.weeks, ...later.flatMap((injury) => injury.weeks)];
  return [...injuries.slice(0, cracksMax - 1), { id: seventh.id, weeks }];
}
