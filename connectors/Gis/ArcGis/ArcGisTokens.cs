using System.Globalization;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.ArcGis;

/// <summary>Tokens by generateToken, sent in Esri's own header.</summary>
internal sealed class ArcGisTokens(ArcGisAccount account, IArcGisApi api, TimeProvider time) : TokenAuthenticator(time)
{
    private const int Minutes = 60;

    private readonly TimeProvider time = time;

    protected override async Task<Token> FetchAsync(CancellationToken cancellationToken)
    {
        var form = new Dictionary<string, string>
        {
            ["username"] = account.User, ["password"] = account.Password.Reveal(), ["client"] = "requestip", ["expiration"] = Minutes.ToString(CultureInfo.InvariantCulture), ["f"] = "json",
        };
        using var json = await api.GenerateTokenAsync(account.TokenUrl.AbsoluteUri, form, cancellationToken);
        if (ArcGisErrors.Code(json.RootElement) is not null)
        {
            throw new HttpFailureException(ArcGisErrors.NoToken);
        }

        var until = DateTimeOffset.FromUnixTimeMilliseconds(json.RootElement.GetProperty("expires").GetInt64());
        return new Token(json.RootElement.GetProperty("token").GetString()!, until - time.GetUtcNow());
    }

    protected override void Put(HttpRequestMessage request, string token)
    {
        request.Headers.Remove("X-Esri-Authorization");
        request.Headers.TryAddWithoutValidation("X-Esri-Authorization", "Bearer " + token);
    }
}
