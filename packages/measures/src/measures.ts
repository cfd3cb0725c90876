import { core10 } from "./core10/core10.ts";
import { csi4 } from "./csi4/csi4.ts";
import { csi16 } from "./csi16/csi16.ts";
import { dts } from "./dts/dts.ts";
import { ehits } from "./ehits/ehits.ts";
import { gad2 } from "./gad2/gad2.ts";
import { gad7 } from "./gad7/gad7.ts";
import { hark } from "./hark/hark.ts";
import { hits } from "./hits/hits.ts";
import { ios } from "./ios/ios.ts";
import type { Measure } from "./measure.ts";
import { pcl5 } from "./pcl5/pcl5.ts";
import { phq2 } from "./phq2/phq2.ts";
import { phq4 } from "./phq4/phq4.ts";
import { phq9 } from "./phq9/phq9.ts";
import { sscsS } from "./sscs-s/sscs-s.ts";
import { who5 } from "./who5/who5.ts";

/** Every measure. One line here adds one. */
export const measures = [
  csi16,
  csi4,
  phq9,
  phq2,
  gad7,
  gad2,
  phq4,
  hark,
  core10,
  pcl5,
  dts,
  who5,
  sscsS,
  hits,
  ehits,
  ios,
] as const satisfies readonly Measure[];

export type MeasureId = (typeof measures)[number]["id"];

/** Whose the words are, for the page that names them: a wording is outside of the licence of the code. */
export const attributions = (measures as readonly Measure<MeasureId>[]).flatMap(({ id, wording }) =>
  wording
    ? [
        {
          id,
          title: wording.title,
          attribution: wording.attribution,
          licence: wording.licence,
          licenceSource: wording.licenceSource,
        },
      ]
    : [],
);

const byId: ReadonlyMap<string, Measure<MeasureId>> = new Map(
  measures.map((measure) => [measure.id, measure as Measure<MeasureId>]),
);

/** The measure of exactly this id; `undefined` when there is none. */
export const measureOf = (id: string): Measure<MeasureId> | undefined => byId.get(id);
