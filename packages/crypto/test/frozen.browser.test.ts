/**
 * What is frozen, in a browser. On Node small things are sealed and opened by other calls (`src/subtle-node.ts`); these are
 * the ones that people's devices make.
 */
import "./record.test.ts";
import "./vectors.test.ts";
