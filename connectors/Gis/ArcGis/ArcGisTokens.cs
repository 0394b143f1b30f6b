using System.Globalization;
using IntegrationHub.Connectors.Http.Auth;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Gis.ArcGis;

/// <summary>Tokens by generateToken, sent in Esri's own header.</summary>
internal sealed class ArcGisTokens(ArcGisAccount account, HttpLink link, TimeProvider time) : TokenAuthenticator(time)
{
    private const int Minutes = 60;

    private readonly TimeProvider time = time;

    protected override async Task<Token> FetchAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, account.TokenUrl)
        {
            Content = new FormUrlEncodedContent(
            [
                new("username", account.User), new("password", account.Password.Reveal()), new("client", "requestip"),
                new("expiration", Minutes.ToString(CultureInfo.InvariantCulture)), new("f", "json"),
            ]),
        };
        using var json = (await link.SendAsync(request.AsBare(), cancellationToken)).Json();
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
