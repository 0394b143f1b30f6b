using System.Net.Http.Headers;
using System.Text;
using IntegrationHub.Connectors.Http.Settings;

namespace IntegrationHub.Connectors.Http.Auth;

internal sealed class BasicAuthenticator(BasicSettings settings) : Authenticator
{
    public override ValueTask ApplyAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = Header(settings.User, settings.Password.Reveal());
        return ValueTask.CompletedTask;
    }

    public static AuthenticationHeaderValue Header(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
}
