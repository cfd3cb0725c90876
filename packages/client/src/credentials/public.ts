export {
  type Acceptance,
  acceptanceOf,
  type Confirmed,
  confirmedIn,
  type NotTaken,
  type Tier,
  takeConfirmation,
  tierOn,
} from "./confirmed.ts";
export {
  answerConfirmation,
  type Credentials,
  credentials,
  type Given,
  giveConfirmation,
  hostKeyIn,
  introduce,
  isAccepted,
  isInForce,
  openFor,
  type Profession,
  professions,
} from "./credentials.ts";
