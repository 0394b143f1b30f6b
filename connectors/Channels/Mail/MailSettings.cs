using IntegrationHub.Connectors.Abstractions.Settings;
using IntegrationHub.Connectors.Files.Settings;

namespace IntegrationHub.Connectors.Channels.Mail;

/// <summary>Settings of the <c>eml</c> connector. The key is the message's own: its <c>Message-ID</c>.</summary>
public sealed record MailSettings : FileSettings
{
    [Setting("Garder l’objet des messages", "Keep the messages' subjects")]
    public bool Subject { get; init; }
}
