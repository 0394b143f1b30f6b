using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Tests.Systems.Signature;

/// <summary>The keys of a connection whose key is being replaced.</summary>
internal static class WebhookKey
{
    public const string Current = "current-webhook-key-0123456789ab";

    public const string Former = "former-webhook-key-0123456789abc";

    public static IReadOnlyList<Secret> Both { get; } = [Keep("CURRENT", Current), Keep("FORMER", Former)];

    private static Secret Keep(string name, string value)
    {
        Environment.SetEnvironmentVariable("HUB_WEBHOOK_KEY_" + name, value);
        return new Secret("env:HUB_WEBHOOK_KEY_" + name);
    }
}
