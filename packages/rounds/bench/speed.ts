import { dailyRound } from "../src/index.ts";
import { makeMessage, makeReply, readRound } from "../src/points/index.ts";
import { messageOf, roundOf } from "../test/scene.ts";

// node packages/rounds/bench/speed.ts : a daily round of 128 slots on one core.
const ref = dailyRound(20_550);
const round = roundOf(ref);
const yes = [0, 17, 53];
const [one, two] = [await messageOf("ana", ref, yes), await messageOf("ben", ref, yes)];
const { epoch, salt } = one.sent.message;
const ownReply = makeReply(one.sent, two.sent, one, round);
const theirReply = makeReply(two.sent, one.sent, two, round);
if (!ownReply.ok || !theirReply.ok) throw new Error("the bench's own round is void");
const exchange = { own: one.sent, ownReply: ownReply.value, theirs: two.sent, theirReply: theirReply.value };
const steps: readonly (readonly [string, () => unknown])[] = [
  ["message", () => makeMessage(new Set(yes), { secret: one.secret, epoch, salt }, round)],
  ["reply", () => makeReply(one.sent, two.sent, one, round)],
  ["reading", () => readRound(exchange, one, round)],
];
for (const [name, step] of steps) {
  for (let warm = 0; warm < 3; warm += 1) step();
  const times = Array.from({ length: 15 }, () => {
    const before = performance.now();
    step();
    return performance.now() - before;
  }).sort((a, b) => a - b);
  console.log(
    `${name}: median ${times[7]!.toFixed(0)} ms, fastest ${times[0]!.toFixed(0)} ms, slowest ${times.at(-1)!.toFixed(0)} ms`,
  );
}
