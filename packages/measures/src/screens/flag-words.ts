import * as words from "./words.gen/words.ts";

/** Whether a flag is of one answer: those are looked at before anything else. */
export const isItemFlag = (flag: string): boolean => /-item\d+(?:-high|-refused)?$/.test(flag);

/** What a flag says to a practitioner. One that this version has no words for is named as it is. */
export function flagWords(flag: string): string {
  const item = /-item(\d+)(-high|-refused)?$/.exec(flag);
  if (item?.[2] === "-high") return words.flagItemHigh({ item: item[1]! });
  if (item?.[2] === "-refused") return words.flagItemRefused({ item: item[1]! });
  if (item) return words.flagItem({ item: item[1]! });
  const cluster = /^pcl5-cluster-([b-e])$/.exec(flag);
  if (cluster) return words.flagCluster({ letter: cluster[1]!.toUpperCase() });
  const [, kind = ""] = /^[a-z0-9]+-(.*)$/.exec(flag) ?? [];
  return Object.hasOwn(named, kind) ? named[kind as keyof typeof named]() : flag;
}

const named = {
  severe: words.flagSevere,
  "service-cutoff": words.flagService,
  low: words.flagLow,
  anxiety: words.flagAnxiety,
  depression: words.flagMood,
  "clusters-met": words.flagClusters,
  "in-cut-range": words.flagCutRange,
  prorated: words.flagProrated,
} as const;
