/** Bearer tokens for Google: from the environment, else from application credentials. */

import { z } from 'zod';
import { ProviderError, SettingsError } from '../errors.ts';

export interface GoogleTokenOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Loads google-auth-library; for tests. */
  readonly load?: () => Promise<unknown>;
}

const SCOPE = 'https://www.googleapis.com/auth/cloud-translation';

/** The part of google-auth-library that is used; it keeps a token until it runs out, and renews it. */
interface Auth {
  readonly getAccessToken: () => Promise<unknown>;
}

/**
 * A function that gives a token that holds now: GOOGLE_ACCESS_TOKEN, else one for the application
 * credentials of this machine (GOOGLE_APPLICATION_CREDENTIALS, `gcloud auth application-default login`,
 * a workload's identity), for which the package google-auth-library must be installed.
 *
 * @throws SettingsError, from the function, where there is neither; ProviderError where the credentials
 * are refused or cannot be had.
 */
export function createGoogleToken({ env, load = loadLibrary }: GoogleTokenOptions): () => Promise<string> {
  const own = env.GOOGLE_ACCESS_TOKEN?.trim();
  if (own !== undefined && own !== '') return () => Promise.resolve(own);
  let auth: Promise<Auth> | undefined;
  return async () => {
    auth ??= open(load);
    const { getAccessToken } = await auth;
    let token: unknown;
    try {
      token = await getAccessToken();
    } catch (error) {
      throw refused(error);
    }
    if (typeof token !== 'string' || token === '') throw refused(new Error('no token was given'));
    return token;
  };
}

const library = z.object({ GoogleAuth: z.custom<new (options: { scopes: readonly string[] }) => unknown>((value) => typeof value === 'function') });
const method = z.custom<() => Promise<unknown>>((value) => typeof value === 'function');

async function open(load: () => Promise<unknown>): Promise<Auth> {
  let loaded: unknown;
  try {
    loaded = await load();
  } catch (error) {
    throw new SettingsError('provider: google needs a token. Put GOOGLE_ACCESS_TOKEN=… into .env (gcloud auth print-access-token gives one for an hour), or install what reads application credentials:\n  npm install google-auth-library@10', { cause: error });
  }
  const parsed = library.safeParse(loaded);
  if (!parsed.success) throw new SettingsError('provider: google: the installed google-auth-library has no GoogleAuth. Expected version 10:\n  npm install google-auth-library@10');
  const auth = new parsed.data.GoogleAuth({ scopes: [SCOPE] });
  const get = method.parse(Reflect.get(Object(auth) as object, 'getAccessToken'));
  return { getAccessToken: () => Reflect.apply(get, auth, []) };
}

/** The name is a value, so that the package need not be there when Padan is built. */
async function loadLibrary(): Promise<unknown> {
  const name: string = 'google-auth-library';
  return await import(name) as unknown;
}

/** Error codes of Node with which the network failed, not the credentials. */
const NETWORK = /^(?:E(?:CONN|TIMEDOUT|NETUNREACH|HOSTUNREACH|PIPE|AI_AGAIN)|ENOTFOUND)/;

function refused(error: unknown): ProviderError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return NETWORK.test(code)
    ? new ProviderError('google', `The token server of google could not be reached: ${message}. Check the network`, { fault: 'transient', cause: error })
    : new ProviderError('google', `No token for google: ${message}. Check GOOGLE_APPLICATION_CREDENTIALS, or run: gcloud auth application-default login`, { fault: 'key', cause: error });
}
