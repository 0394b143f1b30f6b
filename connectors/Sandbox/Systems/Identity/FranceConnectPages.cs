using System.Globalization;
using System.Net;
using System.Text;
using IntegrationHub.Connectors.Sandbox.Serving;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationHub.Connectors.Sandbox.Systems.Identity;

/// <summary>What a person's browser meets: the choice of who to be, and the way back.</summary>
internal sealed class FranceConnectPages(FranceConnectTown town, Grants grants)
{
    private const int ShortestNonce = 32;
    private static readonly string[] Levels = ["eidas1", "eidas2", "eidas3"];

    public IResult Authorize(HttpRequest request)
    {
        string Asked(string name) => request.Query[name].ToString();
        if (Asked("client_id") != SandboxContext.User || !Uri.IsWellFormedUriString(Asked("redirect_uri"), UriKind.Absolute))
        {
            return Text("Y030027", StatusCodes.Status400BadRequest);
        }

        var grant = new Grant(Asked("redirect_uri"), Asked("scope"), Asked("acr_values"), Asked("state"), Asked("nonce"));
        var right = Asked("response_type") == "code" && grant.Scopes.Split(' ').Contains("openid") && Levels.Contains(grant.Level)
            && grant.State.Length > 0 && grant.Nonce.Length >= ShortestNonce && Asked("prompt") is "" or "login" or "consent" or "login consent";
        return right ? Page(grants.Keep(grant, 600)) : Back(grant, ("error", "invalid_request"), ("error_description", "invalid parameter (Y030007)"));
    }

    /// <summary><c>person=N</c>, or <c>error=CODE</c> with <c>description</c>; <c>idToken</c> and <c>userInfo</c> name a <see cref="Trick"/>.</summary>
    public IResult Answer(string request, int? person, string? error, string? description, Trick? idToken, Trick? userInfo)
    {
        if (grants.Take(request) is not { } grant)
        {
            return Text("Y190001", StatusCodes.Status401Unauthorized);
        }

        return person is { } number && number >= 0 && number < town.People.Count
            ? Back(grant, ("code", grants.Keep(grant with { Person = number, Identity = idToken ?? Trick.None, UserInfo = userInfo ?? Trick.None }, 30)))
            : Back(grant, ("error", error ?? "access_denied"), ("error_description", description ?? "User auth aborted"));
    }

    public static IResult Leave(HttpRequest request) =>
        request.Query["id_token_hint"].ToString().Split('.').Length != 3 ? Text("Y000019", StatusCodes.Status400BadRequest)
        : Results.Redirect(QueryHelpers.AddQueryString(request.Query["post_logout_redirect_uri"].ToString(), "state", request.Query["state"].ToString()));

    private static IResult Back(Grant grant, params (string Name, string Value)[] values) =>
        Results.Redirect(QueryHelpers.AddQueryString(grant.Redirect, values.Append(("state", grant.State)).ToDictionary(value => value.Item1, value => (string?)value.Item2)));

    private IResult Page(string request)
    {
        var page = new StringBuilder("<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>FranceConnect (bac à sable)</title><h1>Qui êtes-vous ?</h1><ul>");
        for (var place = 0; place < town.People.Count; place++)
        {
            var person = town.People[place];
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"authorize/answer?request={request}&amp;person={place}\">{WebUtility.HtmlEncode($"{person.GivenNames[0]} {person.LastName}, {person.BirthYear}")}</a></li>");
        }

        page.Append(CultureInfo.InvariantCulture, $"</ul><p><a href=\"authorize/answer?request={request}\">Annuler</a></p></html>");
        return Results.Content(page.ToString(), "text/html; charset=utf-8");
    }

    private static IResult Text(string code, int status) => Results.Content($"<!doctype html><title>{code}</title><p>{code}</p>", "text/html; charset=utf-8", statusCode: status);
}
