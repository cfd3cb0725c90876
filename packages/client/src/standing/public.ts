export {
  type Confirmed,
  confirmedIn,
  type NotTaken,
  type Tier,
  takeConfirmation,
  tierOn,
} from "./confirmed.ts";
export {
  answerConfirmation,
  type Given,
  giveConfirmation,
  hostKeyIn,
  introduce,
  isAccepted,
  isInForce,
  openFor,
  type Profession,
  professions,
  type Standing,
  standing,
} from "./standing.ts";
