import * as core10 from "../core10/words.gen/words.ts";
import * as csi4 from "../csi4/words.gen/words.ts";
import * as csi16 from "../csi16/words.gen/words.ts";
import * as dts from "../dts/words.gen/words.ts";
import * as ehits from "../ehits/words.gen/words.ts";
import * as gad2 from "../gad2/words.gen/words.ts";
import * as gad7 from "../gad7/words.gen/words.ts";
import * as hark from "../hark/words.gen/words.ts";
import * as hits from "../hits/words.gen/words.ts";
import * as ios from "../ios/words.gen/words.ts";
import type { MeasureId } from "../measures.ts";
import * as pcl5 from "../pcl5/words.gen/words.ts";
import * as phq2 from "../phq2/words.gen/words.ts";
import * as phq4 from "../phq4/words.gen/words.ts";
import * as phq9 from "../phq9/words.gen/words.ts";
import * as sscsS from "../sscs-s/words.gen/words.ts";
import * as who5 from "../who5/words.gen/words.ts";

/** A measure's name to people: ours and neutral (ME4). Leaving one out does not compile. */
export const headings: Readonly<Record<MeasureId, () => string>> = {
  csi16: csi16.heading,
  csi4: csi4.heading,
  phq9: phq9.heading,
  phq2: phq2.heading,
  gad7: gad7.heading,
  gad2: gad2.heading,
  phq4: phq4.heading,
  hark: hark.heading,
  core10: core10.heading,
  pcl5: pcl5.heading,
  dts: dts.heading,
  who5: who5.heading,
  "sscs-s": sscsS.heading,
  hits: hits.heading,
  ehits: ehits.heading,
  ios: ios.heading,
};
