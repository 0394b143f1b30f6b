// A certified OpenID provider (npm oidc-provider) on a free loopback port, as FranceConnect speaks: code flow, pairwise subjects, userinfo as a signed JWT.
// Usage: node provider.mjs PATH_OF_OIDC_PROVIDER. Prints its issuer, reads { callbacks, left, secret } as one line of JSON, prints "ready", ends when its input ends.
import { createServer } from 'node:http';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { default: Provider } = await import(pathToFileURL(`${process.argv[2]}/lib/index.js`).href);
let settings;

const people = {
  ana: { given_name: 'Ana Claire', given_name_array: ['Ana', 'Claire'], family_name: 'DUBOIS', preferred_username: 'MERCIER', gender: 'female', birthdate: '1962-08-24', birthplace: '75107', birthcountry: '99100', email: 'ana@example.org' },
  karim: { given_name: 'Karim', family_name: 'BENALI', gender: 'male', birthdate: '1977-00-00', birthplace: '', birthcountry: '99352', email: 'karim@example.org' },
};

let generation = 0;
const key = (kind, options, extra) => ({ ...generateKeyPairSync(kind, options).privateKey.export({ format: 'jwk' }), use: 'sig', kid: `${extra.alg}-${generation}`, ...extra });
const client = (client_id, extra = {}) => ({
  client_id, client_secret: settings.secret, redirect_uris: settings.callbacks, post_logout_redirect_uris: [settings.left], response_types: ['code'], grant_types: ['authorization_code'],
  token_endpoint_auth_method: 'client_secret_post', subject_type: 'pairwise', id_token_signed_response_alg: 'ES256', userinfo_signed_response_alg: 'ES256', ...extra,
});

function build(issuer) {
  generation++;
  const provider = new Provider(issuer, {
    jwks: { keys: [key('ec', { namedCurve: 'P-256' }, { alg: 'ES256' }), key('rsa', { modulusLength: 2048 }, { alg: 'RS256' })] },
    cookies: { keys: ['only for a test'] },
    clients: [
      client('hub'),
      client('rs256', { id_token_signed_response_alg: 'RS256', userinfo_signed_response_alg: 'RS256' }),
      client('hs256', { id_token_signed_response_alg: 'HS256' }),
      client('plain', { userinfo_signed_response_alg: undefined }),
    ],
    acrValues: ['eidas1', 'eidas2'],
    subjectTypes: ['pairwise'],
    pairwiseIdentifier: (_ctx, account, { clientId }) => `${createHash('sha256').update(`${clientId}|${account}`).digest('hex')}v1`,
    claims: { acr: null, auth_time: null, openid: ['sub'], identite_pivot: ['given_name', 'given_name_array', 'family_name', 'preferred_username', 'gender', 'birthdate', 'birthplace', 'birthcountry'], email: ['email'] },
    scopes: ['openid', 'identite_pivot', 'email'],
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    enabledJWA: { idTokenSigningAlgValues: ['ES256', 'RS256', 'HS256'], userinfoSigningAlgValues: ['ES256', 'RS256'] },
    pkce: { required: () => false },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: (ctx, form) => { ctx.body = form; } },
    },
    ttl: { AuthorizationCode: 30, AccessToken: 60, IdToken: 60, Interaction: 600, Session: 1800, Grant: 1800 },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope('openid identite_pivot email');
      await grant.save();
      return grant;
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
  });
  return { provider, handle: provider.callback() };
}

let now;
const server = createServer(async (request, response) => {
  const address = new URL(request.url, 'http://localhost');
  if (address.pathname === '/test/rotate') {
    now = build(now.provider.issuer);
    response.end();
  } else if (address.pathname.startsWith('/interaction/')) {
    // What the provider's sign-in page does when its form comes back.
    const person = address.searchParams.get('person');
    await now.provider.interactionFinished(request, response, person
      ? { login: { accountId: person, acr: 'eidas1', remember: false } }
      : { error: 'access_denied', error_description: 'User auth aborted' });
  } else {
    now.handle(request, response);
  }
});
server.listen(0, '127.0.0.1', async () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  console.log(issuer);
  for await (const line of createInterface({ input: process.stdin })) {
    settings = JSON.parse(line);
    now = build(issuer);
    console.log('ready');
  }

  process.exit(0); // whoever started it is gone
});
