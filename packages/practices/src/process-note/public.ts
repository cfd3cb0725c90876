export { default as NotesPage } from "./NotesPage.svelte";
export { keepNote, notesAbout, type ProcessNote, type ProcessNotes, processNote } from "./process-note.ts";
