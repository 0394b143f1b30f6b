using System.Text;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Connectors.Sandbox.Serving;

/// <summary>What fakes check at their door.</summary>
public static class SandboxAccess
{
    public static bool HasBasic(this HttpContext context, string user = SandboxContext.User, string password = SandboxContext.Secret) =>
        context.Request.Headers.Authorization.ToString() == "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    public static bool HasBearer(this HttpContext context, string token = SandboxContext.Secret) =>
        context.Request.Headers.Authorization.ToString() == "Bearer " + token;

    public static bool HasKey(this HttpContext context, string header, string key = SandboxContext.Secret) => context.Request.Headers[header].ToString() == key;
}
