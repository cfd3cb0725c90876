import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { err, ok, type Result } from "@goldseam/core";

/** Arguments by `options`, or the sentence that says which of them is wrong. */
export function readArguments<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
) {
  const config = { args: [...args], options, allowPositionals: true, strict: true } as const;
  const parse = () => parseArgs<typeof config>(config);
  try {
    return ok(parse());
  } catch (error) {
    // parseArgs throws for what a person typed; anything else is ours.
    const isTyped = error instanceof TypeError && "code" in error;
    if (!isTyped) throw error;
    return err(error.message) as Result<ReturnType<typeof parse>, string>;
  }
}

/** Says on standard error why a command does nothing, or no more; answers with its exit code. */
export function refuse(sentence: string, code: 1 | 2): number {
  process.stderr.write(sentence);
  return code;
}
