using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IntegrationHub.Connectors.Sandbox.Systems.Identity;

/// <summary>FranceConnect v2: discovery, authorize with a page of test people, token, userinfo as a signed JWT, keys, logout; codes live 30 s, tokens 60 s. On the page a token can also be forged (<see cref="Trick"/>).</summary>
public sealed class FranceConnectSandbox : SandboxSystem
{
    public override string Name => "franceconnect";

    public override LocalText Title { get; } = new("FranceConnect v2", "FranceConnect v2");

    public override string BasePath => "/api/v2";

    public override void Map(IEndpointRouteBuilder routes, SandboxContext context)
    {
        var keys = new SigningKeys();
        var town = new FranceConnectTown(context);
        var grants = new Grants(context.Time);
        var pages = new FranceConnectPages(town, grants);
        var tokens = new FranceConnectTokens(town, grants, keys, context);
        var all = routes.MapGroup(BasePath);
        all.MapGet("/.well-known/openid-configuration", () => Results.Json(About(new Uri(context.Address, BasePath).AbsoluteUri)));
        all.MapGet("/jwks", () => Results.Json(keys.Published()));
        all.MapGet("/authorize", pages.Authorize);
        all.MapGet("/authorize/answer", pages.Answer);
        all.MapPost("/token", tokens.TokenAsync);
        all.MapGet("/userinfo", tokens.UserInfo);
        all.MapGet("/session/end", FranceConnectPages.Leave);
    }

    private static object About(string issuer) => new
    {
        issuer,
        authorization_endpoint = issuer + "/authorize",
        token_endpoint = issuer + "/token",
        userinfo_endpoint = issuer + "/userinfo",
        jwks_uri = issuer + "/jwks",
        end_session_endpoint = issuer + "/session/end",
        response_types_supported = (string[])["code"],
        subject_types_supported = (string[])["pairwise"],
        id_token_signing_alg_values_supported = (string[])["ES256", "RS256"],
        userinfo_signing_alg_values_supported = (string[])["ES256", "RS256"],
        token_endpoint_auth_methods_supported = (string[])["client_secret_post"],
        acr_values_supported = (string[])["eidas1"],
        scopes_supported = (string[])["openid", "profile", "birth", "identite_pivot", "gender", "birthdate", "birthplace", "birthcountry", "given_name", "family_name", "email", "preferred_username"],
    };
}
