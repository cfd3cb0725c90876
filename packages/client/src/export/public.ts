export { type ExportedItem, type ExportedRoom, exportFormat, exportRoom } from "./export-room.ts";
export { type Coverage, type ExportFault, exportFaultTypes, verifyExport } from "./verify-export.ts";
