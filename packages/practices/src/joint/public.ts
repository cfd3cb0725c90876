export {
  askToErase,
  erasedByBoth,
  isErasedByBoth,
  type JointErasures,
  type JointRefusal,
  joint,
} from "./joint.ts";
