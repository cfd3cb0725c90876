import type { Room } from "@goldseam/client";
import { exportRoom } from "@goldseam/client/export";

/** Gives the person a file with the record of `room`. False when a part of it is damaged here: then there is none. */
export async function saveRecord(room: Room): Promise<boolean> {
  const exported = await exportRoom(room, room.now());
  if (!exported.ok) return false;
  const file = URL.createObjectURL(new Blob([JSON.stringify(exported.value)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = file;
  link.download = "record.json";
  link.click();
  URL.revokeObjectURL(file);
  return true;
}
