using System.Globalization;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.ArcGis;

/// <summary>Errors inside HTTP 200: <c>{"error":{"code":498,"message":…}}</c>.</summary>
internal static class ArcGisErrors
{
    private const int TokenExpired = 498;
    private const int TokenRequired = 499;

    public static Failure NoToken { get; } =
        new(FailureKind.Denied, "arcgis.token", "No token is given: check the account's user and password, and the token address.");

    public static Failure? Judge(HttpReply reply, Failure? usual, DateTimeOffset now)
    {
        if (usual is not null)
        {
            return usual;
        }

        using var json = reply.TryJson();
        if (json is null || Code(json.RootElement) is not { } code)
        {
            return null;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"arcgis.{code}");
        return code switch
        {
            TokenExpired => new Failure(FailureKind.Denied, HttpAnswer.TokenExpired, "The server no longer takes the token."),
            TokenRequired => new Failure(FailureKind.Denied, name, "The layer wants a token: give the connection an account."),
            _ when HttpAnswer.Judge(code, reply.Headers, now) is { } failure => failure with { Code = name },
            _ => new Failure(FailureKind.Passing, name, "The server reports an error; it is tried again."),
        };
    }

    /// <returns>Null when this is no error.</returns>
    public static int? Code(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
            ? error.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : 500 : null;
}
