import { err, ok, type Result } from "@goldseam/core";

/** What `--help` says about naming a PostgreSQL database. */
export const databaseHelp = "postgres://USER@HOST:PORT/NAME?sslmode=verify-full";

const isOne = (address: string): boolean =>
  URL.canParse(address) && ["postgres:", "postgresql:"].includes(new URL(address).protocol);

/** A password in an argument stands in every list of processes; the environment is read by its owner alone. */
function hasPassword(address: string): boolean {
  const { password, searchParams } = new URL(address);
  return password !== "" || searchParams.has("password");
}

/** The database that was named, by a flag before the environment; null when none was; or why it cannot be. */
export function databaseOf(
  flag: string | undefined,
  environment: NodeJS.ProcessEnv,
): Result<string | null, string> {
  const address = flag ?? environment.GOLDSEAM_DATABASE;
  if (address === undefined || address === "") return ok(null);
  // Never repeated in what is said: it may hold a password.
  if (!isOne(address))
    return err(`The database's address is not understood; one looks like ${databaseHelp}.`);
  if (flag !== undefined && hasPassword(flag)) {
    return err(
      "A password among the arguments can be read by everyone on this machine. " +
        "Put the address into GOLDSEAM_DATABASE, or the password into PGPASSWORD.",
    );
  }
  return ok(address);
}

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody answers there",
  ENOENT: "nobody answers there",
  ENOTFOUND: "there is no machine of that name",
  EHOSTUNREACH: "the machine cannot be reached",
  ETIMEDOUT: "the machine does not answer",
  "28P01": "it refuses this user or password",
  "28000": "it refuses this user",
  "3D000": "it does not exist",
  "42501": "this user may not make tables in it",
  "53300": "it has no connection left",
  "57P03": "it is starting or ending",
};

/** Why a database cannot be used, without its address. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  if (code !== undefined) return reasons[code] ?? `it answered ${code}`;
  return message ?? "it did not say why";
}
