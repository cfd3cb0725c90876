import { mount } from "svelte";
import "@goldseam/ui/style.css";
import { Editor } from "@goldseam/wording/editor";

mount(Editor, { target: document.getElementById("app")!, props: { label: "Your letter", use: "apology" } });
