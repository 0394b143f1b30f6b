using System.Security.Cryptography;
using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Tests.Systems.Signature;

/// <summary>Private keys of the application: the one the fake knows, and others.</summary>
internal static class DocusignKeys
{
    private const string Variable = "HUB_DOCUSIGN_KEY";

    /// <summary>No key at all.</summary>
    public static Secret None { get; } = Keep("_NONE", "not a key");

    /// <summary>Somebody else's.</summary>
    public static Secret Stranger { get; } = Make();

    /// <summary>The fake gives its own away.</summary>
    public static async Task<Secret> OfAsync(Uri fake)
    {
        using var client = new HttpClient();
        return Keep("_" + fake.Port, await client.GetStringAsync(new Uri(fake, "/oauth/sandbox-key.pem")));
    }

    private static Secret Make()
    {
        using var key = RSA.Create(2048);
        return Keep("_STRANGER", key.ExportPkcs8PrivateKeyPem());
    }

    private static Secret Keep(string name, string value)
    {
        Environment.SetEnvironmentVariable(Variable + name, value);
        return new Secret("env:" + Variable + name);
    }
}
