export { kitGraceMs } from "./account/account.ts";
export type { DeviceKeeper, ListedDevice } from "./account/device-keeper.ts";
export { type DeviceNames, deviceNames, nameDevice } from "./account/device-names.ts";
export { newDeviceMs, type OwnDevice } from "./account/devices.ts";
export { type OwnWords, ownTextsIn, ownWordsIn } from "./account/going.ts";
export type { MeetingStep, NewDeviceMeeting, OwnMeeting } from "./account/meeting.ts";
export { passwordLengthMax, passwordLengthMin, type WeakPassword, weaknessOf } from "./account/password.ts";
export { Client, type ClientState, type Door, type OwnInvite, type Profile } from "./client.ts";
export { type Invitation, inviteMs } from "./couple/pairing.ts";
export { type ExportedItem, type ExportedRoom, exportFormat, exportRoom } from "./export/export-room.ts";
export { type Coverage, type ExportFault, exportFaultTypes, verifyExport } from "./export/verify-export.ts";
export { openProposal, type Proposal } from "./members/admission.ts";
export { nameLengthMax, type People, tidyName } from "./members/people.ts";
export { yesFor } from "./members/settle.ts";
export { httpTransport, type Network } from "./net/http-transport.ts";
export type { Delivery, LiveConnection, LiveListener, Transport, WireError } from "./net/transport.ts";
export type { OwnPush, ReminderKeeper } from "./reminders/reminder-keeper.ts";
export {
  noReminders,
  type ReminderSetting,
  type ReminderTime,
  reminderTimesMax,
} from "./reminders/setting.ts";
export { admissionOf, type Folded, peopleOf, stateOf } from "./room/fold.ts";
export { type Blocked, type NotWritten, Room } from "./room/room.ts";
export type { Row } from "./room/room-log.ts";
export { openIndexedDbStore } from "./store/indexeddb-store.ts";
export { type Change, type LocalStore, StoreFull, type Table, tables } from "./store/local-store.ts";
export { openMemoryStore } from "./store/memory-store.ts";
export type { Channel, Locks, Surroundings, Timer } from "./surroundings.ts";
