import { describeParsers } from "./parsers.ts";

describeParsers(400);
